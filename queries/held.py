"""A network with what was worked out of it: held once, used by many questions, carried along when people change."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from graph.access import Standing, Viewer, connectors, standing
from graph.analytics.paths import connector_factors
from graph.following import MOST_AFFECTED, affected, composed, standing_following, ties_following
from graph.network import Floats, Mask, Network, Positions
from graph.trust import Ties, ties
from queries.changes import Step

Kept = TypeVar("Kept")


def utc_today() -> date:
    """Return the day it is, in UTC as every day in the store."""
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Derived(Generic[Kept]):
    """What was worked out of a network; of an earlier one where ``into`` says where its people stand now."""

    value: Kept
    network: Network
    into: Positions | None
    since: float
    """When, on the monotonic clock, the network ceased to be the latest."""

    def masked(self, mask: Mask) -> Mask:
        """Return a mask over people now as one over those of the network it was worked out of."""
        return self.spread(mask, fill=False)

    def spread(self, values: NDArray[Any], *, fill: Any) -> NDArray[Any]:
        """Return values of people now for those of the network it was worked out of; `fill` for who has gone."""
        if self.into is None:
            return values
        there = self.into >= 0
        found = np.full(len(self.into), fill, dtype=values.dtype)
        found[there] = values[self.into[there]]
        return found

    def now(self, position: int) -> int:
        """Return where somebody of that network stands now."""
        return position if self.into is None else int(self.into[position])


Renew: TypeAlias = Callable[["Snapshot", "Derived[Any]", tuple[object, ...], Callable[[], Any]], bool]
"""Has something worked out behind the questions' backs; ``False`` where what there is has become too old to use."""

COSTLY = frozenset({"matcher", "search"})
"""What takes seconds to work out of a large network."""


class Snapshot:
    """A network with what is worked out of it once and used by many questions; safe for many threads.

    Parameters
    ----------
    renew
        For a network too large to wait for what is costly.
    """

    def __init__(self, network: Network, *, renew: Renew | None = None) -> None:
        self.network = network
        self.behind_since: float | None = None
        """When a question first found that the store had moved on."""
        self._renew = renew
        self._lock = threading.Lock()
        self._kept: dict[tuple[object, ...], Any] = {}
        self._making: dict[tuple[object, ...], threading.Lock] = {}
        self._older: dict[tuple[object, ...], Derived[Any]] = {}

    def keep(self, key: tuple[object, ...], make: Callable[[], Kept], *, most: int = 64) -> Kept:
        """Return what `make` gives, worked out once for `key`; the oldest goes when more than `most` are kept."""
        with self._lock:
            if key in self._kept:
                return cast("Kept", self._kept[key])
            making = self._making.setdefault(key, threading.Lock())
        with making:
            # Questions about something else go on meanwhile; whoever asks for the same waits and finds it there.
            with self._lock:
                if key in self._kept:
                    return cast("Kept", self._kept[key])
            made = make()
            with self._lock:
                while len(self._kept) >= most:
                    self._kept.pop(next(iter(self._kept)))
                self._kept[key] = made
                self._making.pop(key, None)
            return made

    def derived(self, key: tuple[object, ...], make: Callable[[], Kept]) -> Derived[Kept]:
        """Return what `make` gives, or, in a large network, what it gave a little earlier."""
        older = self._older.get(key)
        if (
            older is None
            or key in self._kept
            or self._renew is None
            or not self._renew(self, older, key, make)
        ):
            return Derived(self.keep(key, make), self.network, None, time.monotonic())
        return older

    def adopt(self, key: tuple[object, ...], value: object, network: Network, since: float) -> None:
        """Take over what was worked out of a network that was the latest a little earlier."""
        if network is self.network:
            self._kept[key] = value
            return
        ids = [node.id for node in network.people]
        into = None
        if ids != [node.id for node in self.network.people]:
            into = np.array([self.network.position.get(identity, -1) for identity in ids], dtype=np.int64)
        self._older[key] = Derived(value, network, into, since)

    def hand_over(self, after: "Snapshot") -> None:
        """Give what was costly to a snapshot that was read anew."""
        with self._lock:
            kept, older = dict(self._kept), dict(self._older)
        for key, derived in older.items():
            after.adopt(key, derived.value, derived.network, derived.since)
        for key, value in kept.items():
            if key[0] in COSTLY:
                after.adopt(key, value, self.network, time.monotonic())

    def following(self, step: Step) -> "Snapshot":
        """Return the snapshot after a step, with all that follows it more cheaply than it is worked out anew."""
        after = Snapshot(step.network, renew=self._renew)
        with self._lock:
            kept, older = dict(self._kept), dict(self._older)
        among = affected(self.network, step.network, step.into, step.touched)
        today = utc_today()
        for key, value in kept.items():
            kind, *days = key
            if kind == "standing" and days == [today]:
                after._kept[key] = standing_following(value, step.network, step.into, step.touched)
            elif kind == "ties" and days == [today, today] and np.count_nonzero(among) <= MOST_AFFECTED:
                after._kept[key] = ties_following(value, step.network, step.into, among, today, today=today)
            elif kind in COSTLY and self._renew is not None:
                older[key] = Derived(value, self.network, None, time.monotonic())
        for key, derived in older.items():
            into = composed(derived.into, step.into)
            after._older[key] = Derived(derived.value, derived.network, into, derived.since)
        return after

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
