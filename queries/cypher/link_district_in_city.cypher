// Tie each named District to the named City by IN.
UNWIND $rows AS row
MATCH (a:District {id: row.start})
MATCH (b:City {id: row.end})
CREATE (a)-[r:IN]->(b)
SET r = row.properties
RETURN count(r) AS written
