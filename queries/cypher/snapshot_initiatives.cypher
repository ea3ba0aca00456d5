// Every initiative of a city with what it is about, where it took place, and who organised it.
MATCH (i:Initiative {city: $city})
OPTIONAL MATCH (i)-[:ABOUT]->(t:Theme)
WITH i, collect(t.id) AS themes
OPTIONAL MATCH (i)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
WITH i, themes, collect(n.id) AS places
OPTIONAL MATCH (o:Organisation)-[:ORGANISED]->(i)
WITH i, themes, places, collect(o.id) AS organisations
RETURN right(i.id, 1) AS part,
       collect([i.id, i.key, i.title, i.start, i.end, i.size, i.about, i.lessons, i.public, i.erased, themes, places,
                organisations]) AS rows
