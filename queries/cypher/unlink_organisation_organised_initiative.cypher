// Take away the named ORGANISED between the named Organisation and Initiative.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})-[r:ORGANISED]->(b:Initiative {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
