// Take away what a request is tied to by the named relations, before it is given anew.
MATCH (q:Request {id: $id})-[r:ABOUT|NEEDS|TOOK_PLACE_IN|ASKED]-()
WHERE type(r) IN $relations
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
