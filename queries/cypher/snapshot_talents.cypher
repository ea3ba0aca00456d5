// Every talent of a city with the talent above it.
MATCH (t:Talent {city: $city})
OPTIONAL MATCH (t)-[:BROADER]->(b:Talent)
RETURN t.id AS id, t.key AS key, t.label_nl AS label_nl, t.label_en AS label_en, head(collect(b.id)) AS broader
