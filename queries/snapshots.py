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
from datetime import date
from typing import Any

from graph.consent import in_force
from graph.errors import Conflict, StoreError
from graph.model import Purpose
from graph.network import Network
from graph.store import Store
from queries.changes import caught_up
from queries.held import Snapshot, utc_today
from queries.query import Query
from queries.snapshot import build
from queries.snapshot_rows import consent_event, declared_weights, ordinal

TRIES = 4
"""Times an answer is worked out anew because the store moved on meanwhile."""

LOG = logging.getLogger(__name__)

__all__ = [
    "TRIES",
    "LinkNow",
    "PersonNow",
    "Snapshot",
    "Snapshots",
    "agrees",
    "links_unchanged",
    "recheck",
    "too_busy",
    "utc_today",
]


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
    ask_themes: list[str] | None
    not_about: list[str]
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


class Snapshots:
    """The snapshot of each city that answers now.

    A snapshot follows the few people that a write touched, and so do its ties, its matcher and its indexes of words.
    Where a write touched anything, a small network is read again before answering.  A large one follows or is read
    beside the questions: the first one waits for that at most `patience` seconds, and then the snapshot at hand
    answers, after the store's re-check; but never one that has been behind for `oldest` seconds.
    """

    def __init__(
        self, store: Store, *, small: int = 20_000, oldest: float = 300.0, patience: float = 1.0
    ) -> None:
        self.store = store
        self._small = small
        self._oldest = oldest
        self._patience = patience
        self._current: dict[str, Snapshot] = {}
        self._building: dict[tuple[object, ...], threading.Lock] = {}
        self._ready: dict[tuple[object, ...], Snapshot] = {}
        self._at_work: dict[tuple[object, ...], threading.Thread] = {}
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
        if snapshot is None or self._must_wait(snapshot):
            return self._renewed(city, revision)
        self._meanwhile((city,), lambda: self._renew_behind(city, revision))
        return self._current[city]

    def ready(
        self, snapshot: Snapshot, key: tuple[object, ...], make: Callable[[Snapshot], object]
    ) -> Snapshot:
        """Return `snapshot` once `make` has worked out on it what `key` names.

        In a large network where that takes too long, an earlier snapshot that it was worked out on before.
        """
        key = (snapshot.network.city, *key)
        last = self._ready.get(key)
        if last is snapshot:
            return snapshot

        def work() -> None:
            make(snapshot)
            with self._guard:
                before = self._ready.get(key)
                if before is None or before.network.revision <= snapshot.network.revision:
                    self._ready[key] = snapshot

        if last is None or len(snapshot.network.people) <= self._small or self._too_old(last):
            work()
            return snapshot
        self._meanwhile(key, work)
        return self._ready[key]

    def again(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot for another try at a question of which the store contradicted some people.

        In a large network the same: the caller leaves those people out.
        """
        return snapshot if len(snapshot.network.people) > self._small else self.rebuilt(snapshot.network.city)

    def rebuilt(self, city: str) -> Snapshot:
        """Return a snapshot of what the store holds now, however long that takes."""
        return self._renewed(city, self.store.revision(city))

    def _must_wait(self, snapshot: Snapshot) -> bool:
        snapshot.behind_since = snapshot.behind_since or time.monotonic()
        return self._too_old(snapshot) or len(snapshot.network.people) <= self._small

    def _too_old(self, snapshot: Snapshot) -> bool:
        return time.monotonic() - (snapshot.behind_since or math.inf) > self._oldest

    def _lock(self, *what: object) -> threading.Lock:
        with self._guard:
            return self._building.setdefault(what, threading.Lock())

    def _meanwhile(self, what: tuple[object, ...], work: Callable[[], None]) -> None:
        """Have something worked out beside the questions; who asks for it first waits for it a little while."""
        with self._guard:
            thread = self._at_work.get(what)
            if thread is not None and thread.is_alive():
                return
            thread = self._at_work[what] = threading.Thread(target=work, daemon=True)
            thread.start()
        thread.join(self._patience)

    def _renew_behind(self, city: str, revision: int) -> None:
        try:
            self._renewed(city, revision)
        except StoreError as error:
            # The next question tries again, and waits for it once the old snapshot is too old to answer from.
            LOG.warning("snapshot_failed", extra={"city": city, "error": type(error).__name__})

    def _renewed(self, city: str, revision: int) -> Snapshot:
        with self._lock(city):
            snapshot = self._current.get(city)
            if snapshot is not None and snapshot.network.revision >= revision:
                return snapshot
            return (self._followed(snapshot) if snapshot else None) or self._read(city)

    def _followed(self, snapshot: Snapshot) -> Snapshot | None:
        """Let a snapshot follow the store, under the lock of its city; ``None`` where everything must be read."""
        found = caught_up(self.store, snapshot.network)
        # Where nobody is left, or was there, nothing can be followed and everything is quickly read.
        if found is None or not (found[0].people and snapshot.network.people):
            return None
        for step in found[1]:
            snapshot = snapshot.following(step)
        self._current[snapshot.network.city] = snapshot
        return snapshot

    def _read(self, city: str) -> Snapshot:
        network = build(self.store, city)
        for _ in range(TRIES):
            found = caught_up(self.store, network)
            if found is not None:
                network = found[0]
                break
            network = build(self.store, city)
        snapshot, before = Snapshot(network), self._current.get(city)
        if before is not None and before.network.people and network.people:
            snapshot.take_over(before)
            if len(network.people) > self._small:
                # Questions go on with the one at hand until the new one is as quick.
                snapshot.make_ready()
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
