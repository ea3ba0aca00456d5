// The keys of the named people, and where those come from.
MATCH (p:Person)
WHERE p.id IN $people AND p.city = $city
RETURN p.id AS id, p.key AS key, p.source AS source
ORDER BY p.id
