// Every consent event of a city with whose it is, grouped by person.
MATCH (p:Person {city: $city})-[:GAVE]->(c:Consent)
RETURN p.id AS person, collect(properties(c)) AS events
