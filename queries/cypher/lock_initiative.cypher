// Take the lock on an initiative of a city.
MATCH (i:Initiative {id: $id})
WITH i WHERE i.city = $city
SET i.lock = $token
RETURN count(i) AS written
