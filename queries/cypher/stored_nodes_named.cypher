// The things of a city that have one of some ids or keys, with all their properties.
MATCH (n)
WHERE n.city = $city AND n.key IS NOT NULL AND (n.id IN $names OR n.key IN $names)
RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS properties
