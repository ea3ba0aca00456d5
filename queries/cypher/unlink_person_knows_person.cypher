// Take away the named KNOWS between the named Person and Person.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:KNOWS]->(b:Person {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
