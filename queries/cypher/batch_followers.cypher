// Later imports and edits that changed, replaced or hang on what an import made or changed.
MATCH (n)
WHERE n.city = $city AND (n.batch = $batch OR n.changed_by = $batch) AND n.changed_by <> $batch AND n.key IS NOT NULL
RETURN n.changed_by AS follower
UNION
MATCH (n)-[r]-()
WHERE n.city = $city AND n.batch = $batch AND n.key IS NOT NULL AND r.batch <> $batch
RETURN r.batch AS follower
UNION
MATCH (p:Person)-[:GAVE]->(c:Consent)
WHERE p.city = $city AND p.batch = $batch AND c.batch <> $batch
RETURN c.batch AS follower
UNION
MATCH (c:ImportChange)
WHERE c.city = $city AND c.of_batch = $batch AND c.batch <> $batch
RETURN c.batch AS follower
