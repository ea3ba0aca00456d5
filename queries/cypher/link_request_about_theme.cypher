// Tie each named Request to the named Theme by ABOUT.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})
MATCH (b:Theme {id: row.end})
CREATE (a)-[r:ABOUT]->(b)
SET r = row.properties
RETURN count(r) AS written
