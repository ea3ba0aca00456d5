"""Whose account it is: by a password, or by what an OpenID provider says."""

import secrets

from graph.errors import InvalidInput
from graph.store import Store, Transaction
from queries import passwords
from queries.accounts import BY_EMAIL, CHANGE, LOCK, LOCKED, Account, StoredAccount, account_of, folded
from queries.query import Query

BY_OPENID = Query("account_by_openid", StoredAccount)


def password_account(store: Store, email: str, password: str) -> Account | None:
    """Return the account that an address and a password belong to, if they do.

    Whether there is such an account, whether it has a password and whether it is blocked make no difference to what
    is done: the store is asked once and one hash is compared, in every case.
    """
    row = _by_email(store, email)
    right = passwords.matches(row.password if row is not None else None, password)
    if row is None or row.blocked or not right:
        return None
    if row.password is not None and passwords.outdated(row.password):
        _change(store, row.id, password=passwords.hashed(password))
    return account_of(row)


def openid_account(store: Store, issuer: str, subject: str, verified_email: str | None) -> Account | None:
    """Return the account that signs in elsewhere as `subject` of `issuer`, if there is one.

    The first time, an account is found by the address that the provider verified (OpenID Connect Core 1.0, section
    5.7: an address alone is no stable name of anybody); it keeps issuer and subject from then on, and never takes
    those of a second person at the same provider.
    """
    link = f"{issuer} {subject}"
    rows = BY_OPENID.read(store, openid=link)
    row = rows[0] if rows else None
    if row is None and verified_email is not None:
        row = _by_email(store, verified_email)
        if row is None or any(each.startswith(f"{issuer} ") for each in row.openid or ()):
            return None
        _change(store, row.id, openid=[*(row.openid or ()), link])
    return None if row is None or row.blocked else account_of(row)


def _by_email(store: Store, email: str) -> StoredAccount | None:
    try:
        address = folded(email)
    except InvalidInput:
        address = ""
    rows = BY_EMAIL.read(store, email=address)
    return rows[0] if rows else None


def _change(store: Store, identity: str, **changes: object) -> None:
    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        if LOCKED.run(transaction, id=identity, token=secrets.token_hex(8)):
            CHANGE.run(transaction, id=identity, changes=changes)

    store.write(LOCK, work)
