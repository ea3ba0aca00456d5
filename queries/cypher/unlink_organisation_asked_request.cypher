// Take away the named ASKED between the named Organisation and Request.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})-[r:ASKED]->(b:Request {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
