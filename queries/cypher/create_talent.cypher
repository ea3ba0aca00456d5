// Make talents, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Talent)
SET n = row
RETURN count(n) AS written
