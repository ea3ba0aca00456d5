// A session, with the account that it is of.
MATCH (s:Session {id: $id})
MATCH (a:Account {id: s.account})
RETURN s.id AS id, s.city AS city, s.role AS role, s.epoch AS epoch, s.secret AS secret, s.before AS before,
  s.renewed_at AS renewed_at, s.seen_at AS seen_at, s.created_at AS created_at, a.id AS account,
  a.email AS email, a.name AS name, a.roles AS roles, a.epoch AS account_epoch, a.blocked AS blocked
