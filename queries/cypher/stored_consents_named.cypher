// Every consent event of some people of a city, grouped by person.
MATCH (p:Person {city: $city})
WHERE p.id IN $ids
MATCH (p)-[:GAVE]->(c:Consent)
RETURN p.id AS person, collect(properties(c)) AS events
