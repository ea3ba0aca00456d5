// Note, on initiatives somebody took part in, that somebody did.
MATCH (p:Person {id: $id})-[:TOOK_PART_IN]->(i:Initiative)
WITH DISTINCT i
SET i.erased = coalesce(i.erased, 0) + 1
RETURN count(i) AS written
