// Who took part in what in a city, grouped by person.
MATCH (p:Person {city: $city})-[r:TOOK_PART_IN]->(i:Initiative)
RETURN p.id AS person, collect([i.id, r.role]) AS links
