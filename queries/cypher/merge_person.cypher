// A person with all properties, for a merge.
MATCH (p:Person {id: $id})
WHERE p.city = $city
RETURN properties(p) AS properties
