// Take an organisation away with everything that ties it to others.
MATCH (o:Organisation {id: $id})
DETACH DELETE o
RETURN count(*) AS written
