// Take away the named OFFERS between the named Organisation and Talent.
UNWIND $rows AS row
MATCH (a:Organisation {id: row.start})-[r:OFFERS]->(b:Talent {id: row.end})
WHERE coalesce(r.since, '') = row.since AND coalesce(r.source, '') = row.source
DELETE r
RETURN count(*) AS written
