// Append an event from its map of properties.
CREATE (e:AuditEvent)
SET e = $properties
RETURN e.id AS id
