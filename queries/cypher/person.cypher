// One person with what they care about, offer and belong to.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
OPTIONAL MATCH (p)-[:ACTIVE_IN]->(n:Neighbourhood)
WITH p, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (p)-[c:CARES_ABOUT]->(t:Theme)
WITH p, neighbourhoods, collect(CASE WHEN t IS NULL THEN null ELSE [t.id, c.experience] END) AS themes
OPTIONAL MATCH (p)-[o:OFFERS]->(s:Talent)
WITH p, neighbourhoods, themes, collect(CASE WHEN s IS NULL THEN null ELSE [s.id, o.level] END) AS talents
OPTIONAL MATCH (p)-[:MEMBER_OF]->(g:Organisation)
WITH p, neighbourhoods, themes, talents, collect(DISTINCT g.id) AS organisations
OPTIONAL MATCH (p)-[:GAVE]->(e:Consent {purpose: 'contact'})
WITH p, neighbourhoods, themes, talents, organisations,
     collect(CASE WHEN e IS NULL THEN null
             ELSE [e.id, e.purpose, e.given, e.scope, e.themes, e.start, e.end, e.recorded_at] END) AS contact
RETURN properties(p) AS properties, neighbourhoods, themes, talents, organisations, contact
