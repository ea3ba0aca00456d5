// Make organisations, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Organisation)
SET n = row
RETURN count(n) AS written
