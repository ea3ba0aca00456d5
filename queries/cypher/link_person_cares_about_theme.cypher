// Tie each named Person to the named Theme by CARES_ABOUT.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Theme {id: row.end})
CREATE (a)-[r:CARES_ABOUT]->(b)
SET r = row.properties
RETURN count(r) AS written
