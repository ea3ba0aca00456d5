// Change properties of a token.
MATCH (t:Token {id: $id})
SET t += $changes
RETURN t.id AS id
