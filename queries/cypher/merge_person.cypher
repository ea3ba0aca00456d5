// A person with all properties, for a merge.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
RETURN properties(p) AS properties
