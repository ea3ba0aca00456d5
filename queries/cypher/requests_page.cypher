// A page of requests of a city, in the order of their ids; with one status where it is given.
MATCH (q:Request {city: $city})
WHERE q.id > $after AND ($status IS NULL OR q.status = $status)
WITH q ORDER BY q.id LIMIT $limit
OPTIONAL MATCH (asker)-[:ASKED]->(q)
WITH q, head(collect(asker.id)) AS asker
OPTIONAL MATCH (q)-[:ABOUT]->(t:Theme)
WITH q, asker, collect(t.id) AS themes
OPTIONAL MATCH (q)-[:NEEDS]->(s:Talent)
WITH q, asker, themes, collect(s.id) AS talents
OPTIONAL MATCH (q)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
WITH q, asker, themes, talents, collect(n.id) AS neighbourhoods
RETURN properties(q) AS properties, asker, themes, talents, neighbourhoods
ORDER BY q.id
