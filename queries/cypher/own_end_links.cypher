// Take away every link and session of a person's own.
MATCH (l:Link)
WHERE l.subject = $id
WITH collect(l) AS all
UNWIND all AS l
DETACH DELETE l
RETURN count(*) AS written
