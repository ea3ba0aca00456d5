// Who is or was a member of what in a city, grouped by person.
MATCH (p:Person {city: $city})-[r:MEMBER_OF]->(o:Organisation)
RETURN p.id AS person, collect([o.id, r.role, r.since, r.until]) AS links
