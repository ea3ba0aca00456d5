// Make a token from its map of properties.
CREATE (t:Token)
SET t = $properties
RETURN t.id AS id
