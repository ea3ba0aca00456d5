// Take a request away with everything that ties it to others.
MATCH (q:Request {id: $id})
DETACH DELETE q
RETURN count(*) AS written
