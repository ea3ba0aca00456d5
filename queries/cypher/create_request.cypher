// Make requests, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Request)
SET n = row
RETURN count(n) AS written
