// Take away the named ABOUT between the named Initiative and Theme.
UNWIND $rows AS row
MATCH (a:Initiative {id: row.start})-[r:ABOUT]->(b:Theme {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
