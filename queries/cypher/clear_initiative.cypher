// Take away what an initiative is tied to by the named relations, before it is given anew.
MATCH (i:Initiative {id: $id})-[r:ABOUT|TOOK_PLACE_IN|ORGANISED]-()
WHERE type(r) IN $relations
WITH collect(r) AS held
UNWIND held AS r
DELETE r
RETURN count(*) AS written
