// The neighbourhoods where some people are active, grouped by person.
UNWIND $people AS id
MATCH (p:Person {id: id})-[:ACTIVE_IN]->(n:Neighbourhood)
WITH id, collect(n.id) AS items
RETURN collect([id, items]) AS rows
