// Make initiatives, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Initiative)
SET n = row
RETURN count(n) AS written
