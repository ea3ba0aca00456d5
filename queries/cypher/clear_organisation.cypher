// Take away what an organisation is tied to by the named relations, before it is given anew.
MATCH (o:Organisation {id: $id})-[r:ACTIVE_IN|CARES_ABOUT|OFFERS]-()
WHERE type(r) IN $relations
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
