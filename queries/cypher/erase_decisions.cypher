// Forget the named decisions.
UNWIND $rows AS row
MATCH (d:Decision {id: row.id})
WITH collect(d) AS all
UNWIND all AS d
DETACH DELETE d
RETURN count(*) AS written
