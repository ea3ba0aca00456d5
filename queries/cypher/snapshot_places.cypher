// The neighbourhoods where people and organisations of a city are active, grouped by who is.
MATCH (n:Neighbourhood {city: $city})<-[:ACTIVE_IN]-(a)
RETURN a.id AS owner, collect(n.id) AS items
