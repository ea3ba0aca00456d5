// Forget removals of what speaks of a person.
MATCH (r:Removal {city: $city})
WHERE r.before CONTAINS ('"' + $id + '"')
WITH collect(r) AS all
UNWIND all AS r
DETACH DELETE r
RETURN count(*) AS written
