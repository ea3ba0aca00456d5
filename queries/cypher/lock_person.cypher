// Take the lock on a person, then read when they were changed last.
MATCH (p:Person {id: $id})
WITH p WHERE p.city = $city
SET p.lock = $token
RETURN p.updated_at AS updated_at
