// Tie each named Person to the named Request by ASKED.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Request {id: row.end})
CREATE (a)-[r:ASKED]->(b)
SET r = row.properties
RETURN count(r) AS written
