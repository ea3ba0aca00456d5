// The tokens of an account, newest first.
MATCH (t:Token)
WHERE t.account = $account
RETURN t.id AS id, t.name AS name, t.city AS city, t.role AS role, t.scopes AS scopes, t.until AS until,
  t.used_at AS used_at, t.created_at AS created_at
ORDER BY created_at DESC, id
