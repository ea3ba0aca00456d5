// Tie each named Talent to the named Talent by BROADER.
UNWIND $rows AS row
MATCH (a:Talent {id: row.start})
MATCH (b:Talent {id: row.end})
CREATE (a)-[r:BROADER]->(b)
SET r = row.properties
RETURN count(r) AS written
