"""Who connects and what breaks when they stop, in positions and arrays, before anybody is told by a name."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from graph.analytics.betweenness import Betweenness, betweenness
from graph.analytics.brokerage import Brokerage, brokerage
from graph.analytics.holes import Holes, holes
from graph.analytics.robustness import (
    Carried,
    Left,
    articulation,
    carried,
    crossing,
    edges_left,
    when_first_stop,
)
from graph.network import Mask, Positions
from queries.basis import SECTORS, Based
from queries.held import Snapshot
from queries.runs import Progress

SEED = 1
EXACT = 5_000
"""People up to whom all shortest routes are followed: about two seconds on one core, and four times as long for twice
as many."""

PIVOTS, LEAST_PIVOTS = 1_024, 256
"""People from whom routes are followed above that: about a second at 10,000 people and 50,000 ties."""

FOLLOWED = 250_000_000
"""Ties followed in all from them, about, in a network where one person's routes take long."""

STEPS = (1, 2, 5, 10, 20)
"""How many of those who connect most stop."""

MOST_DRAWS, LEAST_DRAWS = 100, 10
"""Picks at random that they are held against; fewer in a network where one takes long."""

ENTRIES = 5_000_000
"""Ties looked at in all picks together, about."""


@dataclass(frozen=True)
class Joint:
    """Two sectors by their positions, on whom the ties between them lean, and what is left when the first stop.

    `having` is how many people have such a tie, in the sector where they are the fewer.
    """

    one: int
    other: int
    on: Carried
    stopped: int
    left: float
    having: int


@dataclass(frozen=True)
class Brokering:
    """All that is worked out for one basis and day.

    Attributes
    ----------
    ranking
        Nodes that lie on a shortest route between others, those on most first.
    articulation
        Shape (nodes,).
    bridges
        On whom all ties between sectors lean.
    joints
        Every two sectors with a tie; that on the fewest people first, among equals that of most ties.
    """

    betweenness: Betweenness
    ranking: Positions
    holes: Holes
    roles: Brokerage
    articulation: Mask
    steps: tuple[Left, ...]
    draws: int
    bridges: Carried
    joints: tuple[Joint, ...]


def betweenness_of(snapshot: Snapshot, of: Based, progress: Progress | None = None) -> Betweenness:
    """Return the betweenness of each node, worked out once a snapshot: sampled above :data:`EXACT` people.

    Raises
    ------
    Stopped
    """
    enough = max(LEAST_PIVOTS, FOLLOWED // max(of.graph.edges, 1))
    pivots = None if of.graph.nodes <= EXACT else min(PIVOTS, enough)
    return snapshot.keep(
        ("betweenness", of.basis, of.day, of.today), lambda: betweenness(of.graph, pivots, SEED, progress)
    )


def brokering(snapshot: Snapshot, of: Based, progress: Progress | None = None) -> Brokering:
    """Return who connects and what breaks, worked out once a snapshot.

    Raises
    ------
    Stopped
    """

    def make() -> Brokering:
        graph, sector = of.graph, of.sector
        between = betweenness_of(snapshot, of, _part(progress, 0.0, 0.7))
        # Among equals those with more ties, then by their ids.
        order = np.lexsort((-graph.degree, -between.value))
        ranking = order[between.value[order] > 0.0]
        draws = int(np.clip(ENTRIES // max(graph.edges, 1), LEAST_DRAWS, MOST_DRAWS))
        steps = when_first_stop(graph, ranking, sector, STEPS, draws, SEED, _part(progress, 0.7, 0.95))
        found = Brokering(
            between,
            ranking,
            holes(graph),
            brokerage(graph, sector),
            articulation(graph),
            steps,
            draws,
            carried(graph, crossing(graph, sector)),
            _joints(of),
        )
        if progress:
            progress(1.0)
        return found

    return snapshot.keep(("brokering", of.basis, of.day, of.today), make)


def _joints(of: Based) -> tuple[Joint, ...]:
    graph, sector = of.graph, of.sector
    start, end, _ = graph.pairs
    low, high = np.minimum(sector[start], sector[end]), np.maximum(sector[start], sector[end])
    found: list[Joint] = []
    for one in range(len(SECTORS)):
        for other in range(one + 1, len(SECTORS)):
            among = (low == one) & (high == other)
            on = carried(graph, among)
            if not on.every:
                continue
            stopped = np.zeros(graph.nodes, dtype=np.bool_)
            first = on.nodes[:2]
            stopped[first] = True
            ends = np.unique(np.concatenate([start[among], end[among]]))
            having = min(int((sector[ends] == one).sum()), int((sector[ends] == other).sum()))
            found.append(Joint(one, other, on, len(first), edges_left(graph, stopped, among), having))
    return tuple(sorted(found, key=lambda joint: (len(joint.on.nodes), -joint.on.every)))


def _part(progress: Progress | None, low: float, high: float) -> Callable[[float], None] | None:
    """Return what tells the progress of a part of the work."""
    if progress is None:
        return None
    return lambda share: progress(low + (high - low) * share)
