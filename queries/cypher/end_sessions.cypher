// End every session of an account, but for one.
MATCH (s:Session)
WHERE s.account = $account AND s.id <> $but
DETACH DELETE s
RETURN count(*) AS written
