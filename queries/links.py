"""Links that work once: what somebody gets by mail, or on paper, to prove who they are.

A link holds 256 bits of chance; the store keeps the SHA-256 of it only, with whom it is for and until when.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from graph.store import Store, Transaction
from queries.accounts import LOCK, Known
from queries.imports import Written
from queries.query import Query
from queries.sessions import digest, text


class For(StrEnum):
    """What a link is for."""

    INVITATION = "invitation"
    MY_DATA = "my_data"


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link as the store keeps it."""

    id: str
    city: str
    purpose: str
    subject: str
    until: str


LINK = Query("link", StoredLink)
CREATE = Query("create_link", Known, writes=True)
END = Query("end_link", Written, writes=True)
END_EARLIER = Query("end_links", Written, writes=True)


def issue(
    store: Store,
    city: str,
    purpose: For,
    subject: str,
    *,
    lasts: timedelta,
    now: datetime,
    more: bool = False,
) -> str:
    """Return what a new link holds; earlier ones for the same purpose and subject work no more.

    Parameters
    ----------
    subject
        Id of the account or person it is for.
    more
        Whether earlier links go on working.
    """
    key = secrets.token_urlsafe(32)
    link = {
        "id": digest(key),
        "city": city,
        "purpose": str(purpose),
        "subject": subject,
        "until": text(now + lasts),
        "created_at": text(now),
    }

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        END_EARLIER.run(transaction, now=text(now), purpose=str(purpose), subject="" if more else subject)
        CREATE.run(transaction, properties=link)

    store.write(LOCK, work)
    return key


def subject_of(store: Store, city: str, purpose: For, key: str, *, now: datetime) -> str | None:
    """Return whom a link is for while it works, without using it up: for the page that it opens."""
    rows = LINK.read(store, id=digest(key))
    return rows[0].subject if rows and _works(rows[0], city, purpose, now) else None


def redeem(store: Store, city: str, purpose: For, key: str, *, now: datetime) -> str | None:
    """Use a link up, and return whom it is for; ``None`` where it does not work (any more).

    Of two calls at once one gets it: both wait for one lock, and read under it.
    """

    def work(transaction: Transaction) -> str | None:
        transaction.unchanged()
        rows = LINK.run(transaction, id=digest(key))
        if not rows or not _works(rows[0], city, purpose, now):
            return None
        END.run(transaction, id=rows[0].id)
        return rows[0].subject

    return store.write(LOCK, work)


def _works(link: StoredLink, city: str, purpose: For, now: datetime) -> bool:
    return link.city == city and link.purpose == purpose and text(now) <= link.until
