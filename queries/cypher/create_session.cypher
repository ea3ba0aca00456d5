// Begin a session from its map of properties.
CREATE (s:Session)
SET s = $properties
RETURN s.id AS id
