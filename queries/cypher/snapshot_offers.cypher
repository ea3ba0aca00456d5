// The talents that people and organisations of a city offer, grouped by who does.
MATCH (t:Talent {city: $city})<-[r:OFFERS]-(a)
RETURN a.id AS owner, collect([t.id, r.level]) AS items
