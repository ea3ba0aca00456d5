// One initiative with its themes, places and organisers.
MATCH (i:Initiative {id: $id})
WITH i WHERE i.city = $city
OPTIONAL MATCH (i)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
WITH i, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (i)-[:ABOUT]->(t:Theme)
WITH i, neighbourhoods, collect(t.id) AS themes
OPTIONAL MATCH (o:Organisation)-[:ORGANISED]->(i)
RETURN properties(i) AS properties, neighbourhoods, themes, collect(o.id) AS organisations
