// What some people took part in, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:TOOK_PART_IN]->(i:Initiative)
WITH id, collect([i.id, r.role]) AS items
RETURN collect([id, items]) AS rows
