// Every organisation of a city with what it cares about, offers, and where it is active.
MATCH (o:Organisation {city: $city})
OPTIONAL MATCH (o)-[r:CARES_ABOUT]->(t:Theme)
WITH o, collect(CASE WHEN t IS NULL THEN null ELSE [t.id, r.experience] END) AS themes
OPTIONAL MATCH (o)-[r:OFFERS]->(t:Talent)
WITH o, themes, collect(CASE WHEN t IS NULL THEN null ELSE [t.id, r.level] END) AS talents
OPTIONAL MATCH (o)-[:ACTIVE_IN]->(n:Neighbourhood)
WITH o, themes, talents, collect(n.id) AS places
RETURN right(o.id, 1) AS part,
       collect([o.id, o.key, o.name, o.sector, o.kind, o.size, o.about, o.public, o.erased, themes, talents, places])
       AS rows
