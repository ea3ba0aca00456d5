// Tie each named Neighbourhood to the named Neighbourhood by BORDERS.
UNWIND $rows AS row
MATCH (a:Neighbourhood {id: row.start})
MATCH (b:Neighbourhood {id: row.end})
CREATE (a)-[r:BORDERS]->(b)
SET r = row.properties
RETURN count(r) AS written
