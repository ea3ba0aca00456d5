// Revoke every token of an account.
MATCH (t:Token)
WHERE t.account = $account
DETACH DELETE t
RETURN count(*) AS written
