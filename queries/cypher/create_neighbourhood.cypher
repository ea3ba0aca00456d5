// Make neighbourhoods, each from its map of properties.
UNWIND $rows AS row
CREATE (n:Neighbourhood)
SET n = row
RETURN count(n) AS written
