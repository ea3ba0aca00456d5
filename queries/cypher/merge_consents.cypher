// Every consent event of a person with all its properties, for a merge.
MATCH (p:Person {id: $id})-[:GAVE]->(c:Consent)
WHERE p.city = $city
RETURN properties(c) AS event
ORDER BY c.id
