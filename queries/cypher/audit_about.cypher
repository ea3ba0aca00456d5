// Events of a city that are about somebody.
MATCH (e:AuditEvent)
WHERE e.city = $city AND $id IN e.subjects
RETURN e.id AS id, e.number AS number, e.at AS at, e.action AS action, e.role AS role, e.actor AS actor,
  e.subjects AS subjects, e.details AS details, e.salts AS salts, e.digests AS digests,
  e.previous AS previous, e.hash AS hash
ORDER BY id
