// Take away the relations of a person that a merge made.
MATCH (p:Person {id: $id})-[r]-()
WHERE r.batch = $batch
WITH collect(DISTINCT r) AS made
UNWIND made AS r
DELETE r
RETURN count(*) AS written
