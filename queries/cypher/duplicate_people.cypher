// Everyone in a city with what tells whether two are one.
MATCH (p:Person {city: $city})
OPTIONAL MATCH (p)-[:ACTIVE_IN]->(n:Neighbourhood)
WITH p, collect(CASE WHEN n IS NULL THEN null ELSE [n.id, n.name] END) AS neighbourhoods
OPTIONAL MATCH (p)-[:MEMBER_OF]->(o:Organisation)
WITH p, neighbourhoods, collect(DISTINCT CASE WHEN o IS NULL THEN null ELSE [o.id, o.name] END) AS organisations
OPTIONAL MATCH (p)-[:GAVE]->(c:Consent {purpose: 'contact'})
WITH p, neighbourhoods, organisations,
     collect(CASE WHEN c IS NULL THEN null
             ELSE [c.id, c.purpose, c.given, c.scope, c.themes, c.start, c.end, c.recorded_at] END) AS contact
RETURN p.id AS id, p.key AS key, p.name AS name, p.sector AS sector, p.level AS level, p.email AS email,
       p.phone AS phone, p.languages AS languages, p.about AS about, p.batch AS batch,
       p.changed_by AS changed_by, neighbourhoods, organisations, contact
ORDER BY id
