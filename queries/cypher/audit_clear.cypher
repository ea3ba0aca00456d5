// Take out of events who did it, and to whom.
UNWIND $rows AS row
MATCH (e:AuditEvent {id: row.id})
SET e.actor = row.actor, e.subjects = row.subjects, e.salts = row.salts
RETURN count(e) AS written
