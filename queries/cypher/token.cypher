// A token, with the account that it acts for.
MATCH (t:Token {id: $id})
MATCH (a:Account {id: t.account})
RETURN t.id AS id, t.name AS name, t.city AS city, t.role AS role, t.scopes AS scopes, t.secret AS secret,
  t.until AS until, t.used_at AS used_at, t.created_at AS created_at, a.id AS account, a.email AS email,
  a.name AS account_name, a.roles AS roles, a.blocked AS blocked
