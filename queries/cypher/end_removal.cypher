// Forget a removal: what it took away was put back.
MATCH (r:Removal {city: $city})
WHERE r.id = $id
WITH collect(r) AS all
UNWIND all AS r
DETACH DELETE r
RETURN count(*) AS written
