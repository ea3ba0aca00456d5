// Take away the named ASKED between the named Person and Request.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:ASKED]->(b:Request {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
