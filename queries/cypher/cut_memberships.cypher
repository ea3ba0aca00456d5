// Take away a person's memberships of an organisation.
MATCH (p:Person {id: $id})-[r:MEMBER_OF]->(:Organisation {id: $other})
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
