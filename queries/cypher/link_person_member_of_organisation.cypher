// Tie each named Person to the named Organisation by MEMBER_OF.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})
MATCH (b:Organisation {id: row.end})
CREATE (a)-[r:MEMBER_OF]->(b)
SET r = row.properties
RETURN count(r) AS written
