// One request with its asker and everything it is about.
MATCH (q:Request {id: $id})
WITH q WHERE q.city = $city
OPTIONAL MATCH (asker)-[:ASKED]->(q)
WITH q, head(collect(asker.id)) AS asker
OPTIONAL MATCH (q)-[:ABOUT]->(t:Theme)
WITH q, asker, collect(t.id) AS themes
OPTIONAL MATCH (q)-[:NEEDS]->(s:Talent)
WITH q, asker, themes, collect(s.id) AS talents
OPTIONAL MATCH (q)-[:TOOK_PLACE_IN]->(n:Neighbourhood)
RETURN properties(q) AS properties, asker, themes, talents, collect(n.id) AS neighbourhoods
