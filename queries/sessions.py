"""Sessions: who has signed in, until they sign out, stay away too long, or their roles change.

The cookie holds ``id.secret``; the store keeps the SHA-256 of the secret, which has 256 bits of chance, so that
nobody who reads the store can act for anybody.
"""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hmac import compare_digest

from graph.access import Role, Viewer
from graph.errors import NotAllowed, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries.accounts import CHANGE, END_SESSIONS, LOCK, Account, Known, roles_of
from queries.imports import Written
from queries.query import Query

RENEW = timedelta(hours=1)
"""After how long a session gets a new secret."""

GRACE = timedelta(minutes=1)
"""How long the secret before still works: several requests of one page may be under way."""

NOTED = timedelta(minutes=1)
"""How far the kept moment of last use may lag behind."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lasts without being used, and in all."""

    idle: timedelta = timedelta(hours=2)
    whole: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session and its account as the store keeps them."""

    id: str
    city: str
    role: str
    epoch: int
    secret: str
    before: str | None
    renewed_at: str
    seen_at: str
    created_at: str
    account: str
    email: str
    name: str
    roles: list[str] | None
    account_epoch: int
    blocked: bool | None


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as whoever signed in sees it; moments are ISO text in UTC."""

    id: str
    city: str
    role: str
    seen_at: str
    created_at: str


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who has signed in: the session, the account behind it, and what they act as.

    ``key`` is what the cookie must hold from now on, where that is something else than it held.
    """

    session: str
    account: str
    email: str
    name: str
    city: str
    role: Role
    roles: tuple[Role, ...]
    key: str | None = None

    @property
    def viewer(self) -> Viewer:
        """Who asks."""
        return Viewer(self.role, self.city, account=self.account)


SESSION = Query("session", StoredSession)
SESSIONS_OF = Query("sessions_of", SessionRow)
CREATE = Query("create_session", Known, writes=True)
CHANGE_SESSION = Query("change_session", Known, writes=True)
END = Query("end_session", Written, writes=True)
SWEEP = Query("sweep_sessions", Written, writes=True)


def begin(store: Store, account: Account, city: str, *, limits: Limits, now: datetime) -> SignedIn:
    """Begin a session in the first of the account's roles in a city, and take those away that have run out.

    Raises
    ------
    NotAllowed
        The account has no role in this city.
    """
    roles = account.roles.get(city, ())
    if not roles:
        message = (
            "Dit account heeft hier geen rol; vraag wie Ploeg beheert om er een. "
            "/ This account has no role here; ask whoever runs Ploeg for one."
        )
        raise NotAllowed(message)
    secret, moment = secrets.token_urlsafe(32), text(now)
    identity = new_id("session")
    session = {
        "id": identity,
        "account": account.id,
        "city": city,
        "role": str(roles[0]),
        "epoch": account.epoch,
        "secret": digest(secret),
        "renewed_at": moment,
        "seen_at": moment,
        "created_at": moment,
    }

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        SWEEP.run(transaction, idle=text(now - limits.idle), began=text(now - limits.whole))
        CREATE.run(transaction, properties=session)
        CHANGE.run(transaction, id=account.id, changes={"signed_in_at": moment})

    store.write(LOCK, work)
    return SignedIn(
        session=identity,
        account=account.id,
        email=account.email,
        name=account.name,
        city=city,
        role=roles[0],
        roles=roles,
        key=f"{identity}.{secret}",
    )


def current(store: Store, key: str, city: str, *, limits: Limits, now: datetime) -> SignedIn | None:
    """Return who holds the key of a session in `city`, or ``None`` where it has ended.

    One read; the moment of use is written at most once a minute, and the secret is renewed every hour.
    """
    identity, _, secret = key.partition(".")
    rows = SESSION.read(store, id=identity) if key.isascii() else []
    if not rows:
        return None
    row = rows[0]
    fresh = compare_digest(row.secret, digest(secret))
    if not fresh and not _just_renewed(row, secret, now):
        return None
    if _ended(row, city, limits, now):
        return None
    changes: dict[str, object] = {}
    new_secret = None
    if now - moment(row.seen_at) >= NOTED:
        changes["seen_at"] = text(now)
    if fresh and now - moment(row.renewed_at) >= RENEW:
        new_secret = secrets.token_urlsafe(32)
        changes |= {"secret": digest(new_secret), "before": row.secret, "renewed_at": text(now)}
    if changes and not _changed(store, row, changes):
        # Another request renewed it in between: its secret is the one to keep.
        new_secret = None
    return SignedIn(
        session=row.id,
        account=row.account,
        email=row.email,
        name=row.name,
        city=city,
        role=Role(row.role),
        roles=roles_of(row.roles or ())[city],
        key=f"{row.id}.{new_secret}" if new_secret else None,
    )


def act_as(store: Store, signed_in: SignedIn, role: Role, *, now: datetime) -> SignedIn:
    """Go on in another of one's roles, under a new key.

    Raises
    ------
    NotAllowed
        The account has no such role here.
    """
    if role not in signed_in.roles:
        may = ", ".join(signed_in.roles)
        message = (
            f"U hebt hier de rol {role} niet; wel: {may}. / You have no role {role} here; you have: {may}."
        )
        raise NotAllowed(message)
    secret = secrets.token_urlsafe(32)
    changes = {"role": str(role), "secret": digest(secret), "before": None, "renewed_at": text(now)}

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        CHANGE_SESSION.run(transaction, id=signed_in.session, changes=changes)

    store.write(LOCK, work)
    return SignedIn(
        session=signed_in.session,
        account=signed_in.account,
        email=signed_in.email,
        name=signed_in.name,
        city=signed_in.city,
        role=role,
        roles=signed_in.roles,
        key=f"{signed_in.session}.{secret}",
    )


def end(store: Store, session: str) -> None:
    """End a session; one that has ended already stays so."""

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        END.run(transaction, id=session)

    store.write(LOCK, work)


def end_others(store: Store, signed_in: SignedIn) -> None:
    """End every other session of whoever signed in."""

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        END_SESSIONS.run(transaction, account=signed_in.account, but=signed_in.session)

    store.write(LOCK, work)


def of_account(store: Store, account: str) -> Sequence[SessionRow]:
    """Return the sessions of an account, last used first."""
    return SESSIONS_OF.read(store, account=account)


def end_one(store: Store, signed_in: SignedIn, session: str) -> None:
    """End one of one's own sessions.

    Raises
    ------
    UnknownThing
    """
    if session not in {row.id for row in of_account(store, signed_in.account)}:
        message = f"Er is geen sessie '{session}'. / There is no session '{session}'."
        raise UnknownThing(message)
    end(store, session)


def digest(secret: str) -> str:
    """Return what is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def text(at: datetime) -> str:
    """Return a moment in UTC as it is kept, so that later is larger."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment(kept: str) -> datetime:
    """Return a kept moment."""
    return datetime.fromisoformat(kept)


def _just_renewed(row: StoredSession, secret: str, now: datetime) -> bool:
    if row.before is None or now - moment(row.renewed_at) > GRACE:
        return False
    return compare_digest(row.before, digest(secret))


def _ended(row: StoredSession, city: str, limits: Limits, now: datetime) -> bool:
    """Tell whether a session has run out, or its account changed since it began."""
    if row.blocked or row.epoch != row.account_epoch or row.city != city:
        return True
    if row.role not in roles_of(row.roles or ()).get(city, ()):
        return True
    return now - moment(row.seen_at) > limits.idle or now - moment(row.created_at) > limits.whole


def _changed(store: Store, row: StoredSession, changes: dict[str, object]) -> bool:
    """Write what changed, unless the session has ended or was renewed meanwhile."""

    def work(transaction: Transaction) -> bool:
        transaction.unchanged()
        # The write holds the lock of all sessions: what is read here stays so.
        held = SESSION.run(transaction, id=row.id)
        if not held or held[0].secret != row.secret:
            return False
        CHANGE_SESSION.run(transaction, id=row.id, changes=changes)
        return True

    return store.write(LOCK, work)
