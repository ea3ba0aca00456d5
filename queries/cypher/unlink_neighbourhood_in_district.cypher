// Take away the named IN between the named Neighbourhood and District.
UNWIND $rows AS row
MATCH (a:Neighbourhood {id: row.start})-[r:IN]->(b:District {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
