// Take away the named NOT_ABOUT between the named Person and Person.
UNWIND $rows AS row
MATCH (a:Person {id: row.start})-[r:NOT_ABOUT]->(b:Person {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
