// Say where the log of a city stands.
MATCH (h:AuditHead {city: $city})
SET h += $changes
RETURN count(h) AS written
