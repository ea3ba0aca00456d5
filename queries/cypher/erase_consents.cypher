// Take away everything a person consented to.
MATCH (p:Person {id: $id})-[:GAVE]->(c:Consent)
WITH collect(c) AS events
UNWIND events AS c
DETACH DELETE c
RETURN count(*) AS written
