// Change properties of an account; null clears one.
MATCH (a:Account {id: $id})
SET a += $changes
RETURN a.id AS id
