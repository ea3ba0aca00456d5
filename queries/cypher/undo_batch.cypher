// Mark an import as taken back, and forget how things were before it.
MATCH (b:ImportBatch {id: $batch})
SET b.status = 'undone', b.updated_at = $now
WITH b
OPTIONAL MATCH (c:ImportChange)
WHERE c.batch = $batch
DETACH DELETE c
RETURN count(*) AS written
