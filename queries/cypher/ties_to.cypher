// Which people are tied to a person by KNOWS, with what each tie says.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)<-[r:KNOWS]-(x:Person)
RETURN x.id AS id, x.key AS key, x.name AS name, properties(r) AS properties
ORDER BY id
