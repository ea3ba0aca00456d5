// Take away the named BROADER between the named Theme and Theme.
UNWIND $rows AS row
MATCH (a:Theme {id: row.start})-[r:BROADER]->(b:Theme {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
