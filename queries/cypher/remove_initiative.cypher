// Take an initiative away with everything that ties it to others.
MATCH (i:Initiative {id: $id})
DETACH DELETE i
RETURN count(*) AS written
