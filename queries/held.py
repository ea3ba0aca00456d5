"""A network with what was worked out of it: held once, used by many questions, carried along when people change."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

import numpy as np

from graph.access import Role, Standing, Viewer, connectors, hears_ties, standing, visible
from graph.analytics.match_model import MatchModel
from graph.analytics.matching import Matcher
from graph.analytics.middle import Middle
from graph.analytics.paths import connector_factors
from graph.analytics.search import SearchIndex
from graph.collecting import many_objects
from graph.following import MOST_AFFECTED, affected, standing_following, ties_following
from graph.network import Network
from graph.trust import DEFAULT, TOLD, Ties, TrustModel, ties
from queries.changes import Step
from queries.entries import index_following, index_of

Kept = TypeVar("Kept")


def utc_today() -> date:
    """Return the day it is, in UTC as every day in the store."""
    return datetime.now(UTC).date()


@dataclass(frozen=True, slots=True)
class _Indexed:
    """What a role may find in a network on a day."""

    index: SearchIndex
    network: Network
    day: date


class Snapshot:
    """A network with what is worked out of it once and used by many questions; safe for many threads."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.behind_since: float | None = None
        """When a question first found that the store had moved on."""
        self._lock = threading.Lock()
        self._kept: dict[tuple[object, ...], Any] = {}
        self._making: dict[tuple[object, ...], threading.Lock] = {}
        self._matchers: dict[bool, Matcher] = {}
        """The last ones made, of this network or of an earlier one, by whether they are for who sees everybody."""
        self._indexes: dict[Role, _Indexed] = {}
        """The last ones made, of this network or of earlier ones."""

        self._carried: dict[tuple[object, ...], Any] = {}
        """What was last made under a name, of this network or of earlier ones."""

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

    def carry(self, key: tuple[object, ...], name: tuple[object, ...], make: Callable[[Any], Kept]) -> Kept:
        """Return what `make` gives of what was made under `name` on an earlier snapshot (``None`` where nothing was).

        Worked out once for `key`, as by :meth:`keep`.
        """

        def again() -> Kept:
            made = make(self._carried.get(name))
            self._carried[name] = made
            return made

        return self.keep(key, again)

    def following(self, step: Step) -> "Snapshot":
        """Return the snapshot after a step, with all that follows it more cheaply than it is worked out anew."""
        after = Snapshot(step.network)
        with self._lock:
            kept = dict(self._kept)
        after.take_over(self)
        among = affected(self.network, step.network, step.into, step.touched)
        today = utc_today()
        for key, value in kept.items():
            kind, *days = key
            if kind == "standing" and days == [today]:
                after._kept[key] = standing_following(value, step.network, step.into, step.touched)
            elif kind == "ties" and days[1:] == [today, today] and np.count_nonzero(among) <= MOST_AFFECTED:
                after._kept[key] = ties_following(
                    value, step.network, step.into, among, today, today=today, model=_model(bool(days[0]))
                )
        return after

    def take_over(self, before: "Snapshot") -> None:
        """Remember what is costly to make of an earlier snapshot, to follow from there when a question needs it."""
        with before._lock:
            self._matchers = dict(before._matchers)
            self._indexes = dict(before._indexes)
            self._carried = dict(before._carried)

    def make_ready(self) -> None:
        """Make what questions will need that the snapshot taken over was asked for; seconds in a large network."""
        today = utc_today()
        for everybody in list(self._matchers):
            self.matcher(today, today, everybody=everybody)
        for role in list(self._indexes):
            self.search_index(Viewer(role, self.network.city), today)

    def matcher(self, day: date, today: date, *, everybody: bool = True) -> Matcher:
        """Return what proposes people on `day`, for who sees everybody or not; see :meth:`ties`."""

        def make() -> Matcher:
            lattice = self.ties(day, today, everybody=everybody)
            if not everybody:
                partner = Viewer(Role.PARTNER, self.network.city)
                lattice = lattice.touching(connectors(self.network, self.standing(today), partner, None))
            before = self._matchers.get(everybody)
            if before is not None:
                made = before.following(self.network, lattice)
            else:
                with many_objects():
                    made = Matcher.build(self.network, lattice, _match_model(everybody))
            made.prepare(day)
            self._matchers[everybody] = made
            return made

        return self.keep(("matcher", everybody, day, today), make)

    def search_index(self, viewer: Viewer, today: date) -> SearchIndex:
        """Return the index of what a role may see."""

        def make() -> SearchIndex:
            mask = visible(self.standing(today), viewer)
            before = self._indexes.get(viewer.role)
            if before is None or (before.day != today and viewer.role is not Role.COORDINATOR):
                with many_objects():
                    made = index_of(self.network, mask, viewer)
            else:
                made = index_following(before.index, before.network, self.network, mask, viewer)
            self._indexes[viewer.role] = _Indexed(made, self.network, today)
            return made

        return self.keep(("search", viewer.role, today), make)

    def standing(self, today: date) -> Standing:
        """Consents in force today."""
        return self.keep(("standing", today), lambda: standing(self.network, today))

    def ties(self, day: date, today: date, *, everybody: bool = True) -> Ties:
        """Ties as they stand on `day`; without `everybody`, as far as no hidden person is counted in a group."""
        return self.keep(
            ("ties", everybody, day, today),
            lambda: ties(self.network, day, today=today, model=_model(everybody)),
        )

    def middle(
        self, viewer: Viewer, themes: Sequence[str], day: date, today: date, *, everybody: bool = True
    ) -> Middle:
        """Who may stand in the middle for a role and the themes asked about (ids), before the ends are known.

        Its ties are those that may be told to this role: decision 19.
        """
        network = self.network
        asked = network.asked(themes)

        def make() -> Middle:
            mask = connectors(network, self.standing(today), viewer, asked or None)
            lattice = self.ties(day, today, everybody=everybody)
            if not hears_ties(viewer):
                lattice = lattice.touching(mask)
            factors = connector_factors(lattice, mask, network.load)
            return Middle(lattice, factors, network.load, network.named_by, network.apart)

        return self.keep(("middle", viewer.role, asked, everybody, day, today), make)


def _match_model(everybody: bool) -> MatchModel:
    return MatchModel() if everybody else MatchModel(untold=TOLD.untold)


def _model(everybody: bool) -> TrustModel:
    return DEFAULT if everybody else TOLD
