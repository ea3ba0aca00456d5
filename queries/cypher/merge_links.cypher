// Every relation from and to a person with all its properties, for a merge.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[r]->(o)
WHERE o.key IS NOT NULL
RETURN type(r) AS relation, labels(p)[0] AS start_label, p.id AS start, labels(o)[0] AS end_label, o.id AS end,
       properties(r) AS properties
UNION ALL
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)<-[r]-(o)
WHERE o.key IS NOT NULL AND o.id <> p.id
RETURN type(r) AS relation, labels(o)[0] AS start_label, o.id AS start, labels(p)[0] AS end_label, p.id AS end,
       properties(r) AS properties
