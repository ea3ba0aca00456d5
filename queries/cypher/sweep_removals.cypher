// Forget what was taken away so long ago that it is not put back any more.
MATCH (r:Removal {city: $city})
WHERE r.until < $now
WITH collect(r) AS all
UNWIND all AS r
DETACH DELETE r
RETURN count(*) AS written
