// Take away the named BROADER between the named Talent and Talent.
UNWIND $rows AS row
MATCH (a:Talent {id: row.start})-[r:BROADER]->(b:Talent {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
