// Take away sessions that nobody used since a moment, or that began before another one.
MATCH (s:Session)
WHERE s.seen_at < $idle OR s.created_at < $began
WITH s LIMIT 200
DETACH DELETE s
RETURN count(*) AS written
