// Where the log of a city stands.
MATCH (h:AuditHead {city: $city})
RETURN h.number AS number, h.hash AS hash, h.cleared AS cleared, h.days AS days, h.at AS at, h.erased AS erased
