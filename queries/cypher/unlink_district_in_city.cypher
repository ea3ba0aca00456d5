// Take away the named IN between the named District and City.
UNWIND $rows AS row
MATCH (a:District {id: row.start})-[r:IN]->(b:City {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
