// One import of a city.
MATCH (b:ImportBatch {id: $id})
WITH b WHERE b.city = $city
RETURN b.id AS id, b.files AS files, b.sha256 AS sha256, b.status AS status, b.counts AS counts,
       b.created_at AS created_at, b.recorded_by AS recorded_by
