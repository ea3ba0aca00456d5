// Tie each named Organisation to the named Initiative by ORGANISED.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})
MATCH (b:Initiative {id: row.end})
CREATE (a)-[r:ORGANISED]->(b)
SET r = row.properties
RETURN count(r) AS written
