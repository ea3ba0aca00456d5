// End a person's memberships of an organisation that still run.
MATCH (p:Person {id: $id})-[r:MEMBER_OF]->(:Organisation {id: $organisation})
WHERE r.until IS NULL OR r.until > $today
SET r.until = $today
RETURN count(r) AS written
