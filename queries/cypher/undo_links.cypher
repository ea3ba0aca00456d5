// Take away the relations that an import made.
MATCH (a)-[r]->()
WHERE a.city = $city AND r.batch = $batch
WITH collect(r) AS made
UNWIND made AS r
DELETE r
RETURN count(*) AS written
