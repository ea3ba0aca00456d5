// Whether anybody has an account.
MATCH (a:Account)
RETURN a.id AS id
LIMIT 1
