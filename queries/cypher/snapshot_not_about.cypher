// About whom some people do not want to be asked, grouped by who does not want it.
UNWIND $people AS id
MATCH (p:Person {id: id})-[:NOT_ABOUT]->(q:Person)
WITH id, collect(q.id) AS items
RETURN collect([id, items]) AS rows
