// Everything that a person is tied to, with what each tie says.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[r:KNOWS|NOT_ABOUT|MEMBER_OF|TOOK_PART_IN|OFFERS|CARES_ABOUT|ACTIVE_IN|ASKED]->(x)
RETURN type(r) AS relation, x.id AS id, coalesce(x.name, x.title, x.label_nl) AS name, properties(r) AS properties
ORDER BY relation, name, id
