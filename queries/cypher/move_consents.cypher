// Hand consent events, which themselves never change, from one record of a person to another.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:GAVE]->(c:Consent)
WHERE c.id = row.event
MATCH (b:Person {id: row.end})
DELETE r
CREATE (b)-[:GAVE]->(c)
RETURN count(*) AS written
