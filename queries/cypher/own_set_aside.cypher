// That coordinators set a person aside for requests, when and why; not which requests, nor who did.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)<-[r:SET_ASIDE]-(:Request)
RETURN r.reason AS reason, r.words AS words, r.at AS at
ORDER BY at, reason
