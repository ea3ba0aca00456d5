// How things were before an import changed them.
MATCH (c:ImportChange)
WHERE c.batch = $batch
RETURN c.kind AS kind, c.label AS label, c.subject AS subject, c.before AS before
