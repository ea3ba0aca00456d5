// How many took part in an initiative.
MATCH (i:Initiative {id: $id})-[r:TOOK_PART_IN]-()
RETURN type(r) AS relation, count(r) AS times
ORDER BY relation
