// Take the lock on an organisation of a city.
MATCH (o:Organisation {id: $id})
WITH o WHERE o.city = $city
SET o.lock = $token
RETURN count(o) AS written
