// End a session.
MATCH (s:Session {id: $id})
DETACH DELETE s
RETURN count(*) AS written
