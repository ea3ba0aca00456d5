// One organisation with what it cares about and offers.
MATCH (o:Organisation {id: $id})
WITH o WHERE o.city = $city
OPTIONAL MATCH (o)-[:ACTIVE_IN]->(n:Neighbourhood)
WITH o, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (o)-[c:CARES_ABOUT]->(t:Theme)
WITH o, neighbourhoods, collect(CASE WHEN t IS NULL THEN null ELSE [t.id, c.experience] END) AS themes
OPTIONAL MATCH (o)-[f:OFFERS]->(s:Talent)
WITH o, neighbourhoods, themes, collect(CASE WHEN s IS NULL THEN null ELSE [s.id, f.level] END) AS talents
RETURN properties(o) AS properties, neighbourhoods, themes, talents
