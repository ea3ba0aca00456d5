// The talents that some people offer, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:OFFERS]->(t:Talent)
WITH id, collect([t.id, r.level]) AS items
RETURN collect([id, items]) AS rows
