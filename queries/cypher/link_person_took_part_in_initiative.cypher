// Tie each named Person to the named Initiative by TOOK_PART_IN.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Initiative {id: row.end})
CREATE (a)-[r:TOOK_PART_IN]->(b)
SET r = row.properties
RETURN count(r) AS written
