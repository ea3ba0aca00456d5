// Take away the earlier links of somebody for one purpose, and those that have run out.
MATCH (l:Link)
WHERE l.until < $now OR (l.purpose = $purpose AND l.subject = $subject)
WITH l LIMIT 200
DETACH DELETE l
RETURN count(*) AS written
