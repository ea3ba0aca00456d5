// Take away the named CARES_ABOUT between the named Person and Theme.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:CARES_ABOUT]->(b:Theme {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
