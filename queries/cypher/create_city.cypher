// Make cities, each from its map of properties.
UNWIND $rows AS row
CREATE (n:City)
SET n = row
RETURN count(n) AS written
