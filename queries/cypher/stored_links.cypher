// Every relation between the things of a city, with all its properties, grouped by where it starts.
MATCH (a)-[r]->(b)
WHERE a.city = $city AND b.key IS NOT NULL
RETURN labels(a)[0] AS start_label, a.id AS start, collect([type(r), labels(b)[0], b.id, properties(r)]) AS links
