"""Who signs in: accounts with their roles in each city."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.access import PREFERRED, Question, Role, Viewer
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries import audit, passwords
from queries.audit import Action
from queries.imports import Written, utc_now
from queries.query import Query
from queries.versions import Seen

LOCK = "*accounts"
"""The lock under which accounts, sessions and tokens are written; no city is called so."""

LONGEST_NAME = 200
_ADDRESS = re.compile(r"[^@\s,;<>\"\ud800-\udfff]{1,64}@[^@\s,;<>\"\ud800-\udfff]{1,189}")


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account as the store keeps it."""

    id: str
    email: str
    name: str
    roles: list[str] | None
    password: str | None
    openid: list[str] | None
    epoch: int
    blocked: bool | None
    created_at: str
    updated_at: str
    signed_in_at: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in; moments are ISO text in UTC.

    ``roles`` holds, by city, what they may act as, the one they begin with first.
    """

    id: str
    email: str
    name: str
    roles: Mapping[str, tuple[Role, ...]]
    has_password: bool
    openid: tuple[str, ...]
    epoch: int
    blocked: bool
    created_at: str
    updated_at: str
    signed_in_at: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """That a thing with this id is there."""

    id: str


BY_EMAIL = Query("account_by_email", StoredAccount)
ONE = Query("account", StoredAccount)
ALL = Query("accounts", StoredAccount)
ANY = Query("any_account", Known)
LOCKED = Query("lock_account", StoredAccount, writes=True)
CREATE = Query("create_account", Known, writes=True)
CHANGE = Query("change_account", Known, writes=True)
REMOVE = Query("remove_account", Written, writes=True)
END_SESSIONS = Query("end_sessions", Written, writes=True)
REVOKE_TOKENS = Query("revoke_tokens", Written, writes=True)


def account_of(row: StoredAccount) -> Account:
    """Return a row as an account."""
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        roles=roles_of(row.roles or ()),
        has_password=row.password is not None,
        openid=tuple(row.openid or ()),
        epoch=row.epoch,
        blocked=bool(row.blocked),
        created_at=row.created_at,
        updated_at=row.updated_at,
        signed_in_at=row.signed_in_at,
    )


def roles_of(kept: Sequence[str]) -> Mapping[str, tuple[Role, ...]]:
    """Return roles by city, of what the store keeps as ``city/role``."""
    found: dict[str, set[Role]] = {}
    for entry in kept:
        city, _, role = entry.rpartition("/")
        found.setdefault(city, set()).add(Role(role))
    return {city: tuple(role for role in PREFERRED if role in roles) for city, roles in sorted(found.items())}


def folded(email: str) -> str:
    """Return an address as it is kept: without space around it, in small letters.

    Raises
    ------
    InvalidInput
        It is no address.
    """
    address = email.strip().casefold()
    if not _ADDRESS.fullmatch(address):
        message = (
            f"'{email[:80]}' is geen e-mailadres; verwacht iets als naam@voorbeeld.be. "
            f"/ '{email[:80]}' is no e-mail address; expected something like name@example.org."
        )
        raise InvalidInput(message)
    return address


def any_account(store: Store) -> bool:
    """Tell whether anybody has an account: from then on whoever comes in over HTTP must sign in."""
    return bool(ANY.read(store))


def accounts(store: Store, viewer: Viewer) -> list[Account]:
    """Return the accounts with a role in the viewer's city, and those without any role, by address."""
    viewer.require(Question.ACCOUNTS)
    return [found for row in ALL.read(store) if _of_city(found := account_of(row), viewer.city)]


def account(store: Store, viewer: Viewer, named: str) -> Account:
    """Return one account, by id or address.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.ACCOUNTS)
    return account_of(_found(store, viewer.city, named))


def add(store: Store, viewer: Viewer, email: str, roles: Sequence[Role], *, name: str = "") -> Account:
    """Make an account without a password: whoever it is for chooses one through a link.

    Somebody with an account in another city keeps that, with these roles added.

    Raises
    ------
    Conflict
        Their account has roles in this city already.
    InvalidInput, NotAllowed
    """
    viewer.require(Question.ACCOUNTS)
    address, now = folded(email), utc_now()
    fresh = {
        "id": new_id("account"),
        "email": address,
        "name": _name(name) or address.partition("@")[0],
        "roles": _kept({}, viewer.city, roles),
        "epoch": 1,
        "created_at": now,
        "updated_at": now,
    }

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        rows = BY_EMAIL.run(transaction, email=address)
        if not rows:
            CREATE.run(transaction, properties=fresh)
            audit.note(transaction, viewer, Action.ACCOUNT_MADE, str(fresh["id"]), details=_said(roles))
            return
        known = account_of(rows[0])
        if _of_city(known, viewer.city):
            message = (
                f"Er is al een account met {address}; wijzig de rollen ervan. "
                f"/ There is an account with {address} already; change its roles."
            )
            raise Conflict(message)
        changes = {"roles": _kept(known.roles, viewer.city, roles), "updated_at": now}
        CHANGE.run(transaction, id=known.id, changes=changes)
        audit.note(transaction, viewer, Action.ROLES_CHANGED, known.id, details=_said(roles))

    store.write(LOCK, work)
    return account_of(BY_EMAIL.read(store, email=address)[0])


def change(
    store: Store,
    viewer: Viewer,
    named: str,
    *,
    name: str | None = None,
    roles: Sequence[Role] | None = None,
    blocked: bool | None = None,
    seen: str | None = None,
    expected: Seen | None = None,
) -> Account:
    """Change an account; other roles in the viewer's city, or a block, end every session of it.

    Parameters
    ----------
    roles
        All roles in the viewer's city; none takes them away. Roles in other cities stay.
    seen
        The ``updated_at`` the change was made on; another one in the store is a conflict.
    expected
        What was seen of it.

    Raises
    ------
    InvalidInput
        Nobody would be left who may give roles.
    UnknownThing, Conflict, Outdated, NotAllowed
    """
    viewer.require(Question.ACCOUNTS)
    identity = _found(store, viewer.city, named).id

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        row = _lock(transaction, identity, named)
        if seen is not None and row.updated_at != seen:
            message = (
                "Iemand anders wijzigde dit account intussen; bekijk het opnieuw. "
                "/ Somebody else changed this account in between; look at it again."
            )
            raise Conflict(message)
        before = account_of(row)
        if expected is not None:
            expected.require(before)
        changes: dict[str, object] = {"updated_at": utc_now()}
        if name is not None:
            changes["name"] = _name(name) or before.name
        if roles is not None:
            changes["roles"] = _kept(before.roles, viewer.city, roles)
        if blocked is not None:
            changes["blocked"] = blocked or None
        if blocked is not None:
            require_alone(before, viewer.city)
        held = frozenset(before.roles.get(viewer.city, ()))
        if (roles is not None and frozenset(roles) != held) or (
            blocked is not None and blocked != before.blocked
        ):
            changes["epoch"] = row.epoch + 1
        CHANGE.run(transaction, id=identity, changes=changes)
        if "epoch" in changes:
            END_SESSIONS.run(transaction, account=identity, but="")
        _note_change(transaction, viewer, before, roles, blocked)
        _somebody_rules(transaction, viewer.city)

    store.write(LOCK, work)
    return account_of(ONE.read(store, id=identity)[0])


def remove(store: Store, viewer: Viewer, named: str, *, expected: Seen | None = None) -> None:
    """Take an account away with its sessions and tokens; one with roles elsewhere loses those here.

    Raises
    ------
    InvalidInput
        Nobody would be left who may give roles.
    UnknownThing, NotAllowed
    """
    viewer.require(Question.ACCOUNTS)
    identity = _found(store, viewer.city, named).id

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        before = account_of(_lock(transaction, identity, named))
        if expected is not None:
            expected.require(before)
        END_SESSIONS.run(transaction, account=identity, but="")
        if before.roles.keys() - {viewer.city}:
            left = _kept(before.roles, viewer.city, ())
            CHANGE.run(
                transaction,
                id=identity,
                changes={"roles": left, "epoch": before.epoch + 1, "updated_at": utc_now()},
            )
        else:
            REVOKE_TOKENS.run(transaction, account=identity)
            REMOVE.run(transaction, id=identity)
        audit.note(transaction, viewer, Action.ACCOUNT_REMOVED, identity)
        _somebody_rules(transaction, viewer.city)

    store.write(LOCK, work)


def address_of(store: Store, identity: str) -> str:
    """Return the address of an account; empty where it has gone."""
    rows = ONE.read(store, id=identity)
    return rows[0].email if rows else ""


def choose_password(store: Store, identity: str, password: str) -> Account:
    """Give an account its password, which ends every session of it.

    Raises
    ------
    InvalidInput
        The password won't do.
    UnknownThing
        The account has gone.
    """
    check_password(store, identity, password)
    kept = passwords.hashed(password)

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        row = _lock(transaction, identity, identity)
        changes = {"password": kept, "epoch": row.epoch + 1, "updated_at": utc_now()}
        CHANGE.run(transaction, id=identity, changes=changes)
        END_SESSIONS.run(transaction, account=identity, but="")

    store.write(LOCK, work)
    return account_of(ONE.read(store, id=identity)[0])


def require_alone(found: Account, city: str) -> None:
    """Refuse what concerns an account as a whole to an admin of one of the cities it has roles in.

    Raises
    ------
    InvalidInput
    """
    if found.roles.keys() - {city}:
        message = (
            "Dit account heeft ook rollen in een andere stad; hier kunt u alleen de rollen in deze stad wijzigen. "
            "/ This account has roles in another city too; here you can change the roles in this city only."
        )
        raise InvalidInput(message)


def check_password(store: Store, identity: str, password: str) -> None:
    """Refuse a password that won't do for an account.

    Raises
    ------
    InvalidInput, UnknownThing
    """
    rows = ONE.read(store, id=identity)
    if not rows:
        raise UnknownThing(_no_account(identity))
    passwords.check(password, rows[0].email, rows[0].name)


def _found(store: Store, city: str, named: str) -> StoredAccount:
    """Return the account with an id or address, as an admin of `city` may know it."""
    rows = ONE.read(store, id=named) or BY_EMAIL.read(store, email=named.strip().casefold())
    if not rows or not _of_city(account_of(rows[0]), city):
        raise UnknownThing(_no_account(named))
    return rows[0]


def _of_city(found: Account, city: str) -> bool:
    return city in found.roles or not found.roles


def _lock(transaction: Transaction, identity: str, named: str) -> StoredAccount:
    rows = LOCKED.run(transaction, id=identity, token=secrets.token_hex(8))
    if not rows:
        raise UnknownThing(_no_account(named))
    return rows[0]


def _somebody_rules(transaction: Transaction, city: str) -> None:
    """Refuse a change after which accounts are left in a city, and none of them may give roles."""
    left = [account_of(row) for row in ALL.run(transaction)]
    here = [each for each in left if city in each.roles]
    if here and not any(Role.ADMIN in each.roles[city] and not each.blocked for each in here):
        message = (
            "Zo blijft niemand over die rollen kan geven; maak eerst iemand anders beheerder (admin). "
            "/ Nobody would be left who may give roles; make somebody else an admin first."
        )
        raise InvalidInput(message)


def _note_change(
    transaction: Transaction,
    viewer: Viewer,
    before: Account,
    roles: Sequence[Role] | None,
    blocked: bool | None,
) -> None:
    """Write down what was changed of an account."""
    if roles is not None and frozenset(roles) != frozenset(before.roles.get(viewer.city, ())):
        audit.note(transaction, viewer, Action.ROLES_CHANGED, before.id, details=_said(roles))
    else:
        details = {} if blocked is None else {"blocked": int(blocked)}
        audit.note(transaction, viewer, Action.ACCOUNT_CHANGED, before.id, details=details)


def _said(roles: Sequence[Role]) -> dict[str, str | int]:
    return {"roles": " ".join(sorted(roles))}


def _kept(before: Mapping[str, Sequence[Role]], city: str, roles: Sequence[Role]) -> list[str]:
    if Role.PUBLIC in roles:
        message = (
            "Voor de rol public meldt niemand zich aan; kies partner, researcher, coordinator of admin. "
            "/ Nobody signs in for the role public; choose partner, researcher, coordinator or admin."
        )
        raise InvalidInput(message)
    whole = {**before, city: tuple(roles)}
    return sorted({f"{place}/{role}" for place, held in whole.items() for role in held})


def _name(name: str) -> str:
    shown = " ".join(name.split())
    if len(shown) > LONGEST_NAME:
        message = (
            f"Een naam telt hoogstens {LONGEST_NAME} tekens. / A name has at most {LONGEST_NAME} characters."
        )
        raise InvalidInput(message)
    return shown


def _no_account(named: str) -> str:
    return f"Er is geen account '{named}'. / There is no account '{named}'."
