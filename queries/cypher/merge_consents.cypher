// Every consent event of a person with all its properties, for a merge.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[:GAVE]->(c:Consent)
RETURN properties(c) AS event
ORDER BY c.id
