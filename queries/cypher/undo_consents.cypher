// Take away the consent events that an import recorded.
MATCH (c:Consent)
WHERE c.city = $city AND c.batch = $batch
WITH collect(c) AS made
UNWIND made AS c
DETACH DELETE c
RETURN count(*) AS written
