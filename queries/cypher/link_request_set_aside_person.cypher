// Tie each named Request to the named Person by SET_ASIDE.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})
MATCH (b:Person {id: row.end})
CREATE (a)-[r:SET_ASIDE]->(b)
SET r = row.properties
RETURN count(r) AS written
