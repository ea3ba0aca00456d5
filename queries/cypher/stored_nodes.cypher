// Every thing of a city with all its properties; consents, batches and their changes apart.
MATCH (n)
WHERE n.city = $city AND n.key IS NOT NULL
RETURN labels(n)[0] AS label, n.id AS id, properties(n) AS properties
