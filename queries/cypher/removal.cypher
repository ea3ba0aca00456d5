// How a thing was that was taken away and may still be put back, latest removal first.
MATCH (r:Removal {city: $city})
WHERE r.subject = $id AND r.kind = $kind AND r.until >= $now
RETURN r.id AS id, r.before AS before
ORDER BY id DESC
