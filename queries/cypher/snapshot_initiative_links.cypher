// What each initiative of a city is about, where it took place, and who organised it.
MATCH (i:Initiative {city: $city})
OPTIONAL MATCH (i)-[:ABOUT]->(t:Theme)
WITH i, collect(t.id) AS themes
OPTIONAL MATCH (i)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
WITH i, themes, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (o:Organisation)-[:ORGANISED]->(i)
RETURN i.id AS id, themes, neighbourhoods, collect(o.id) AS organisations
