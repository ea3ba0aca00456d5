// Make people, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Person)
SET n = row
RETURN count(n) AS written
