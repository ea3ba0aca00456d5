// The consent events of everyone in a city, grouped by person.
MATCH (p:Person {city: $city})-[:GAVE]->(c:Consent)
RETURN p.id AS person,
       collect([c.id, c.purpose, c.given, c.scope, c.themes, c.start, c.end, c.recorded_at]) AS events
