// What some people are or were members of, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[r:MEMBER_OF]->(o:Organisation)
WITH id, collect([o.id, r.role, r.since, r.until]) AS items
RETURN collect([id, items]) AS rows
