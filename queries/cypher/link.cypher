// A link that is still there.
MATCH (l:Link {id: $id})
RETURN l.id AS id, l.city AS city, l.purpose AS purpose, l.subject AS subject, l.until AS until
