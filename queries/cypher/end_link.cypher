// Take a link away.
MATCH (l:Link {id: $id})
DETACH DELETE l
RETURN count(*) AS written
