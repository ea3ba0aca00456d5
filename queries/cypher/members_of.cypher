// Which people are tied to an organisation by MEMBER_OF, with what each tie says.
MATCH (o:Organisation {id: $id})
WITH o WHERE o.city = $city
MATCH (o)<-[r:MEMBER_OF]-(x:Person)
RETURN x.id AS id, x.key AS key, x.name AS name, properties(r) AS properties
ORDER BY id
