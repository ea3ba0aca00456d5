// Forget how things were that speak of a person.
MATCH (c:ImportChange {city: $city})
WHERE c.subject = $id OR c.before CONTAINS ('"' + $id + '"')
WITH collect(c) AS all
UNWIND all AS c
DETACH DELETE c
RETURN count(*) AS written
