"""What a network loses when some of its people stop: who is cut off, and which ties are left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from graph.analytics.graphs import Graph
from graph.network import Mask, Positions
from graph.trust import offsets

Progress = Callable[[float], None]
"""Is called between draws with the share done, in [0, 1]; raising in it stops the work."""


def articulation(graph: Graph) -> Mask:
    """Mark the nodes without which some others, connected now, are no longer; shape (nodes,).

    Notes
    -----
    O(nodes + edges), by one search in depth without recursion.  A node other than a root is marked where something
    found after it leads no further back than to itself; a root where more than one branch begins.

    References
    ----------
    J. Hopcroft and R. Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", Comm. ACM 16, 1973.
    """
    bounds, targets = graph.indptr.tolist(), graph.targets.tolist()
    at = bounds[:-1]
    found = [-1] * graph.nodes
    lowest = [0] * graph.nodes
    marked = np.zeros(graph.nodes, dtype=np.bool_)
    count = 0
    for root in np.flatnonzero(graph.degree).tolist():
        if found[root] >= 0:
            continue
        found[root] = lowest[root] = count
        count += 1
        way, branches = [root], 0
        while way:
            node = way[-1]
            if at[node] < bounds[node + 1]:
                other = targets[at[node]]
                at[node] += 1
                if found[other] < 0:
                    found[other] = lowest[other] = count
                    count += 1
                    way.append(other)
                elif found[other] < lowest[node]:
                    # Going straight back leads to the one before, which marks nothing.
                    lowest[node] = found[other]
                continue
            way.pop()
            if not way:
                break
            before = way[-1]
            if before == root:
                branches += 1
            elif lowest[node] >= found[before]:
                marked[before] = True
            lowest[before] = min(lowest[before], lowest[node])
        marked[root] = branches > 1
    return marked


def left_connected(graph: Graph, stopped: Mask) -> float:
    """Return the share of the connected pairs of others that stay connected without those marked.

    Returns
    -------
    float
        In [0, 1]; ``nan`` where no two others are connected to begin with.

    Notes
    -----
    O(nodes + edges).
    """
    return _left_connected(graph, _parts(graph, np.zeros(graph.nodes, dtype=np.bool_)), stopped)


def _left_connected(graph: Graph, parts: Positions, stopped: Mask) -> float:
    others = ~stopped
    before = _pairs(parts[others])
    return _pairs(_parts(graph, stopped)[others]) / before if before else float("nan")


def _parts(graph: Graph, stopped: Mask) -> Positions:
    """Return the connected part of each node, where those stopped are alone; shape (nodes,)."""
    if not graph.nodes:
        return np.zeros(0, dtype=np.int64)
    start, end, _ = graph.pairs
    kept = ~(stopped[start] | stopped[end])
    indptr = offsets(start[kept], graph.nodes)
    left = csr_array(
        (np.ones(int(indptr[-1]), dtype=np.int8), end[kept], indptr), shape=(graph.nodes, graph.nodes)
    )
    return connected_components(left, directed=False)[1].astype(np.int64)


def _pairs(parts: Positions) -> int:
    size = np.bincount(parts)
    return int((size * (size - 1) // 2).sum())


def edges_left(graph: Graph, stopped: Mask, among: Mask) -> float:
    """Return the share of the edges marked in `among`, shape (edges,), that none of the nodes stopped is an end of.

    In [0, 1]; ``nan`` where none is marked.
    """
    start, end, _ = graph.pairs
    left = among & ~(stopped[start] | stopped[end])
    every = int(np.count_nonzero(among))
    return int(np.count_nonzero(left)) / every if every else float("nan")


def crossing(graph: Graph, group: Positions) -> Mask:
    """Mark the edges between two groups, where both are known (not -1); shape (edges,)."""
    start, end, _ = graph.pairs
    between: Mask = (group[start] >= 0) & (group[end] >= 0) & (group[start] != group[end])
    return between


@dataclass(frozen=True)
class Carried:
    """Who the edges marked lean on: those with most of them, until these are ends of more than half.

    Attributes
    ----------
    nodes
        Those with most first, among equals the smallest; none where no edge is marked.
    edges
        Of how many of the `every` edges marked they are an end.
    """

    nodes: Positions
    edges: int
    every: int


def carried(graph: Graph, among: Mask) -> Carried:
    """Return the nodes that the edges marked in `among`, shape (edges,), lean on.

    Notes
    -----
    Nodes are taken by how many of the edges they have, whoever is at the other end: the fewest that would do may be
    fewer still.  O(nodes log nodes + edges).
    """
    start, end, _ = graph.pairs
    start, end = start[among], end[among]
    having = np.bincount(np.concatenate([start, end]), minlength=graph.nodes)
    order = np.argsort(-having, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(graph.nodes)
    reached = np.cumsum(np.bincount(np.minimum(place[start], place[end]), minlength=graph.nodes))
    if not len(start):
        return Carried(order[:0], 0, 0)
    enough = int(np.searchsorted(2 * reached, len(start), side="right"))
    return Carried(order[: enough + 1], int(reached[enough]), len(start))


@dataclass(frozen=True)
class Spread:
    """Mean and middle 95 % of some draws; ``nan`` where none of them says anything."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Left:
    """What is left when the first `stopped` of a ranking stop, beside as many drawn at random.

    Attributes
    ----------
    connected, connected_at_random
        See :func:`left_connected`.
    crossing, crossing_at_random
        Share of the edges between groups, see :func:`edges_left`.
    """

    stopped: int
    connected: float
    connected_at_random: Spread
    crossing: float
    crossing_at_random: Spread


def when_first_stop(
    graph: Graph,
    ranking: Positions,
    group: Positions,
    steps: Sequence[int],
    draws: int = 100,
    seed: int = 0,
    progress: Progress | None = None,
) -> tuple[Left, ...]:
    """Return what is left at each step when the first of a ranking stop.

    Parameters
    ----------
    graph
        Weights don't count.
    ranking
        Nodes, first those that stop first.
    group
        Shape (nodes,); -1 where not known.
    steps
        How many stop; those above the length of `ranking` are left out.
    draws
        Rankings at random that the given one is held against, the same ones at every step; at least 1.
    seed
        Of the draws; not negative.
    progress
        Told the share of the draws done.

    Notes
    -----
    The ranking is not made anew after each of them stops, so that a step says what people lose who all stop at once.
    O(steps * draws * (nodes + edges)).

    References
    ----------
    R. Albert, H. Jeong and A.-L. Barabási, "Error and attack tolerance of complex networks", Nature 406, 2000.
    """
    steps = [step for step in steps if 0 < step <= len(ranking)]
    parts = _parts(graph, np.zeros(graph.nodes, dtype=np.bool_))
    between = crossing(graph, group)

    def left(order: Positions) -> list[tuple[float, float]]:
        found: list[tuple[float, float]] = []
        for step in steps:
            stopped = np.zeros(graph.nodes, dtype=np.bool_)
            stopped[order[:step]] = True
            found.append((_left_connected(graph, parts, stopped), edges_left(graph, stopped, between)))
        return found

    if not steps:
        return ()
    random = np.random.default_rng(seed)
    at_random: list[list[tuple[float, float]]] = []
    for draw in range(draws):
        at_random.append(left(random.permutation(graph.nodes)))
        if progress:
            progress((draw + 1) / draws)
    return tuple(
        Left(
            step,
            connected,
            _spread([draw[at][0] for draw in at_random]),
            crossed,
            _spread([draw[at][1] for draw in at_random]),
        )
        for at, (step, (connected, crossed)) in enumerate(zip(steps, left(ranking), strict=True))
    )


def _spread(values: Sequence[float]) -> Spread:
    known = np.array([value for value in values if value == value])
    if not len(known):
        return Spread(float("nan"), float("nan"), float("nan"))
    low, high = np.percentile(known, [2.5, 97.5]).tolist()
    return Spread(float(known.mean()), low, high)
