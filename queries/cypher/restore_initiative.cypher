// Put initiatives back to what they were, property for property.
UNWIND $rows AS row
MATCH (n:Initiative {id: row.id})
SET n = row.before
RETURN count(n) AS written
