// Take away that a person was set aside for a request.
MATCH (q:Request {id: $id})-[r:SET_ASIDE]->(p:Person {id: $person})
DELETE r
RETURN count(*) AS written
