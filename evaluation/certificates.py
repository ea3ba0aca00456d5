"""Certificates of Advogato with some of them hidden, as the product would hold them, and fair comparisons."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from evaluation.data import shared
from evaluation.propagation import Certificates, levels
from graph.network import DeclaredTies, Floats, Links, Network, PersonNode, Positions
from graph.trust import Ties, TrustModel, ties

TODAY = date(2026, 1, 1)
"""Day of asking and day of every certificate: Advogato names no days, so that nothing is aged."""

FURTHEST = 4
"""Ties in the longest route."""


@dataclass(frozen=True)
class Rows:
    """Certificates, a column each: from, to, and trust of 0.6 (apprentice), 0.8 (journeyer) or 1.0 (master)."""

    start: Positions
    end: Positions
    trust: Floats
    people: int

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def keys(self) -> Positions:
        """One number per ordered pair."""
        return self.start * self.people + self.end

    def without(self, hidden: Positions) -> "Rows":
        """Leave out the rows at `hidden`, and what the same two people said the other way round."""
        gone = np.concatenate([self.keys[hidden], self.end[hidden] * self.people + self.start[hidden]])
        keep = ~np.isin(self.keys, gone)
        return Rows(self.start[keep], self.end[keep], self.trust[keep], self.people)


def advogato() -> Rows:
    """Read the certificates: loops left out, of several for one pair the last; people renumbered from 0."""
    text = shared("networks", "advogato", "out.advogato.konect.txt").read_text(encoding="utf-8")
    parts = [line.split() for line in text.splitlines() if line and not line.startswith("%")]
    said = {(int(part[0]), int(part[1])): float(part[2]) for part in parts if part[0] != part[1]}
    people = sorted({one for pair in said for one in pair})
    at = {one: position for position, one in enumerate(people)}
    pairs = sorted(said)
    return Rows(
        np.array([at[start] for start, _ in pairs], dtype=np.int64),
        np.array([at[end] for _, end in pairs], dtype=np.int64),
        np.array([said[pair] for pair in pairs], dtype=np.float64),
        len(people),
    )


def network_of(rows: Rows) -> Network:
    """Return the snapshot a store holding these certificates as declared ties would give."""
    nothing = np.zeros(0, dtype=np.int64)
    none = Links(nothing, nothing, nothing, nothing)
    days = np.full(len(rows), TODAY.toordinal(), dtype=np.int64)
    return Network(
        city="advogato",
        revision=1,
        people=tuple(
            PersonNode(id=f"person:{at:05}", key=str(at), name=str(at)) for at in range(rows.people)
        ),
        organisations=(),
        initiatives=(),
        themes={},
        talents={},
        neighbourhoods={},
        requests=(),
        declared=DeclaredTies(
            start=rows.start,
            end=rows.end,
            weight=rows.trust,
            questions=np.zeros(len(rows), dtype=np.bool_),
            since=days,
            last_contact=np.zeros(len(rows), dtype=np.int64),
            order=np.arange(len(rows), dtype=np.int64),
        ),
        memberships=none,
        participations=none,
    )


@dataclass(frozen=True)
class Fold:
    """One seed: certificates to be told (`asked`), others to calibrate on (`tuned`), and what is left to ask.

    Both hold positions in `every`.  A hidden pair is hidden both ways, so that nobody's own answer is lent back.
    """

    every: Rows
    left: Rows
    asked: Positions
    tuned: Positions
    network: Network = field(repr=False)

    @staticmethod
    def draw(every: Rows, seed: int, count: int) -> "Fold":
        """Hide `count` certificates to ask about and as many to calibrate on."""
        rng = np.random.default_rng(seed)
        hidden = rng.permutation(len(every))[: 2 * count]
        left = every.without(hidden)
        return Fold(every, left, hidden[:count], hidden[count:], network_of(left))

    @cached_property
    def certificates(self) -> Certificates:
        """What is left, for the published algorithms."""
        return Certificates.of(
            zip(self.left.start.tolist(), self.left.end.tolist(), self.left.trust.tolist(), strict=True)
        )

    def ties(self, model: TrustModel | None = None) -> Ties:
        """Return the product's ties of what is left."""
        return ties(self.network, TODAY, today=TODAY, model=model or TrustModel())


@dataclass(frozen=True, slots=True)
class Pair:
    """A hidden tie and two non-ties of the same person to people of similar in-degree; positions of people.

    ``other`` lies within four ties, as the target does; ``level`` at exactly the distance of the target, or is
    ``None`` where there is nobody.
    """

    source: int
    target: int
    other: int
    level: int | None
    ties: int
    ties_other: int


def pairs(fold: Fold, lattice: Ties, *, seed: int) -> list[Pair]:
    """Return a :class:`Pair` for each certificate asked about whose target is within reach of its source.

    Similar is: as many people who can approach them, give or take a tenth or one.  Distances and in-degrees are
    those of `lattice`, without what is hidden; that two people are no tie is judged with everything known.
    """
    rng = np.random.default_rng(seed)
    degree = np.diff(lattice.indptr_in)
    order = np.argsort(degree, kind="stable")
    ranked = degree[order]
    neighbours = _neighbours(lattice)
    known = _neighbours_of(fold.every)
    found: list[Pair] = []
    for at in fold.asked.tolist():
        source, target = int(fold.every.start[at]), int(fold.every.end[at])
        reached = levels(neighbours, source, FURTHEST)
        distance = {one: far for far, level in enumerate(reached) for one in level}
        if target not in distance:
            continue
        about = max(1, round(0.1 * int(degree[target])))
        begin = np.searchsorted(ranked, degree[target] - about)
        end = np.searchsorted(ranked, degree[target] + about, side="right")
        alike = [
            one
            for one in rng.permutation(order[begin:end]).tolist()
            if one in distance and one != source and one not in known.get(source, set())
        ]
        level = next((one for one in alike if distance[one] == distance[target]), None)
        if alike:
            found.append(Pair(source, target, alike[0], level, distance[target], distance[alike[0]]))
    return found


def _neighbours(lattice: Ties) -> Mapping[int, list[int]]:
    bounds, targets = lattice.indptr.tolist(), lattice.targets.tolist()
    return {one: targets[bounds[one] : bounds[one + 1]] for one in range(lattice.size)}


def _neighbours_of(rows: Rows) -> Mapping[int, Set[int]]:
    found: dict[int, set[int]] = {}
    for start, end in zip(rows.start.tolist(), rows.end.tolist(), strict=True):
        found.setdefault(start, set()).add(end)
        found.setdefault(end, set()).add(start)
    return found
