// When others said something of their tie to a person; not who, nor what.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
MATCH (p)<-[r:KNOWS]-(:Person)
WITH coalesce(r.last_contact, r.since) AS day
RETURN day, count(*) AS times
ORDER BY day
