// Take an account away.
MATCH (a:Account {id: $id})
DETACH DELETE a
RETURN count(*) AS written
