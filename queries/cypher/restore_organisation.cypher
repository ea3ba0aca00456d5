// Put organisations back to what they were, property for property.
UNWIND $rows AS row
MATCH (n:Organisation {id: row.id})
SET n = row.before
RETURN count(n) AS written
