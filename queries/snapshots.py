"""Which snapshot answers now, and the store's last word on it.

The snapshot proposes, the store disposes: an answer is worked out in memory, then :func:`recheck` asks the store
once, in one round trip, for the revision and for what the people in the answer agree to at that moment.
"""

import logging
import math
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from graph.access import Standing, Viewer, connectors, standing
from graph.analytics.paths import connector_factors
from graph.consent import in_force
from graph.errors import Conflict, StoreError
from graph.model import Purpose
from graph.network import Floats, Network
from graph.store import Store
from graph.trust import Ties, ties
from queries.query import Query
from queries.snapshot import build
from queries.snapshot_rows import consent_event, declared_weights, ordinal

TRIES = 4
"""Times an answer is worked out anew because the store moved on meanwhile."""

LOG = logging.getLogger(__name__)
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class PersonNow:
    """What one person agrees to at this moment, as the store says it."""

    revision: int | None
    id: str
    present: bool
    name: str | None
    availability: str | None
    open_asks: int | None
    ask_limit: int | None
    paused_until: str | None
    events: list[list[Any]]


@dataclass(frozen=True, slots=True)
class LinkNow:
    """One piece between a few people as the store says it now; ``until`` of a tie is its last contact."""

    kind: str
    person: str
    other: str
    trust: float | None
    openness: int | None
    reliability: int | None
    shared_aim: int | None
    since: str | None
    until: str | None


RECHECK = Query("recheck", PersonNow)
RECHECK_LINKS = Query("recheck_links", LinkNow)


class Snapshot:
    """A network with what is worked out of it once and used by many questions; safe for many threads."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._lock = threading.RLock()
        self._kept: dict[tuple[object, ...], Any] = {}

    def keep(self, key: tuple[object, ...], make: Callable[[], Kept], *, most: int = 64) -> Kept:
        """Return what `make` gives, worked out once for `key`; the oldest goes when more than `most` are kept."""
        with self._lock:
            if key not in self._kept:
                while len(self._kept) >= most:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = make()
            kept: Kept = self._kept[key]
            return kept

    def standing(self, today: date) -> Standing:
        """Consents in force today."""
        return self.keep(("standing", today), lambda: standing(self.network, today))

    def ties(self, day: date, today: date) -> Ties:
        """Ties as they stand on `day`."""
        return self.keep(("ties", day, today), lambda: ties(self.network, day, today=today))

    def factors(self, viewer: Viewer, themes: Sequence[str], day: date, today: date) -> Floats:
        """Connector factors for a role and the themes asked about (ids); shape (people,)."""
        network = self.network
        asked = frozenset(above for theme in themes for above in network.broader(theme, network.themes))

        def make() -> Floats:
            mask = connectors(network, self.standing(today), viewer, asked or None)
            return connector_factors(self.ties(day, today), mask, network.load)

        return self.keep(("factors", viewer.role, asked, day, today), make)


class Snapshots:
    """The snapshot of each city that answers now.

    A small network is read again before answering when the store has moved on; a large one answers from the old
    snapshot, after the store's re-check, while a new one is read in the background, and never from one that is
    older than `oldest` seconds.
    """

    def __init__(self, store: Store, *, small: int = 20_000, oldest: float = 60.0) -> None:
        self.store = store
        self._small = small
        self._oldest = oldest
        self._current: dict[str, Snapshot] = {}
        self._building: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def at_hand(self, city: str) -> Snapshot:
        """Return the latest snapshot without asking the store; reads one where there is none yet."""
        return self._current.get(city) or self.fresh(city)

    def fresh(self, city: str, *, revision: int | None = None) -> Snapshot:
        """Return a snapshot that may answer at `revision`, or at the store's present one."""
        revision = self.store.revision(city) if revision is None else revision
        snapshot = self._current.get(city)
        if snapshot is not None and snapshot.network.revision == revision:
            return snapshot
        if snapshot is None or self._must_wait(snapshot.network):
            return self._rebuild(city, revision)
        if not self._lock(city).locked():
            threading.Thread(target=self._rebuild_behind, args=(city, revision), daemon=True).start()
        return snapshot

    def rebuilt(self, city: str) -> Snapshot:
        """Return a snapshot of what the store holds now, however long that takes."""
        return self._rebuild(city, self.store.revision(city))

    def _must_wait(self, network: Network) -> bool:
        old = time.monotonic() - network.built_at > self._oldest
        return old or len(network.people) <= self._small

    def _lock(self, city: str) -> threading.Lock:
        with self._guard:
            return self._building.setdefault(city, threading.Lock())

    def _rebuild_behind(self, city: str, revision: int) -> None:
        try:
            self._rebuild(city, revision)
        except StoreError as error:
            # The next question tries again, and waits for it once the old snapshot is too old to answer from.
            LOG.warning("snapshot_failed", extra={"city": city, "error": type(error).__name__})

    def _rebuild(self, city: str, revision: int) -> Snapshot:
        with self._lock(city):
            snapshot = self._current.get(city)
            if snapshot is None or snapshot.network.revision != revision:
                snapshot = Snapshot(build(self.store, city))
                self._current[city] = snapshot
            return snapshot


def recheck(store: Store, city: str, people: Sequence[str]) -> tuple[int, dict[str, PersonNow]]:
    """Return the store's revision and what each of `people` agrees to now; absent people are left out."""
    rows = RECHECK.read(store, city=city, people=list(people) or [""])
    revision = rows[0].revision if rows else None
    return revision or 0, {row.id: row for row in rows if row.present}


def links_unchanged(store: Store, network: Network, people: Sequence[int]) -> bool:
    """Tell whether everything that ties `people` (positions) together stands in the store as in `network`."""
    ids = [network.people[position].id for position in people]
    stored = sorted(
        (
            (row.kind, row.person, row.other, _weight(row), ordinal(row.since), ordinal(row.until))
            for row in RECHECK_LINKS.read(store, people=ids)
        ),
        key=str,
    )
    return stored == sorted(_links_of(network, people), key=str)


def _weight(row: LinkNow) -> float | None:
    if row.kind != "tie":
        return None
    weights, _ = declared_weights([row.trust], [row.openness], [row.reliability], [row.shared_aim])
    return None if math.isnan(weights[0]) else float(weights[0])


def _links_of(network: Network, people: Sequence[int]) -> list[tuple[str, str, str, float | None, int, int]]:
    found: list[tuple[str, str, str, float | None, int, int]] = []
    declared = network.declared
    for one in people:
        start = network.people[one].id
        for other in people:
            for row in declared.rows(one, other):
                weight = float(declared.weight[row])
                since, contact = int(declared.since[row]), int(declared.last_contact[row])
                shown = None if math.isnan(weight) else weight
                found.append(("tie", start, network.people[other].id, shown, since, contact))
        links = network.memberships
        for row in links.of(one):
            organisation = network.organisations[int(links.other[row])].id
            found.append(
                ("membership", start, organisation, None, int(links.since[row]), int(links.until[row]))
            )
        links = network.participations
        for row in links.of(one):
            found.append(("participation", start, network.initiatives[int(links.other[row])].id, None, 0, 0))
    return found


def agrees(person: PersonNow, purpose: Purpose, day: date) -> bool:
    """Tell whether somebody's consent to `purpose` is in force, as the store says it now."""
    return in_force([consent_event(event) for event in person.events], purpose, day) is not None


def too_busy() -> Conflict:
    """Return the error for a network that changed during every try."""
    return Conflict(
        "Het netwerk verandert te snel; vraag het opnieuw. / The network changes too quickly; ask again."
    )


def utc_today() -> date:
    """Return the day it is, in UTC as every day in the store."""
    return datetime.now(UTC).date()
