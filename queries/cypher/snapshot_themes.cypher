// Every theme of a city with the theme above it.
MATCH (t:Theme {city: $city})
OPTIONAL MATCH (t)-[:BROADER]->(b:Theme)
RETURN t.id AS id, t.key AS key, t.label_nl AS label_nl, t.label_en AS label_en, head(collect(b.id)) AS broader
