// The ids of everyone in a city.
MATCH (p:Person {city: $city})
RETURN right(p.id, 1) AS part, collect(p.id) AS rows
