// Take away the named TOOK_PLACE_IN between the named Request and Neighbourhood.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})-[r:TOOK_PLACE_IN]->(b:Neighbourhood {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
