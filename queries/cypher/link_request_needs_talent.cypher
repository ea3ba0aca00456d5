// Tie each named Request to the named Talent by NEEDS.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})
MATCH (b:Talent {id: row.end})
CREATE (a)-[r:NEEDS]->(b)
SET r = row.properties
RETURN count(r) AS written
