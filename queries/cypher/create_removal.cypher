// Note what was taken away, from its map of properties.
CREATE (r:Removal)
SET r = $properties
RETURN count(r) AS written
