// Every consent event of a person, first one first.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)-[:GAVE]->(c:Consent)
RETURN c.id AS id, c.purpose AS purpose, c.given AS given, c.scope AS scope, c.themes AS themes, c.start AS start,
       c.end AS end, c.recorded_at AS recorded_at, c.recorded_by AS recorded_by, c.source AS source,
       c.note AS note
ORDER BY c.start, c.recorded_at, c.id
