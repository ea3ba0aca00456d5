// Tie each named Theme to the named Theme by BROADER.
UNWIND $rows AS row
MATCH (a:Theme {id: row.start})
MATCH (b:Theme {id: row.end})
CREATE (a)-[r:BROADER]->(b)
SET r = row.properties
RETURN count(r) AS written
