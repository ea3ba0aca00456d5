// The outline of every neighbourhood of a city that has one, by id.
MATCH (n:Neighbourhood {city: $city})
WHERE n.polygon IS NOT NULL
RETURN n.id AS id, n.polygon AS polygon
ORDER BY id
