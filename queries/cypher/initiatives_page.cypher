// A page of initiatives of a city, in the order of their ids.
MATCH (i:Initiative {city: $city})
WHERE i.id > $after
WITH i ORDER BY i.id LIMIT $limit
OPTIONAL MATCH (i)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
WITH i, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (i)-[:ABOUT]->(t:Theme)
WITH i, neighbourhoods, collect(t.id) AS themes
OPTIONAL MATCH (o:Organisation)-[:ORGANISED]->(i)
WITH i, neighbourhoods, themes, collect(o.id) AS organisations
RETURN properties(i) AS properties, neighbourhoods, themes, organisations
ORDER BY i.id
