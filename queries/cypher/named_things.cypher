// Every thing of a city with its key, its source and what it is called.
MATCH (n)
WHERE n.city = $city AND n.key IS NOT NULL
RETURN labels(n)[0] AS label, n.id AS id, n {.id, .key, .source, .name, .title, .label_nl, .label_en} AS properties
