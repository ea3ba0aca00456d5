// Take away what a person said of their tie to another.
MATCH (p:Person {id: $id})-[r:KNOWS]->(:Person {id: $other})
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
