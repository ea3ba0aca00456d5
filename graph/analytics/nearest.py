"""Who of many is nearest by trusted path, from one start or several.

:func:`reach` gives the value of the best route to each candidate without working the routes out; only for those who
may be among the nearest does the kernel of :mod:`graph.analytics.paths` say which routes.
"""

from bisect import insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from graph.analytics.paths import (
    DEFAULT,
    MAX_INTRODUCTIONS,
    NOBODY,
    PathModel,
    Route,
    entries,
    passing_over,
    routes_from,
)
from graph.network import Floats, Positions
from graph.trust import Ties

SLACK = 1e-9
"""What the order of multiplying may change in a value, with room to spare."""

EVERYONE_ALIKE: Mapping[int, Callable[[], Floats]] = MappingProxyType({})
"""Stands for the same factors whoever is looked for."""


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody within reach: position, the value of the best route times what they are worth, and the routes."""

    person: int
    rank: float
    routes: tuple[Route, ...]


def nearest(
    ties: Ties,
    factors: Floats,
    starts: Sequence[int],
    candidates: Positions,
    worth: Floats,
    *,
    k: int,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
    own: Mapping[int, Callable[[], Floats]] = EVERYONE_ALIKE,
) -> list[Near]:
    """Return the `k` of `candidates` with the best routes from any of `starts`.

    Parameters
    ----------
    ties, factors, starts, apart
        As in :func:`graph.analytics.paths.routes_from`.
    candidates
        Different positions, none of them a start; shape (candidates,).
    worth
        What each counts for, in (0, 1]: the value of a route is multiplied by it; shape (candidates,).
    k
        How many people at most.
    routes
        How many routes to each at most.
    own
        What gives the factors of the few candidates to whom other factors lead, by position.

    Returns
    -------
    list of Near
        Best first; equal ones by id.  Nobody without a trusted route.

    Notes
    -----
    At most four rounds over the ties of those reached so far, then the kernel about `k` times: 10 to 30 ms at
    100,000 people with 1,000,000 ties, where asking for routes to every candidate takes seconds.
    """

    def reached(leading: Floats, targets: Positions) -> Floats:
        return reach(
            ties, leading, starts, targets, max_introductions=max_introductions, model=model, apart=apart
        )

    likely = reached(factors, candidates)
    for at in np.flatnonzero(np.isin(candidates, list(own))).tolist() if own else ():
        likely[at] = reached(own[int(candidates[at])](), candidates[at : at + 1])[0]
    likely = likely * worth
    order = np.lexsort((candidates, -likely))
    found: list[tuple[float, int, Near]] = []
    for at in order[likely[order] > 0.0].tolist():
        if len(found) >= k and likely[at] < -found[k - 1][0] - SLACK:
            break
        person = int(candidates[at])
        ways = routes_from(
            ties,
            own[person]() if person in own else factors,
            starts,
            person,
            routes=routes,
            max_introductions=max_introductions,
            model=model,
            apart=apart,
        )
        if ways:
            rank = ways[0].value * float(worth[at])
            insort(found, (-rank, person, Near(person, rank, tuple(ways))), key=lambda each: each[:2])
    return [near for _, _, near in found[:k]]


def reach(
    ties: Ties,
    factors: Floats,
    starts: Sequence[int],
    targets: Positions,
    *,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
) -> Floats:
    """Return the value of the best route from any of `starts` to each of `targets`; shape (targets,).

    Not rounded; 0 where there is no route, or none that could be of the least value.  Rounds of one tie: while few
    people are reached only their ties are followed, and the last tie only to `targets`.
    """
    least = model.least * (1.0 - SLACK)
    rows, where = entries(ties.indptr_in, targets)
    sources, last = ties.sources[where], ties.strength_in[where]
    best = np.zeros(len(targets))
    here = np.array(sorted(starts), dtype=np.int64)
    value = np.ones(len(here))
    for introductions in range(max_introductions + 1):
        held = np.zeros(ties.size)
        held[here] = value
        np.maximum.at(best, rows, held[sources] * last)
        if introductions == max_introductions:
            break
        arrived = _onward(ties, here, value, held)
        if introductions:
            arrived = passing_over(ties, apart, held, arrived)
        arrived = arrived * factors * model.decay
        arrived[list(starts)] = 0.0
        here = np.flatnonzero(arrived >= least)
        value = arrived[here]
        if not len(here):
            break
    return np.where(best >= least, best, 0.0)


def next_route(
    ties: Ties,
    factors: Floats,
    starts: Sequence[int],
    target: int,
    tried: Sequence[Route],
    *,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
) -> Route | None:
    """Return the best route left when the first connector of every route in `tried` says no.

    Unlike the next disjoint route it may run over later connectors of those tried: whoever was never asked did not
    say no.  A tried route without a connector is not offered again.
    """
    refused = {route.connectors[0] for route in tried if route.connectors}
    direct = {route.people for route in tried if not route.connectors}
    left = factors.copy()
    left[list(refused)] = 0.0
    found = routes_from(
        ties,
        left,
        starts,
        target,
        routes=1 + len(direct),
        max_introductions=max_introductions,
        model=model,
        apart=apart,
    )
    return next((route for route in found if route.people not in direct), None)


def _onward(ties: Ties, here: Positions, value: Floats, held: Floats) -> Floats:
    """Return the best value with which one more tie arrives at everyone; shape (people,)."""
    arrived = np.zeros(ties.size)
    if len(here) * 8 > ties.size:
        into = np.flatnonzero(np.diff(ties.indptr_in))
        if len(into):
            step = held[ties.sources] * ties.strength_in
            arrived[into] = np.maximum.reduceat(step, ties.indptr_in[into])
        return arrived
    rows, where = entries(ties.indptr, here)
    np.maximum.at(arrived, ties.targets[where], value[rows] * ties.strength[where])
    return arrived
