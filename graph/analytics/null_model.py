"""What chance would make: the same nodes with as many edges each, joined at random.

Draws come from the simple graphs with the degrees of a graph, each as likely as any other, by double-edge swaps: two
edges exchange ends.  All edges are swapped in pairs at once, so that a round costs a few passes over arrays.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.analytics.communities import Progress
from graph.analytics.graphs import Graph
from graph.analytics.mixing import mixing_of
from graph.network import Floats, Positions

DRAWS = 200
"""Graphs drawn, where nobody says."""

MIXING_ROUNDS = 25
"""Rounds before the first draw.  In each about half of the edges change: what a count still told of the graph it
began from became 0.55 of it a round on planted groups, in all less than a millionth."""

ROUNDS_BETWEEN = 2
"""Rounds from one draw to the next, which leave a correlation of 0.3 between them."""

IDLE = 16
"""Of 256 pairs of edges as many don't try to swap: also a single swap is possible, so that every graph is reached."""

SLOTS = 4
"""Slots of the hash table for each edge: more make fewer refusals by accident."""


@dataclass(frozen=True)
class Swapped:
    """A graph drawn, edges as columns, and the share of the swaps tried so far that were made."""

    start: Positions
    end: Positions
    acceptance: float


def null_graphs(
    graph: Graph,
    seed: int = 0,
    draws: int = DRAWS,
    rounds: int = MIXING_ROUNDS,
    between: int = ROUNDS_BETWEEN,
    progress: Progress | None = None,
) -> Iterator[Swapped]:
    """Yield graphs with the degrees of `graph`, without loops and double edges, uniformly among all such.

    A round puts the edges in pairs, each pair of edges as likely as any other, and lets most of these exchange ends
    one of both ways.  Of the edges there are and those that would come, a swap is made where neither of its two old
    and two new ones stands among them twice.  What stands twice is the same seen from the graph after the round, so
    that a round leads from one graph to another as likely as back, and the uniform distribution stays as it is.

    Parameters
    ----------
    graph
        Weights don't count.
    seed
        Not negative.  The same graph and seed give the same draws.
    draws
        How many graphs.
    rounds, between
        Rounds before the first draw, and from one to the next.
    progress
        Told the share of the draws made.

    Yields
    ------
    Swapped
        Columns of shape (edges,), which change with the next draw.

    Notes
    -----
    O(edges) a round.  Draws that follow on each other are alike to some degree: a mean of them is less certain than
    of as many independent ones.  Edges are looked up in a hash table with a new hash each round; two that share a
    slot by accident count as equal, which only makes fewer swaps.

    References
    ----------
    B. K. Fosdick, D. B. Larremore, J. Nishimura and J. Ugander, "Configuring random graph models with fixed degree
    sequences", SIAM Review 60, 2018.
    """
    random = np.random.default_rng(seed)
    order = random.permutation(graph.edges)
    start, end = graph.pairs[0][order], graph.pairs[1][order]
    tried = made = 0
    for draw in range(draws):
        for _ in range(rounds if draw == 0 else between):
            swaps = _round(random, graph.nodes, start, end)
            tried, made = tried + swaps[0], made + swaps[1]
        yield Swapped(start, end, made / tried if tried else 0.0)
        if progress:
            progress((draw + 1) / draws)


def _round(random: np.random.Generator, nodes: int, start: Positions, end: Positions) -> tuple[int, int]:
    """Swap in place once in every pair where that is possible; returns how many were tried and made."""
    edges = len(start)
    if edges < 2:
        return 0, 0
    # The edges at i and at r - i, counted around, are a pair: one pass over memory, where a shuffle would jump.
    r = int(random.integers(edges))
    i = np.concatenate([np.arange((r + 1) // 2), np.arange(r + 1, r + 1 + (edges - r - 1) // 2)])
    j = np.where(i <= r, r - i, edges + r - i)
    dice = np.frombuffer(random.bytes(len(i)), dtype=np.uint8)
    turned, active = (dice & 1).astype(np.bool_), dice >= IDLE
    a, b = start[i], end[i]
    c, d = np.where(turned, end[j], start[j]), np.where(turned, start[j], end[j])
    # a-b and c-d become a-c and b-d.
    bits = max(1, (SLOTS * 2 * edges - 1).bit_length())
    odd = np.uint64(int(random.integers(1 << 62)) * 2 + 1)
    now, first, second = (
        _slots(nodes, one, other, odd, bits) for one, other in ((start, end), (a, c), (b, d))
    )
    tries = np.flatnonzero(active)
    taken = np.bincount(np.concatenate([now, first[tries], second[tries]]), minlength=1 << bits)
    made = active & (taken[first] == 1) & (taken[second] == 1) & (a != c) & (b != d)
    made &= (taken[now[i]] == 1) & (taken[now[j]] == 1)
    end[i] = np.where(made, c, b)
    start[j], end[j] = np.where(made, b, c), d
    return len(tries), int(np.count_nonzero(made))


def _slots(nodes: int, one: Positions, other: Positions, odd: np.uint64, bits: int) -> Positions:
    """Return a slot of the hash table for each pair, whichever end comes first (multiply-shift hashing)."""
    key = (np.minimum(one, other) * nodes + np.maximum(one, other)).astype(np.uint64)
    return ((key * odd) >> np.uint64(64 - bits)).astype(np.int64)


@dataclass(frozen=True)
class Chance:
    """Mixing matrices by chance.

    Attributes
    ----------
    mixing
        Shape (draws, groups, groups); see :mod:`graph.analytics.mixing`.
    acceptance
        Share of the swaps tried that were made.
    """

    mixing: Positions
    acceptance: float


def null_mixing(
    graph: Graph,
    group: Positions,
    groups: int,
    seed: int = 0,
    draws: int = DRAWS,
    progress: Progress | None = None,
) -> Chance:
    """Return how groups are tied in graphs with the same degrees; see :func:`null_graphs`.

    Parameters
    ----------
    group
        Shape (nodes,); in [0, groups), or -1 for none: they are joined at random like all and count nowhere.
    """
    found = np.zeros((draws, groups, groups), dtype=np.int64)
    acceptance = 0.0
    for draw, made in enumerate(null_graphs(graph, seed, draws, progress=progress)):
        found[draw] = mixing_of(group[made.start], group[made.end], groups)
        acceptance = made.acceptance
    return Chance(found, acceptance)


def expected_mixing(graph: Graph, group: Positions, groups: int) -> Floats:
    """Return the mixing matrix that is expected where the ends of all edges are joined at random.

    ``K_a K_b / (2m - 1)`` between groups and ``K_a (K_a - 1) / (2 (2m - 1))`` within one, with `K_a` the sum of
    degrees in `a` and `m` the edges: exact for the configuration model with loops and double edges, which are not in
    the graphs of :func:`null_graphs`.  Where few nodes have most of the edges it says too much within their group.

    Parameters
    ----------
    graph
        Weights don't count.
    group
        Shape (nodes,); in [0, groups), or -1 for none.

    Returns
    -------
    array
        Symmetric, shape (groups, groups); zeros without edges.

    References
    ----------
    M. E. J. Newman, "Networks", 2nd edition, 2018, section 12.1.1.
    """
    known = group >= 0
    ends = np.bincount(group[known], weights=graph.degree[known], minlength=groups)
    free = max(2 * graph.edges - 1, 1)
    found = np.outer(ends, ends) / free
    np.fill_diagonal(found, ends * (ends - 1) / (2 * free))
    return np.maximum(found, 0.0)


def middle(values: Floats, share: float = 0.95) -> tuple[Floats, Floats, Floats]:
    """Return the mean of draws, along the first axis, and the bounds of their middle part."""
    tail = (1.0 - share) / 2
    low, high = np.quantile(values, [tail, 1.0 - tail], axis=0)
    return np.asarray(values.mean(axis=0)), low, high
