// Tie each named Organisation to the named Neighbourhood by ACTIVE_IN.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})
MATCH (b:Neighbourhood {id: row.end})
CREATE (a)-[r:ACTIVE_IN]->(b)
SET r = row.properties
RETURN count(r) AS written
