// What one relation ties a person to, with what each tie says.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[r:KNOWS|MEMBER_OF|TOOK_PART_IN]->(x)
WHERE type(r) = $relation
RETURN x.id AS id, x.key AS key, coalesce(x.name, x.title) AS name, properties(r) AS properties
ORDER BY id
