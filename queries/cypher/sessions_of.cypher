// The sessions of an account, last used first.
MATCH (s:Session)
WHERE s.account = $account
RETURN s.id AS id, s.city AS city, s.role AS role, s.seen_at AS seen_at, s.created_at AS created_at
ORDER BY seen_at DESC, id
