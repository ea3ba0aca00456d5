// Tie each named Organisation to the named Talent by OFFERS.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})
MATCH (b:Talent {id: row.end})
CREATE (a)-[r:OFFERS]->(b)
SET r = row.properties
RETURN count(r) AS written
