// Make an account from its map of properties.
CREATE (a:Account)
SET a = $properties
RETURN a.id AS id
