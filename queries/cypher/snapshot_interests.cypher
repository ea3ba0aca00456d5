// The themes that some people care about, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:CARES_ABOUT]->(t:Theme)
WITH id, collect([t.id, r.experience]) AS items
RETURN collect([id, items]) AS rows
