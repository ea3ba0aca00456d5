// The imports of a city, latest first.
MATCH (b:ImportBatch {city: $city})
RETURN b.id AS id, b.files AS files, b.sha256 AS sha256, b.status AS status, b.counts AS counts,
       b.created_at AS created_at, b.recorded_by AS recorded_by
ORDER BY b.id DESC
LIMIT 1000
