"""The shortest trusted path: up to three routes of at most three introductions (DESIGN section 8).

A route of *k* ties goes from the start over *k* - 1 connectors to the target.  Its value is the product of the
strengths of its ties, times 0.7 for every tie after the first, times the factor of each connector (load and hub).
Routes of up to four ties are found by meeting in the middle: one or two ties forward from the start, one or two
backward from the target, joined on the person between.  The best route is taken, its connectors are set aside,
and the next best is looked for.

The product alone is near chance at telling real closeness, distance decay and a hub penalty are not: see
docs/results.md and Ziegler & Lausen (Inf. Syst. Front. 7, 2005) on horizon-limited trust.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from graph.network import Floats, Mask, Positions
from graph.trust import DECIMALS, Ties

MAX_INTRODUCTIONS = 3
NOBODY: Positions = np.zeros(0, dtype=np.int64)
"""Stands for no pair of people of whom one does not want to be asked about the other."""


@dataclass(frozen=True, slots=True)
class PathModel:
    """The constants of a route's value.

    Attributes
    ----------
    decay
        Factor for every tie after the first: measured on Advogato, .55 to .70 AUC at recognising a real tie.
    least
        Value under which a route is no trusted route.
    hub, hub_exponent
        Number of ties up to which a connector is no hub, and how fast the factor falls beyond: (hub / d)^¼.
    """

    decay: float = 0.7
    least: float = 0.01
    hub: int = 50
    hub_exponent: float = 0.25


DEFAULT = PathModel()


@dataclass(frozen=True, slots=True)
class Route:
    """A route: the positions of its people from start to target, and its value in [0, 1]."""

    people: tuple[int, ...]
    value: float

    @property
    def connectors(self) -> tuple[int, ...]:
        """The people in the middle."""
        return self.people[1:-1]


def connector_factors(ties: Ties, eligible: Mask, load: Floats, model: PathModel = DEFAULT) -> Floats:
    """Return load times hub for everyone eligible in the middle, 0 for everyone else.

    The hub part counts, for each connector, the *eligible* people with a tie in either direction, so that nobody
    who did not agree weighs on the answer.  O(ties).
    """
    rows, columns = ties.neighbours
    degree = np.bincount(rows[eligible[columns]], minlength=ties.size).astype(np.float64)
    return np.where(eligible, load * hub_factor(degree, model), 0.0)


def hub_factor(degree: Floats, model: PathModel = DEFAULT) -> Floats:
    """Return the factor of connectors who know so many eligible people; same shape as `degree`."""
    return np.where(degree > model.hub, (model.hub / np.maximum(degree, 1.0)) ** model.hub_exponent, 1.0)


def trusted_routes(
    ties: Ties,
    factors: Floats,
    start: int,
    target: int,
    *,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
) -> list[Route]:
    """Return the best route, then the best that shares no connector with those before, and so on.

    Parameters
    ----------
    ties
        Ties of at least the floor.
    factors
        Factor per person in the middle, 0 for who may not stand there; shape (people,).
    start, target
        Different positions.
    routes
        How many routes at most.
    max_introductions
        How many connectors at most, 0 to 3.
    apart
        Keys ``u * people + v``, ascending and both ways, of pairs whose tie is passed over between two people in the
        middle.

    Returns
    -------
    list of Route
        Best first; equal values by the ids of their people, in order.

    Notes
    -----
    About the sum of the degrees of the neighbours of both ends: 1 ms at 100,000 people with 1,000,000 ties.
    """
    return routes_from(
        ties,
        factors,
        (start,),
        target,
        routes=routes,
        max_introductions=max_introductions,
        model=model,
        apart=apart,
    )


def routes_from(
    ties: Ties,
    factors: Floats,
    starts: Sequence[int],
    target: int,
    *,
    routes: int = 3,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
) -> list[Route]:
    """Return the best route from any of `starts`, then the best that shares no connector with those before.

    Parameters are those of :func:`trusted_routes`.  Every start may have its own direct tie as a route.  No start
    is a connector for another one: the route that begins with that connector is always the better one.
    """
    if len(starts) > 1:
        factors = factors.copy()
        factors[list(starts)] = 0.0
    grounds = [_Ground.of(ties, factors, start, target, max_introductions, model, apart) for start in starts]
    found: list[Route] = []
    used: set[int] = set()
    direct = set(starts)
    # A start's best route only gets worse as connectors are set aside, so that only the one that leads is asked anew.
    leading = [(ground.best(used, direct=True), 0) for ground in grounds]
    while len(found) < routes:
        at = min(range(len(grounds)), key=lambda each: _rank(leading[each][0]))
        route, seen = leading[at]
        if route is None:
            break
        if seen < len(found):
            leading[at] = (grounds[at].best(used, direct=starts[at] in direct), len(found))
            continue
        found.append(route)
        used.update(route.connectors)
        if not route.connectors:
            direct.discard(route.people[0])
        leading[at] = (grounds[at].best(used, direct=starts[at] in direct), len(found))
    return found


def _rank(route: Route | None) -> tuple[float, tuple[int, ...]]:
    return (1.0, ()) if route is None else (-route.value, route.people)


def best_values(
    ties: Ties,
    factors: Floats,
    start: int,
    *,
    max_introductions: int = MAX_INTRODUCTIONS,
    model: PathModel = DEFAULT,
    apart: Positions = NOBODY,
) -> Floats:
    """Return the value of the best route from `start` to everyone, 0 where there is none; shape (people,).

    `apart` is that of :func:`trusted_routes`; `factors` are the same for every target.  Four rounds over all ties.
    A best walk never visits somebody twice, as every factor is at most 1, so that it
    is a route.
    """
    reach = np.zeros(ties.size)
    reach[start] = 1.0
    best = np.zeros(ties.size)
    into = np.flatnonzero(np.diff(ties.indptr_in))
    for introductions in range(max_introductions + 1):
        step = reach[ties.sources] * ties.strength_in
        arrived = np.zeros(ties.size)
        if len(into):
            arrived[into] = np.maximum.reduceat(step, ties.indptr_in[into])
        arrived[start] = 0.0
        best = np.maximum(best, arrived)
        if introductions:
            arrived = passing_over(ties, apart, reach, arrived)
            arrived[start] = 0.0
        reach = arrived * factors * model.decay
        if introductions == max_introductions or not reach.any():
            break
    best = np.round(best, DECIMALS)
    return np.where(best >= model.least, best, 0.0)


def passing_over(ties: Ties, apart: Positions, held: Floats, arrived: Floats) -> Floats:
    """Return with what value one tie arrives at whoever stands in the middle next; shape (people,).

    `held` is the value at those in the middle now, `arrived` what their ties carry to everyone; the ties of pairs in
    `apart` lead to nobody in the middle.
    """
    concerned = apart[held[apart // max(ties.size, 1)] > 0.0] if len(apart) else apart
    if not len(concerned):
        return arrived
    into = np.unique(concerned % ties.size)
    rows, where = entries(ties.indptr_in, into)
    sources = ties.sources[where]
    step = held[sources] * ties.strength_in[where]
    step[np.isin(sources * ties.size + into[rows], concerned)] = 0.0
    best = np.zeros(len(into))
    np.maximum.at(best, rows, step)
    arrived = arrived.copy()
    arrived[into] = best
    return arrived


def entries(indptr: Positions, people: Positions) -> tuple[Positions, Positions]:
    """Return, for every tie of each of `people`, which of them it is of and where it stands."""
    counts = indptr[people + 1] - indptr[people]
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return (
        np.repeat(np.arange(len(people)), counts),
        np.arange(total) + np.repeat(indptr[people] - (ends - counts), counts),
    )


@dataclass(frozen=True, slots=True)
class _Hops:
    """Entries of one or two ties: the near person, the far person, and the value so far."""

    near: Positions
    far: Positions
    value: Floats

    def where(self, keep: Mask) -> "_Hops":
        return _Hops(self.near[keep], self.far[keep], self.value[keep])

    def without(self, used: set[int]) -> "_Hops":
        keep = np.ones(len(self.near), dtype=np.bool_)
        for person in used:
            keep &= (self.near != person) & (self.far != person)
        return self.where(keep)

    def without_pairs(self, apart: Positions, people: int) -> "_Hops":
        concerned = apart[np.isin(apart // max(people, 1), self.near)] if len(apart) else apart
        if not len(concerned):
            return self
        return self.where(~np.isin(self.near * people + self.far, concerned))


@dataclass(frozen=True, slots=True)
class _Ground:
    """What lies between two people, gathered once for all routes.

    ``ones`` are routes over one connector; ``twos`` over two (near to the start, near to the target); ``forward``
    and ``backward`` are the halves of routes over three: far is the person in the middle, whose factor stands in
    ``forward`` only.
    """

    start: int
    target: int
    direct: float
    ones: _Hops
    twos: _Hops
    forward: _Hops
    backward: _Hops
    model: PathModel

    @staticmethod
    def of(
        ties: Ties,
        factors: Floats,
        start: int,
        target: int,
        max_introductions: int,
        model: PathModel,
        apart: Positions,
    ) -> "_Ground":
        out, out_strength = _row(ties.indptr, ties.targets, ties.strength, start)
        inn, inn_strength = _row(ties.indptr_in, ties.sources, ties.strength_in, target)
        at = np.searchsorted(out, target)
        direct = float(out_strength[at]) if at < len(out) and out[at] == target else 0.0

        first = (factors[out] > 0.0) & (out != target)
        last = (factors[inn] > 0.0) & (inn != start)
        near, near_value = out[first], out_strength[first] * factors[out[first]]
        late, late_value = inn[last], inn_strength[last] * factors[inn[last]]
        nothing = _Hops(near[:0], near[:0], near_value[:0])
        if max_introductions == 0:
            return _Ground(start, target, direct, nothing, nothing, nothing, nothing, model)

        common, i, j = np.intersect1d(near, late, assume_unique=True, return_indices=True)
        ones = _Hops(common, common, near_value[i] * model.decay * inn_strength[last][j])
        if max_introductions == 1 or not len(near) or not len(late):
            return _Ground(start, target, direct, ones, nothing, nothing, nothing, model)

        forward = _expand(ties.indptr, ties.targets, ties.strength, near, near_value * model.decay)
        forward = forward.where(
            (forward.far != start) & (forward.far != target) & (factors[forward.far] > 0.0)
        ).without_pairs(apart, ties.size)
        spot = np.minimum(np.searchsorted(late, forward.far), len(late) - 1)
        meets = late[spot] == forward.far
        twos = forward.where(meets)
        twos = _Hops(twos.near, twos.far, twos.value * model.decay * late_value[spot[meets]])
        if max_introductions == 2:
            return _Ground(start, target, direct, ones, twos, nothing, nothing, model)

        backward = _expand(ties.indptr_in, ties.sources, ties.strength_in, late, late_value * model.decay)
        backward = backward.where(
            (backward.far != start) & (backward.far != target) & (factors[backward.far] > 0.0)
        ).without_pairs(apart, ties.size)
        forward = _Hops(forward.near, forward.far, forward.value * factors[forward.far] * model.decay)
        forward, backward = _meeting(forward, backward, ties.size, model.least)
        return _Ground(start, target, direct, ones, twos, forward, backward, model)

    def best(self, used: set[int], *, direct: bool) -> Route | None:
        """Return the best route without the people in `used`."""
        candidates = [*self._short(used)]
        if direct:
            candidates.append(Route((self.start, self.target), round(self.direct, DECIMALS)))
        bound = max((route.value for route in candidates), default=0.0)
        candidates.extend(self._long(used, max(bound, self.model.least)))
        candidates = [route for route in candidates if route.value >= self.model.least]
        return min(candidates, key=lambda route: (-route.value, route.people), default=None)

    def _short(self, used: set[int]) -> Iterator[Route]:
        ones, twos = self.ones.without(used), self.twos.without(used)
        for near, _, value in _top(ones):
            yield Route((self.start, near, self.target), value)
        for near, far, value in _top(twos):
            yield Route((self.start, near, far, self.target), value)

    def _long(self, used: set[int], bound: float) -> Iterator[Route]:
        """Yield the best routes over three connectors of at least `bound`."""
        forward, backward = self.forward.without(used), self.backward.without(used)
        if not len(forward.far) or not len(backward.far):
            return
        slack = bound * (1.0 - 1e-9)
        halves = _meeting(forward, backward, 1 + max(int(forward.far.max()), int(backward.far.max())), slack)
        i, j = _join(*halves)
        forward, backward = halves
        value = np.round(forward.value[i] * backward.value[j], DECIMALS)
        value = np.where(forward.near[i] == backward.near[j], 0.0, value)
        if not len(value) or value.max() < slack:
            return
        for pick in np.flatnonzero(value == value.max()):
            a, b, c = forward.near[i[pick]], forward.far[i[pick]], backward.near[j[pick]]
            yield Route((self.start, int(a), int(b), int(c), self.target), float(value[pick]))


def _row(indptr: Positions, columns: Positions, strength: Floats, person: int) -> tuple[Positions, Floats]:
    begin, end = int(indptr[person]), int(indptr[person + 1])
    return columns[begin:end], strength[begin:end]


def _expand(indptr: Positions, columns: Positions, strength: Floats, near: Positions, value: Floats) -> _Hops:
    """Follow every tie of every `near` person once more."""
    counts = indptr[near + 1] - indptr[near]
    ends = np.cumsum(counts)
    where = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(indptr[near] - (ends - counts), counts)
    return _Hops(np.repeat(near, counts), columns[where], np.repeat(value, counts) * strength[where])


def _meeting(forward: _Hops, backward: _Hops, people: int, bound: float) -> tuple[_Hops, _Hops]:
    """Keep the halves that meet another half and can reach `bound` with the best one they meet."""
    slack = bound * (1.0 - 1e-9)
    best = np.zeros(people)
    np.maximum.at(best, backward.far, backward.value)
    forward = forward.where(forward.value * best[forward.far] >= slack)
    best = np.zeros(people)
    np.maximum.at(best, forward.far, forward.value)
    return forward, backward.where(backward.value * best[backward.far] >= slack)


def _join(forward: _Hops, backward: _Hops) -> tuple[Positions, Positions]:
    """Positions in both of every pair of halves with the same person in the middle."""
    order = np.argsort(backward.far, kind="stable")
    middle = backward.far[order]
    begin = np.searchsorted(middle, forward.far, side="left")
    counts = np.searchsorted(middle, forward.far, side="right") - begin
    ends = np.cumsum(counts)
    where = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(begin - (ends - counts), counts)
    return np.repeat(np.arange(len(forward.far)), counts), order[where]


def _top(hops: _Hops) -> Iterator[tuple[int, int, float]]:
    """Yield every entry of the highest value, after rounding."""
    if not len(hops.value):
        return
    value = np.round(hops.value, DECIMALS)
    for pick in np.flatnonzero(value == value.max()):
        yield int(hops.near[pick]), int(hops.far[pick]), float(value[pick])
