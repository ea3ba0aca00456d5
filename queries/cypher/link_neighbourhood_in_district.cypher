// Tie each named Neighbourhood to the named District by IN.
UNWIND $rows AS row
MATCH (a:Neighbourhood {id: row.start})
MATCH (b:District {id: row.end})
CREATE (a)-[r:IN]->(b)
SET r = row.properties
RETURN count(r) AS written
