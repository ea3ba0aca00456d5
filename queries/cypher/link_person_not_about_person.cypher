// Tie each named Person to the named Person by NOT_ABOUT.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Person {id: row.end})
CREATE (a)-[r:NOT_ABOUT]->(b)
SET r = row.properties
RETURN count(r) AS written
