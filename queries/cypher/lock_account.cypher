// Take the lock on an account, then read it.
MATCH (a:Account {id: $id})
SET a.lock = $token
RETURN a.id AS id, a.email AS email, a.name AS name, a.roles AS roles, a.password AS password,
  a.openid AS openid, a.epoch AS epoch, a.blocked AS blocked, a.created_at AS created_at,
  a.updated_at AS updated_at, a.signed_in_at AS signed_in_at
