// Take away the things that an import made.
MATCH (n)
WHERE n.city = $city AND n.batch = $batch AND n.key IS NOT NULL
WITH collect(n) AS made
UNWIND made AS n
DETACH DELETE n
RETURN count(*) AS written
