// Note, on what somebody was part of, that somebody was: the size of neither falls when they are erased.
MATCH (p:Person {id: $id})-[m:MEMBER_OF]->(o:Organisation)
WITH o, collect(coalesce(m.since, '') + '/' + coalesce(m.until, '')) AS spans
SET o.erased = coalesce(o.erased, []) + spans
RETURN count(o) AS written
