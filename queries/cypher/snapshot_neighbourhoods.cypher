// Every neighbourhood of a city with its district, its middle and the neighbourhoods that it borders.
MATCH (n:Neighbourhood {city: $city})
OPTIONAL MATCH (n)-[:IN]->(d:District)
WITH n, head(collect(d.name)) AS district
OPTIONAL MATCH (n)-[:BORDERS]-(m:Neighbourhood)
RETURN n.id AS id, n.key AS key, n.name AS name, district, n.latitude AS latitude, n.longitude AS longitude,
       collect(DISTINCT m.id) AS borders
