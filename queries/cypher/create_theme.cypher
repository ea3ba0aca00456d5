// Make themes, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Theme)
SET n = row
RETURN count(n) AS written
