"""Tokens: keys with which a program asks on behalf of an account, for some kinds of questions only."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hmac import compare_digest

from graph.access import ALLOWED, Question, Role, Viewer
from graph.errors import InvalidInput, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries.accounts import LOCK, Known, roles_of
from queries.query import Query
from queries.sessions import NOTED, SignedIn, digest, moment, text

MOST_TOKENS = 50
LONGEST_DAYS = 366
PREFIX = "ploeg_"
"""What every key begins with, so that one that got out can be found."""


@dataclass(frozen=True, slots=True)
class StoredToken:
    """A token and its account as the store keeps them."""

    id: str
    name: str
    city: str
    role: str
    scopes: list[str]
    secret: str
    until: str
    used_at: str | None
    created_at: str
    account: str
    email: str
    account_name: str
    roles: list[str] | None
    blocked: bool | None


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token as whoever made it sees it; ``until`` is its last day, moments are ISO text in UTC."""

    id: str
    name: str
    city: str
    role: str
    scopes: list[str]
    until: str
    used_at: str | None
    created_at: str


TOKEN = Query("token", StoredToken)
TOKENS_OF = Query("tokens_of", TokenRow)
CREATE = Query("create_token", Known, writes=True)
CHANGE = Query("change_token", Known, writes=True)
REVOKE = Query("revoke_token", Known, writes=True)


def make(
    store: Store,
    signed_in: SignedIn,
    name: str,
    scopes: Sequence[Question],
    *,
    until: date | None,
    now: datetime,
) -> tuple[TokenRow, str]:
    """Make a token in the role one acts in, and return it with its key, which is shown this once.

    Raises
    ------
    InvalidInput
        It has no name or scope, its role may not ask this, it lasts over a year, or there are too many.
    """
    name = " ".join(name.split())
    last = until or now.date() + timedelta(days=90)
    asked = sorted(set(scopes))
    _check(signed_in.role, name, asked, last, now.date())
    secret = secrets.token_urlsafe(32)
    token = {
        "id": new_id("token"),
        "account": signed_in.account,
        "name": name,
        "city": signed_in.city,
        "role": str(signed_in.role),
        "scopes": [str(scope) for scope in asked],
        "secret": digest(secret),
        "until": last.isoformat(),
        "created_at": text(now),
    }

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        if len(TOKENS_OF.run(transaction, account=signed_in.account)) >= MOST_TOKENS:
            message = (
                f"U hebt al {MOST_TOKENS} sleutels; trek er eerst een in. "
                f"/ You have {MOST_TOKENS} tokens already; revoke one first."
            )
            raise InvalidInput(message)
        CREATE.run(transaction, properties=token)

    store.write(LOCK, work)
    row = next(row for row in own(store, signed_in) if row.id == token["id"])
    return row, f"{PREFIX}{row.id.partition(':')[2]}_{secret}"


def own(store: Store, signed_in: SignedIn) -> Sequence[TokenRow]:
    """Return one's own tokens, newest first."""
    return TOKENS_OF.read(store, account=signed_in.account)


def revoke(store: Store, signed_in: SignedIn, token: str) -> None:
    """Revoke one of one's own tokens.

    Raises
    ------
    UnknownThing
    """

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        if not REVOKE.run(transaction, id=token, account=signed_in.account):
            message = f"Er is geen sleutel '{token}'. / There is no token '{token}'."
            raise UnknownThing(message)

    store.write(LOCK, work)


def viewer_of(store: Store, key: str, city: str, *, now: datetime) -> Viewer | None:
    """Return who asks with a key in `city`, or ``None`` where it does not hold (any more).

    It holds while its account has the role it was made in; the moment of use is written at most once a minute.
    """
    if not (key.startswith(PREFIX) and key.isascii()):
        return None
    unique, _, secret = key.removeprefix(PREFIX).partition("_")
    rows = TOKEN.read(store, id=f"token:{unique}")
    if not rows or not compare_digest(rows[0].secret, digest(secret)):
        return None
    row = rows[0]
    holds = row.role in roles_of(row.roles or ()).get(city, ()) and not row.blocked
    if not holds or row.city != city or row.until < now.date().isoformat():
        return None
    if row.used_at is None or now - moment(row.used_at) >= NOTED:

        def work(transaction: Transaction) -> None:
            transaction.unchanged()
            CHANGE.run(transaction, id=row.id, changes={"used_at": text(now)})

        store.write(LOCK, work)
    return Viewer(
        Role(row.role),
        city,
        account=row.account,
        scopes=frozenset(Question(scope) for scope in row.scopes),
    )


def _check(role: Role, name: str, scopes: Sequence[Question], until: date, today: date) -> None:
    if not name or len(name) > 100:
        message = (
            "Geef de sleutel een naam van hoogstens 100 tekens, die zegt waarvoor hij dient. "
            "/ Give the token a name of at most 100 characters that says what it is for."
        )
        raise InvalidInput(message)
    may = sorted(question for question in Question if role in ALLOWED[question])
    beyond = [scope for scope in scopes if scope not in may]
    if beyond or not scopes:
        message = (
            f"Kies een of meer soorten vragen die de rol {role} mag stellen: {', '.join(may)}. "
            f"/ Choose one or more kinds of questions that the role {role} may ask: {', '.join(may)}."
        )
        raise InvalidInput(message)
    if not today <= until <= today + timedelta(days=LONGEST_DAYS):
        last = today + timedelta(days=LONGEST_DAYS)
        message = (
            f"De laatste dag ligt tussen {today} en {last}. / The last day lies between {today} and {last}."
        )
        raise InvalidInput(message)
