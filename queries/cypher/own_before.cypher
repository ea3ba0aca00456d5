// How a person was before imports and merges changed them.
MATCH (c:ImportChange {city: $city})
WHERE c.subject = $id AND c.kind = 'node'
RETURN c.batch AS batch, c.before AS before
ORDER BY batch
