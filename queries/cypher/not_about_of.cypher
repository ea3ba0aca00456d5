// About whom a person does not want to be asked.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[:NOT_ABOUT]->(q:Person)
WITH DISTINCT q.id AS id
RETURN id
ORDER BY id
