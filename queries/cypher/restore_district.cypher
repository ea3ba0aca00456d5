// Put districts back to what they were, property for property.
UNWIND $rows AS row
MATCH (n:District {id: row.id})
SET n = row.before
RETURN count(n) AS written
