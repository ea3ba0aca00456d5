// Take away the named SET_ASIDE between the named Request and Person.
UNWIND $rows AS row
MATCH (a:Request {id: row.start})-[r:SET_ASIDE]->(b:Person {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
