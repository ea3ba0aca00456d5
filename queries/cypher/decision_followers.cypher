// Later imports, edits and merges that changed what a merge made or replaced.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city AND p.changed_by <> $batch
RETURN p.changed_by AS follower
UNION
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[r]-()
WHERE r.batch <> $batch AND r.updated_at > $after
RETURN r.batch AS follower
UNION
MATCH (c:ImportChange)
WHERE c.city = $city AND c.of_batch = $batch AND c.batch <> $batch
RETURN c.batch AS follower
