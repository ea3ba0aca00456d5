// How things were before the merges that stand.
MATCH (c:ImportChange)
WHERE c.city = $city AND c.batch STARTS WITH 'decision:'
RETURN c.batch AS batch, c.kind AS kind, c.label AS label, c.subject AS subject, c.before AS before
ORDER BY c.id
