// Revoke a token of an account.
MATCH (t:Token {id: $id})
WHERE t.account = $account
WITH t, t.id AS id
DETACH DELETE t
RETURN id
