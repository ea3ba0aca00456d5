// What people of a city declared of their ties, grouped by who declared it.
MATCH (p:Person {city: $city})-[r:KNOWS]->(q:Person)
RETURN p.id AS start,
       collect([q.id, r.trust, r.openness, r.reliability, r.shared_aim, r.since, r.last_contact, r.updated_at]) AS ties
