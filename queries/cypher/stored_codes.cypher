// The neighbourhood ids that other cities hold.
MATCH (n:Neighbourhood)
WHERE n.city <> $city
RETURN n.id AS id
