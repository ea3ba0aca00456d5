// People who have a mail address.
MATCH (p:Person)
WHERE p.city = $city AND toLower(trim(p.email)) = $email
RETURN p.id AS id, p.name AS name, p.email AS email
ORDER BY name, id
