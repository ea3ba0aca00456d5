// Take away that a person took part in an initiative.
MATCH (p:Person {id: $id})-[r:TOOK_PART_IN]->(:Initiative {id: $other})
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
