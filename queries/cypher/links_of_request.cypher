// Every relation from and to a request with all its properties, for putting it back.
MATCH (q:Request {id: $id})
WITH q WHERE q.city = $city
MATCH (q)-[r]->(o)
WHERE o.key IS NOT NULL
RETURN type(r) AS relation, labels(q)[0] AS start_label, q.id AS start, labels(o)[0] AS end_label, o.id AS end,
       properties(r) AS properties
UNION ALL
MATCH (q:Request {id: $id})
WITH q WHERE q.city = $city
MATCH (q)<-[r]-(o)
WHERE o.key IS NOT NULL
RETURN type(r) AS relation, labels(o)[0] AS start_label, o.id AS start, labels(q)[0] AS end_label, q.id AS end,
       properties(r) AS properties
