// Take the lock on the log of a city, then read where it stands.
MERGE (h:AuditHead {city: $city})
SET h.lock = $token
RETURN h.number AS number, h.hash AS hash, h.cleared AS cleared, h.days AS days, h.at AS at, h.erased AS erased
