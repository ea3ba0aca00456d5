// Which people are tied to an initiative by TOOK_PART_IN, with what each tie says.
MATCH (i:Initiative {id: $id})
WITH i WHERE i.city = $city
MATCH (i)<-[r:TOOK_PART_IN]-(x:Person)
RETURN x.id AS id, x.key AS key, x.name AS name, properties(r) AS properties
ORDER BY id
