// Take away the named BORDERS between the named Neighbourhood and Neighbourhood.
UNWIND $rows AS row
MATCH (a:Neighbourhood {id: row.start})-[r:BORDERS]->(b:Neighbourhood {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
