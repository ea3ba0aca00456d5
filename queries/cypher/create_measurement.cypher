// Keep a measurement from its map of properties.
CREATE (m:Measurement)
SET m = $properties
RETURN m.id AS id
