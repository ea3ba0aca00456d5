// People who were not told yet that they are kept, and of whom no consent, given or withdrawn, was ever recorded.
MATCH (p:Person {city: $city})
WHERE p.informed_on IS NULL
OPTIONAL MATCH (p)-[:GAVE]->(c:Consent)
WITH p, count(c) AS events
WHERE events = 0
RETURN p.id AS id, p.key AS key, p.name AS name, p.created_at AS created_at, p.source AS source, p.batch AS batch,
       p.email IS NOT NULL AS reachable
ORDER BY created_at, id
