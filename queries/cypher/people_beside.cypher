// Everyone in a city by name, mail, phone, neighbourhoods and organisations, to be compared with new rows.
MATCH (p:Person {city: $city})
OPTIONAL MATCH (p)-[:ACTIVE_IN]->(n:Neighbourhood)
WITH p, collect(n.id) AS neighbourhoods
OPTIONAL MATCH (p)-[:MEMBER_OF]->(o:Organisation)
RETURN p.id AS id, p.name AS name, p.email AS email, p.phone AS phone, neighbourhoods,
       collect(DISTINCT o.id) AS organisations
ORDER BY id
