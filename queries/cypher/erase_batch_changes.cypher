// Forget how things were before an import or a merge.
MATCH (c:ImportChange {city: $city})
WHERE c.batch = $batch
WITH collect(c) AS all
UNWIND all AS c
DETACH DELETE c
RETURN count(*) AS written
