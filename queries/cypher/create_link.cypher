// Make a link from its map of properties.
CREATE (l:Link)
SET l = $properties
RETURN l.id AS id
