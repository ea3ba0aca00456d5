"""People, organisations, initiatives and requests as things that are changed: locked, read, compared, cleared."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.store import Transaction
from queries import records
from queries.changes import REQUESTS
from queries.consents import LOCK_PERSON
from queries.imports import Written
from queries.query import Query
from queries.records import PersonStored
from queries.versions import Seen

LABELS = ("Organisation", "Initiative", "Request")
"""Of things that are no people."""

TOUCHES: Mapping[str, str | None] = {"Person": None, "Request": REQUESTS}
"""What changing a thing touches, by its label: itself alone, or a table; anything else touches everything."""


def _ends_after_start(properties: Mapping[str, object]) -> None:
    start, end = properties.get("start"), properties.get("end")
    if isinstance(start, str) and isinstance(end, str) and end < start:
        message = (
            f"De laatste dag ({end}) valt voor de eerste ({start}). "
            f"/ The last day ({end}) is before the first ({start})."
        )
        raise InvalidInput(message)


def _anything(properties: Mapping[str, object]) -> None:
    """Let anything in."""


@dataclass(frozen=True)
class Kept:
    """How things of one label are locked, read, cleared and checked; ``this_nl`` and ``en`` name one."""

    this_nl: str
    nl: str
    en: str
    lock: Query[Any]
    read: Query[Any]
    clear: Query[Written]
    check: Callable[[Mapping[str, object]], None] = _anything

    def held(self, transaction: Transaction, city: str, identity: str) -> Any:
        """Return a thing under its lock, as whoever may see records sees it.

        Raises
        ------
        UnknownThing
        """
        self.lock.run(transaction, id=identity, city=city, token=secrets.token_hex(8))
        found = self.read.run(transaction, id=identity, city=city)
        if not found:
            message = f"Er is geen {self.nl} '{identity}'. / There is no {self.en} '{identity}'."
            raise UnknownThing(message)
        return records.without_contact(found[0]) if isinstance(found[0], PersonStored) else found[0]


CLEAR_PROFILE = Query("clear_profile", Written, writes=True)
CLEAR: Mapping[str, Query[Written]] = {
    label: Query(f"clear_{label.lower()}", Written, writes=True) for label in LABELS
}
LOCK: Mapping[str, Query[Written]] = {
    label: Query(f"lock_{label.lower()}", Written, writes=True) for label in ("Organisation", "Initiative")
}
KEPT: Mapping[str, Kept] = {
    "Person": Kept("deze persoon", "persoon", "person", LOCK_PERSON, records.PERSON, CLEAR_PROFILE),
    "Organisation": Kept(
        "deze organisatie", "organisatie", "organisation",
        LOCK["Organisation"], records.ORGANISATION, CLEAR["Organisation"],
    ),
    "Initiative": Kept(
        "dit initiatief", "initiatief", "initiative",
        LOCK["Initiative"], records.INITIATIVE, CLEAR["Initiative"], _ends_after_start,
    ),
    "Request": Kept(
        "deze vraag", "vraag", "request", records.LOCK_REQUEST, records.REQUEST, CLEAR["Request"],
    ),
}  # fmt: skip
"""By label."""


def touch(transaction: Transaction, label: str, identity: str) -> None:
    """Note what a write to a thing touches."""
    if label in TOUCHES:
        transaction.touches(TOUCHES[label] or identity)


def require_seen(kind: Kept, held: Any, seen: str | int | None, expected: Seen | None) -> None:
    """Raise where a thing is not what somebody saw.

    Raises
    ------
    Conflict, Outdated
    """
    if expected is not None:
        expected.require(held)
    if seen is None:
        return
    now = held.properties.get("updated_at") if isinstance(seen, str) else held.properties.get("version") or 1
    if now != seen:
        when = f"op {now}" if isinstance(seen, str) else f"versie {now}, u zag {seen}"
        at = f"at {now}" if isinstance(seen, str) else f"version {now}, you saw {seen}"
        message = (
            f"Iemand anders wijzigde {kind.this_nl} intussen ({when}); bekijk het opnieuw. "
            f"/ Somebody else changed this {kind.en} ({at}); look again."
        )
        raise Conflict(message)
