// Take away the named MEMBER_OF between the named Person and Organisation.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:MEMBER_OF]->(b:Organisation {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
