// Make districts, each from its map of properties.
UNWIND $rows AS row
CREATE (n:District)
SET n = row
RETURN count(n) AS written
