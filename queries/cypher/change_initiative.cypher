// Change initiatives: what a row names is set, the rest stays.
UNWIND $rows AS row
MATCH (n:Initiative {id: row.id})
SET n += row.changes
RETURN count(n) AS written
