// Put neighbourhoods back to what they were, property for property.
UNWIND $rows AS row
MATCH (n:Neighbourhood {id: row.id})
SET n = row.before
RETURN count(n) AS written
