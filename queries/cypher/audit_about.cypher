// Events of a city that are about somebody, or that they did themselves.
MATCH (e:AuditEvent)
WHERE e.id > $first AND e.id < $last AND ($id IN e.subjects OR e.actor = $id)
RETURN e.id AS id, e.number AS number, e.at AS at, e.action AS action, e.role AS role, e.actor AS actor,
  e.subjects AS subjects, e.details AS details, e.salts AS salts, e.digests AS digests,
  e.previous AS previous, e.hash AS hash
ORDER BY id
