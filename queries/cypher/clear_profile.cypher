// Take away what a person is tied to by the named relations, before it is given anew.
MATCH (p:Person {id: $id})-[r:ACTIVE_IN|CARES_ABOUT|OFFERS|NOT_ABOUT]->()
WHERE type(r) IN $relations
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
