// Take away what a person said of their tie to somebody.
MATCH (p:Person {id: $id})-[r:KNOWS]->(:Person {id: $other})
DELETE r
RETURN count(*) AS written
