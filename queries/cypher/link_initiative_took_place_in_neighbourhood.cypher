// Tie each named Initiative to the named Neighbourhood by TOOK_PLACE_IN.
UNWIND $rows AS row
MATCH (a:Initiative {id: row.start})
MATCH (b:Neighbourhood {id: row.end})
CREATE (a)-[r:TOOK_PLACE_IN]->(b)
SET r = row.properties
RETURN count(r) AS written
