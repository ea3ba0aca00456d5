// Take away a measurement of a city over some people.
MATCH (m:Measurement {id: $id})
WITH m, properties(m) AS properties
WHERE m.city = $city AND m.basis IN $bases
DETACH DELETE m
RETURN properties
