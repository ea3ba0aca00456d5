// Put themes back to what they were, property for property.
UNWIND $rows AS row
MATCH (n:Theme {id: row.id})
SET n = row.before
RETURN count(n) AS written
