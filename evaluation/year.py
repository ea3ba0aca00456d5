"""A year of requests in a network: who is asked to introduce, how often, and how many requests find no way.

A request arrives from somebody, for somebody who fits it.  The best trusted route between the two is taken and
everyone in its middle is asked on the same day; an ask stays open until it is answered a week or two later.  All say
yes: they are introduced.  Somebody says no: the next route is looked for, without those who said no, three at most.
"""

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from graph.access import Standing, Viewer, connectors
from graph.analytics.paths import DEFAULT, PathModel, connector_factors, trusted_routes
from graph.network import Floats, Mask, Network
from graph.trust import Ties

DAYS = 365
MONTH = 30


@dataclass(frozen=True, slots=True)
class Policy:
    """How a route is chosen: whether people at their limit are left in peace, and those with open asks spared."""

    name: str
    limit: bool
    load: bool
    model: PathModel = DEFAULT


POLICIES = (
    Policy("load and limit: the product", limit=True, load=True),
    Policy("limit, no load factor", limit=True, load=False),
    Policy("neither load nor limit", limit=False, load=False),
    Policy("plain strongest path", limit=False, load=False, model=PathModel(decay=1.0, hub=10**9)),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How people answer: the chance of a yes, and after how many days, between two bounds, both included."""

    yes: float = 0.7
    soonest: int = 7
    latest: int = 14


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request: its day (0 to 364), who asks and who fits (positions), and its themes with every broader one."""

    day: int
    asker: int
    fits: int
    themes: frozenset[str]


class End(StrEnum):
    """How a request ends."""

    TIED = "knew each other"
    INTRODUCED = "introduced"
    REFUSED = "asked, in vain"
    NO_ROUTE = "no route"


@dataclass(frozen=True)
class Year:
    """What happened; ``asks`` are asks per person, ``over`` and ``month`` mark who was ever above their limit.

    ``over`` counts asks open at one moment, ``month`` asks received within 30 days; ``eligible`` marks who could be
    asked by anybody at all; ``introductions`` is the mean number of people in the middle of a route that was tried.
    """

    ends: Counter[End]
    asks: Floats
    over: Mask
    month: Mask
    eligible: Mask
    most_open: int
    introductions: float


def live(
    network: Network,
    standing: Standing,
    lattice: Ties,
    viewer: Viewer,
    arrivals: Sequence[Arrival],
    policy: Policy,
    *,
    seed: int,
    habits: Habits = Habits(),
    most_routes: int = 3,
) -> Year:
    """Let a year pass and return what happened.

    Parameters
    ----------
    network, standing, lattice
        The snapshot, what people agreed to, and their ties; the year begins with no ask open.  Consent holds under
        every policy, and who wants no asks at all (a limit of 0) gets none.
    viewer
        On whose behalf people are asked.
    arrivals
        Requests of the year, in any order.
    policy
        How routes are chosen.
    seed
        Of answers; a person answers the same request the same way under every policy.
    """
    people = list(network.people)
    calm = replace(network, people=tuple(replace(person, open_asks=0) for person in people))
    now = _Now(calm, standing, lattice, viewer, policy)
    asked_on: dict[int, list[int]] = {}
    ends: Counter[End] = Counter()
    tried: list[int] = []
    waiting = [(arrival.day, number, 1) for number, arrival in enumerate(arrivals)]
    heapq.heapify(waiting)
    refused: dict[int, set[int]] = {}
    while waiting:
        day, number, attempt = heapq.heappop(waiting)
        arrival = arrivals[number]
        now.close_until(day)
        middle = now.route(arrival, refused.get(number, set()))
        if middle is None:
            ends[End.REFUSED if attempt > 1 else End.NO_ROUTE] += 1
            continue
        if not middle:
            ends[End.TIED] += 1
            continue
        tried.append(len(middle))
        answered = day
        noes: set[int] = set()
        for person in middle:
            rng = np.random.default_rng((seed, number, person))
            closes = day + int(rng.integers(habits.soonest, habits.latest + 1))
            answered = max(answered, closes)
            now.ask(person, closes)
            asked_on.setdefault(person, []).append(day)
            if rng.random() >= habits.yes:
                noes.add(person)
        if not noes:
            ends[End.INTRODUCED] += 1
        elif attempt < most_routes:
            refused.setdefault(number, set()).update(noes)
            heapq.heappush(waiting, (answered, number, attempt + 1))
        else:
            ends[End.REFUSED] += 1
    asks = np.zeros(len(people))
    month = np.zeros(len(people), dtype=np.bool_)
    for person, days in asked_on.items():
        asks[person] = len(days)
        month[person] = busiest(days, MONTH) > people[person].ask_limit
    return Year(
        ends=ends,
        asks=asks,
        over=now.over,
        month=month,
        eligible=now.eligible,
        most_open=now.most_open,
        introductions=float(np.mean(tried)) if tried else 0.0,
    )


def busiest(days: Sequence[int], span: int) -> int:
    """Return the largest number of `days` that lie within `span` days."""
    ordered = sorted(days)
    return max(
        (sum(1 for other in ordered[at:] if other < first + span) for at, first in enumerate(ordered)),
        default=0,
    )


class _Now:
    """Open asks as they stand today, and the routes that are left with them."""

    def __init__(
        self, network: Network, standing: Standing, lattice: Ties, viewer: Viewer, policy: Policy
    ) -> None:
        self._network = network
        self._standing = standing
        self._lattice = lattice
        self._viewer = viewer
        self._policy = policy
        self._open: Counter[int] = Counter()
        self._closing: list[tuple[int, int]] = []
        self.over = np.zeros(len(network.people), dtype=np.bool_)
        themes = frozenset(network.themes)
        self.eligible = connectors(network, standing, viewer, themes or None)
        self.most_open = 0

    def close_until(self, day: int) -> None:
        """Close what is answered by `day`."""
        while self._closing and self._closing[0][0] <= day:
            _, person = heapq.heappop(self._closing)
            self._open[person] -= 1

    def ask(self, person: int, closes: int) -> None:
        """Open an ask that is answered on the day `closes`."""
        self._open[person] += 1
        heapq.heappush(self._closing, (closes, person))
        self.most_open = max(self.most_open, self._open[person])
        self.over[person] |= self._open[person] > self._network.people[person].ask_limit

    def route(self, arrival: Arrival, without: set[int]) -> tuple[int, ...] | None:
        """Return the people in the middle of the best route, or ``None`` where there is none."""
        network = self._loaded() if self._policy.limit else self._network
        mask = connectors(network, self._standing, self._viewer, arrival.themes or None)
        mask[list(without)] = False
        load = network.load if self._policy.load else np.ones(len(network.people))
        factors = connector_factors(self._lattice, mask, load, self._policy.model)
        found = trusted_routes(
            self._lattice, factors, arrival.asker, arrival.fits, routes=1, model=self._policy.model
        )
        return found[0].connectors if found else None

    def _loaded(self) -> Network:
        people = list(self._network.people)
        for person, count in self._open.items():
            if count:
                people[person] = replace(people[person], open_asks=count)
        return replace(self._network, people=tuple(people))
