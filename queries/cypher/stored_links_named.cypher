// Relations that start from some things of a city, and who organised or asked them, grouped by where they start.
MATCH (a)
WHERE a.city = $city AND a.id IN $ids
MATCH (a)-[r]->(b)
WHERE b.key IS NOT NULL
RETURN labels(a)[0] AS start_label, a.id AS start, collect([type(r), labels(b)[0], b.id, properties(r)]) AS links
UNION ALL
MATCH (b:Initiative|Request)
WHERE b.city = $city AND b.id IN $ids
MATCH (a)-[r:ORGANISED|ASKED]->(b)
RETURN labels(a)[0] AS start_label, a.id AS start, collect([type(r), labels(b)[0], b.id, properties(r)]) AS links
