"""Writing an import in one transaction, looking imports up, and taking one back."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action, Actor, By
from queries.query import Query
from queries.stored import Link

CHUNK = 2000
Progress = Callable[[str, int, int], None]
"""Told what is being written, how many rows of it are done, and of how many."""

LINKS: tuple[tuple[str, str, str], ...] = (
    ("Person", "KNOWS", "Person"),
    ("Person", "NOT_ABOUT", "Person"),
    ("Person", "MEMBER_OF", "Organisation"),
    ("Person", "TOOK_PART_IN", "Initiative"),
    ("Organisation", "ORGANISED", "Initiative"),
    ("Person", "OFFERS", "Talent"),
    ("Organisation", "OFFERS", "Talent"),
    ("Person", "CARES_ABOUT", "Theme"),
    ("Organisation", "CARES_ABOUT", "Theme"),
    ("Person", "ACTIVE_IN", "Neighbourhood"),
    ("Organisation", "ACTIVE_IN", "Neighbourhood"),
    ("Initiative", "ABOUT", "Theme"),
    ("Request", "ABOUT", "Theme"),
    ("Initiative", "TOOK_PLACE_IN", "Neighbourhood"),
    ("Request", "TOOK_PLACE_IN", "Neighbourhood"),
    ("Person", "ASKED", "Request"),
    ("Organisation", "ASKED", "Request"),
    ("Request", "NEEDS", "Talent"),
    ("Request", "SET_ASIDE", "Person"),
    ("Theme", "BROADER", "Theme"),
    ("Talent", "BROADER", "Talent"),
    ("Neighbourhood", "BORDERS", "Neighbourhood"),
    ("Neighbourhood", "IN", "District"),
    ("Neighbourhood", "IN", "City"),
    ("District", "IN", "City"),
)
NODES = (
    "Neighbourhood", "District", "City", "Theme", "Talent", "Organisation", "Person", "Initiative", "Request",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """How many a writing text wrote."""

    written: int


@dataclass(frozen=True, slots=True)
class Batch:
    """One import."""

    id: str
    files: list[str]
    sha256: str
    status: str
    counts: str
    created_at: str
    recorded_by: str

    @property
    def tables(self) -> Mapping[str, Mapping[str, int]]:
        """New, changed and unchanged rows by table."""
        found: dict[str, dict[str, int]] = json.loads(self.counts)
        return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for sheets and headers at one import, as JSON."""

    mapping: str


@dataclass(frozen=True, slots=True)
class Change:
    """How one thing was before an import changed it; ``kind`` is ``node`` or ``link``."""

    kind: str
    label: str
    subject: str
    before: str


@dataclass(frozen=True, slots=True)
class Follower:
    """A later import or edit."""

    follower: str | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking an import back did."""

    batch: str
    removed: int
    restored: int


Apply = Callable[[Query[Written], list[Any]], int]
"""Runs a writing text over some rows and returns how many it wrote."""


def within(transaction: Transaction) -> Apply:
    """Return what runs texts inside `transaction`."""
    return lambda query, rows: sum(row.written for row in query.run(transaction, rows=rows))


def apart(store: Store, city: str) -> Apply:
    """Return what runs every part in a transaction of its own: for a new and temporary store only."""
    return lambda query, rows: store.write(city, lambda transaction: within(transaction)(query, rows))


CREATE = {label: Query(f"create_{label.lower()}", Written, writes=True) for label in NODES}
CHANGE = {label: Query(f"change_{label.lower()}", Written, writes=True) for label in NODES}
RESTORE = {label: Query(f"restore_{label.lower()}", Written, writes=True) for label in NODES}
LINK: Mapping[tuple[str, str, str], Query[Written]] = {
    kind: Query(f"link_{'_'.join(kind).lower()}", Written, writes=True) for kind in LINKS
}
UNLINK: Mapping[tuple[str, str, str], Query[Written]] = {
    kind: Query(f"unlink_{'_'.join(kind).lower()}", Written, writes=True) for kind in LINKS
}
CREATE_CONSENTS = Query("create_consents", Written, writes=True)
CREATE_BATCH = Query("create_batch", Written, writes=True)
CREATE_CHANGES = Query("create_changes", Written, writes=True)
BATCHES = Query("batches", Batch)
BATCH = Query("batch", Batch)
BATCH_MAPPINGS = Query("batch_mappings", Chosen)
BATCH_CHANGES = Query("batch_changes", Change)
BATCH_FOLLOWERS = Query("batch_followers", Follower)
UNDO_LINKS = Query("undo_links", Written, writes=True)
UNDO_CONSENTS = Query("undo_consents", Written, writes=True)
UNDO_NODES = Query("undo_nodes", Written, writes=True)
UNDO_BATCH = Query("undo_batch", Written, writes=True)


@cache
def order_of(kind: tuple[str, str, str]) -> int:
    """Return the place of a kind of link in the order of writing."""
    return LINKS.index(kind)


def utc_now() -> str:
    """Return the moment as ISO text in UTC, to the microsecond, so that later is larger."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def chunks(rows: Sequence[Any], size: int = CHUNK) -> Iterator[Sequence[Any]]:
    """Yield `rows` in parts that one statement can take."""
    for begin in range(0, len(rows), size):
        yield rows[begin : begin + size]


class Writer:
    """Writes the parts of an import, telling how far it is.

    Parameters
    ----------
    apply
        Runs a writing text over some rows: inside one transaction, or each time in one of its own.
    progress
        Told what is written, how many rows are done, and of how many.
    total
        Rows in all.
    """

    def __init__(self, apply: "Apply", progress: Progress | None, total: int) -> None:
        self._apply = apply
        self._progress = progress
        self._total = total
        self._done = 0

    def run(self, query: Query[Written], what: str, rows: Sequence[Any]) -> None:
        """Run a writing text over `rows`; every row must be written."""
        for part in chunks(rows):
            if self._apply(query, list(part)) < len(part):
                message = (
                    "Iets waarnaar verwezen wordt is intussen weg; er is niets geschreven, probeer opnieuw. "
                    "/ Something that is referred to has gone; nothing was written, try again."
                )
                raise Conflict(message)
            self._done += len(part)
            if self._progress is not None:
                self._progress(what, self._done, self._total)

    def links(
        self, queries: Mapping[tuple[str, str, str], Query[Written]], links: Sequence[Link], **extra: str
    ) -> None:
        """Write or take away links, kind by kind."""
        grouped: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for link in links:
            grouped[link.kind].append(
                {
                    "start": link.start,
                    "end": link.end,
                    "since": str(link.properties.get("since") or ""),
                    "source": str(link.properties.get("source") or ""),
                    "properties": {**link.properties, **extra},
                }
            )
        for kind in sorted(grouped, key=order_of):
            self.run(queries[kind], kind[1], grouped[kind])


def batches(store: Store, city: str) -> list[Batch]:
    """Return the imports of a city, latest first."""
    return BATCHES.read(store, city=city)


def batch(store: Store, city: str, identity: str) -> Batch:
    """Return one import, or raise :class:`~graph.errors.UnknownThing`."""
    found = BATCH.read(store, city=city, id=identity)
    if not found:
        message = f"Er is geen invoer '{identity}'. / There is no import '{identity}'."
        raise UnknownThing(message)
    return found[0]


def chosen_before(store: Store, city: str) -> list[str]:
    """Return what was chosen for sheets and headers at earlier imports of a city, latest first."""
    return [row.mapping for row in BATCH_MAPPINGS.read(store, city=city)]


def undo(store: Store, city: str, identity: str, *, by: Actor | None = None) -> Undone:
    """Take an import back: what it made goes, what it changed is as it was before.

    Parameters
    ----------
    by
        Whoever does it, for the log.

    Raises
    ------
    UnknownThing
        There is no such import.
    InvalidInput
        It was taken back already.
    Conflict
        Something later builds on it; the message names it. Nothing was written.
    """

    def work(transaction: Transaction) -> Undone:
        found = BATCH.run(transaction, city=city, id=identity)
        if not found:
            message = f"Er is geen invoer '{identity}'. / There is no import '{identity}'."
            raise UnknownThing(message)
        if found[0].status == "undone":
            message = f"De invoer {identity} is al ongedaan gemaakt. / The import {identity} was taken back already."
            raise InvalidInput(message)
        _no_followers(transaction, city, identity)
        changes = BATCH_CHANGES.run(transaction, batch=identity)
        removed = 0
        for query in (UNDO_LINKS, UNDO_CONSENTS, UNDO_NODES):
            (gone,) = query.run(transaction, city=city, batch=identity)
            removed += gone.written
        _restore(transaction, changes)
        UNDO_BATCH.run(transaction, batch=identity, now=utc_now())
        audit.note(transaction, by or By(city), Action.IMPORT_UNDONE, identity)
        return Undone(identity, removed, len(changes))

    return store.write(city, work)


def _no_followers(transaction: Transaction, city: str, identity: str) -> None:
    rows = BATCH_FOLLOWERS.run(transaction, city=city, batch=identity)
    followers = sorted({row.follower or "" for row in rows})
    if followers:
        named = ", ".join(follower or "?" for follower in followers[:5])
        message = (
            f"Op de invoer {identity} is verder gebouwd ({named}); maak dat eerst ongedaan. "
            f"/ Something builds on the import {identity} ({named}); undo that first."
        )
        raise Conflict(message)


def _restore(transaction: Transaction, changes: Sequence[Change]) -> None:
    writer = Writer(within(transaction), None, len(changes))
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    links: list[Link] = []
    for change in changes:
        before = json.loads(change.before)
        if change.kind == "node":
            nodes[change.label].append({"id": change.subject, "before": before})
        else:
            links.append(Link(**before))
    for label, rows in nodes.items():
        writer.run(RESTORE[label], label, rows)
    writer.links(LINK, links)
