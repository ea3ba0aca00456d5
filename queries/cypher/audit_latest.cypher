// Events of a city, latest first, before one of them, of one action or actor where that is given.
MATCH (e:AuditEvent)
WHERE e.id > $first AND e.id < $before
  AND ($action IS NULL OR e.action = $action)
  AND ($actor IS NULL OR (e.actor = $actor AND e.at >= $kept))
  AND ($since IS NULL OR e.at >= $since) AND ($until IS NULL OR e.at <= $until)
RETURN e.id AS id, e.number AS number, e.at AS at, e.action AS action, e.role AS role, e.actor AS actor,
  e.subjects AS subjects, e.details AS details, e.salts AS salts, e.digests AS digests,
  e.previous AS previous, e.hash AS hash
ORDER BY id DESC
LIMIT $limit
