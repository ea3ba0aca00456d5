// What was chosen for sheets and headers at the imports of a city, latest first.
MATCH (b:ImportBatch {city: $city})
WHERE b.mapping IS NOT NULL
RETURN b.mapping AS mapping
ORDER BY b.id DESC
LIMIT 200
