// The consent events of some people, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[:GAVE]->(c:Consent)
WITH id, collect([c.id, c.purpose, c.given, c.scope, c.themes, c.start, c.end, c.recorded_at]) AS items
RETURN collect([id, items]) AS rows
