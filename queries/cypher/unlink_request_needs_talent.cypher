// Take away the named NEEDS between the named Request and Talent.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})-[r:NEEDS]->(b:Talent {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
