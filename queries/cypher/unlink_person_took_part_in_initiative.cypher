// Take away the named TOOK_PART_IN between the named Person and Initiative.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:TOOK_PART_IN]->(b:Initiative {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
