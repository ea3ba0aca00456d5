// Who was set aside for a request, with why, when and by whom.
MATCH (q:Request {id: $id})
WITH q WHERE q.city = $city
MATCH (q)-[r:SET_ASIDE]->(p:Person)
RETURN p.id AS id, p.key AS key, p.name AS name, r.reason AS reason, r.words AS words, r.at AS at, r.by AS by
ORDER BY id
