// Mark a decision as taken back.
UNWIND $rows AS row
MATCH (d:Decision {id: row.id})
SET d.status = 'undone', d.undone_by = row.undone_by, d.undone_at = row.now, d.updated_at = row.now
RETURN count(d) AS written
