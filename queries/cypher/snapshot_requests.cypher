// Every request of a city with its asker, and everything it is about.
MATCH (q:Request {city: $city})
OPTIONAL MATCH (asker)-[:ASKED]->(q)
WITH q, head(collect(asker.id)) AS asker
OPTIONAL MATCH (q)-[:ABOUT]->(theme:Theme)
WITH q, asker, collect(theme.id) AS themes
OPTIONAL MATCH (q)-[:NEEDS]->(talent:Talent)
WITH q, asker, themes, collect(talent.id) AS talents
OPTIONAL MATCH (q)-[:TOOK_PLACE_IN]->(place:Neighbourhood)
WITH q, asker, themes, talents, collect(place.id) AS neighbourhoods
RETURN right(q.id, 1) AS part,
       collect([q.id, q.key, q.title, q.text, q.kind, q.status, asker, themes, talents, neighbourhoods, q.languages,
                q.opened, q.needed_by, q.people_needed]) AS rows
