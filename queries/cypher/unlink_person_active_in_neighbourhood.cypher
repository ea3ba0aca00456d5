// Take away the named ACTIVE_IN between the named Person and Neighbourhood.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:ACTIVE_IN]->(b:Neighbourhood {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
