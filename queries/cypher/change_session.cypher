// Change properties of a session.
MATCH (s:Session {id: $id})
SET s += $changes
RETURN s.id AS id
