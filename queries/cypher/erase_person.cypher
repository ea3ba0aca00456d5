// Take a person away with everything that ties them to others.
MATCH (p:Person {id: $id})
DETACH DELETE p
RETURN count(*) AS written
