// In which district each neighbourhood of a city lies.
MATCH (n:Neighbourhood {city: $city})-[:IN]->(d:District)
RETURN n.id AS id, d.name AS district
