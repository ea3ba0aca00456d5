// Record consent events, grouped by the person who gave or withdrew.
UNWIND $rows AS row
MATCH (p:Person {id: row.person})
UNWIND row.events AS event
CREATE (p)-[:GAVE]->(c:Consent)
SET c = event
RETURN count(c) AS written
