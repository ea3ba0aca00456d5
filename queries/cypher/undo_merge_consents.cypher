// Take away the consent events that a merge added to a person.
MATCH (p:Person {id: $id})-[:GAVE]->(c:Consent)
WHERE c.batch = $batch
WITH collect(c) AS made
UNWIND made AS c
DETACH DELETE c
RETURN count(*) AS written
