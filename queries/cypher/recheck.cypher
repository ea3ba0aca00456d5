// The revision of a city, and what a few people agree to at this moment.
OPTIONAL MATCH (r:Revision {city: $city})
WITH head(collect(r.number)) AS revision
UNWIND $people AS id
OPTIONAL MATCH (p:Person {id: id})
OPTIONAL MATCH (p)-[:NOT_ABOUT]->(q:Person)
WITH revision, id, p, collect(q.id) AS not_about
OPTIONAL MATCH (p)-[:GAVE]->(c:Consent)
WITH revision, id, p, not_about,
     collect(CASE WHEN c IS NULL THEN null
             ELSE [c.id, c.purpose, c.given, c.scope, c.themes, c.start, c.end, c.recorded_at] END) AS events
RETURN revision, id, p.id IS NOT NULL AS present, p.name AS name, p.availability AS availability,
       p.open_asks AS open_asks, p.ask_limit AS ask_limit, p.paused_until AS paused_until,
       p.ask_themes AS ask_themes, not_about, events
