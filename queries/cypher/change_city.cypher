// Change cities: what a row names is set, the rest stays.
UNWIND $rows AS row
MATCH (n:City {id: row.id})
SET n += row.changes
RETURN count(n) AS written
