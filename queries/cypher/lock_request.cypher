// Take the lock on a request, then read its version and status.
MATCH (q:Request {id: $id})
WITH q WHERE q.city = $city
SET q.lock = $token
RETURN q.version AS version, q.status AS status, q.status_dates AS status_dates
