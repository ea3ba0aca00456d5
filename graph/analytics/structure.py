"""How a network hangs together: its parts, the steps between people, its core, its triangles."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components

from graph.analytics.communities import Progress
from graph.analytics.graphs import Graph, matrix
from graph.analytics.paths import entries
from graph.network import Floats, Positions
from graph.trust import offsets

EXACT = 4_000
"""Tied nodes up to which the mean path length is taken from every one of them."""

SOURCES = 512
"""Nodes from which it is estimated in a larger graph."""

TOGETHER = 256
"""Sources walked from at once, a bit each: four words a node."""

WEDGES = 4_000_000
"""Pairs of edges held against the third at once when triangles are counted."""


@dataclass(frozen=True)
class Components:
    """The parts of a graph between which no edge runs; a node without an edge is one by itself.

    Attributes
    ----------
    member
        Shape (nodes,); numbered from 0 in any order.
    sizes
        Falling; shape (components,).
    """

    member: Positions
    sizes: Positions

    @property
    def largest_share(self) -> float:
        """Share of the nodes in the largest part, in (0, 1]; NaN without nodes."""
        return float(self.sizes[0] / len(self.member)) if len(self.member) else float("nan")


def components(graph: Graph) -> Components:
    """Return the connected components.  O(nodes + edges)."""
    if not graph.nodes:
        return Components(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    member = connected_components(graph.unweighted, directed=False)[1].astype(np.int64)
    return Components(member, np.sort(np.bincount(member))[::-1])


@dataclass(frozen=True, slots=True)
class PathLength:
    """Mean number of steps between two nodes that can reach each other.

    Attributes
    ----------
    mean
        At least 1; NaN where no two nodes can reach each other.
    error
        Its standard error where it was sampled, 0 where it is exact.
    sources
        Nodes it was taken from.
    """

    mean: float
    error: float
    sources: int


def path_length(
    graph: Graph,
    seed: int = 0,
    exact: int = EXACT,
    sources: int = SOURCES,
    progress: Progress | None = None,
) -> PathLength:
    """Return the mean length of the shortest paths between the ordered pairs that have one, without weights.

    ``L = sum of d(u, v) / number of pairs (u, v) with 0 < d(u, v) < infinity``.  With at most `exact` nodes that have
    an edge it is over all of them; else over the paths from `sources` of them, drawn with `seed` without putting
    back, as the ratio of both sums, with the standard error of a ratio (Cochran 1977, chapter 6).

    Parameters
    ----------
    graph
        Weights don't count.
    exact, sources
        At least 1.
    progress
        Told the share of the sources done.

    Raises
    ------
    ValueError
        When `exact` or `sources` is below 1.

    Notes
    -----
    O(sources * (nodes + edges) * longest distance / 64): breadth first from many sources at once, a bit each (Then
    et al., "The more the merrier: efficient multi-source graph traversal", PVLDB 8, 2014).
    """
    if exact < 1 or sources < 1:
        message = f"Exact and sources must be at least 1, not {exact} and {sources}."
        raise ValueError(message)
    tied = np.flatnonzero(graph.degree > 0)
    if not len(tied):
        return PathLength(float("nan"), 0.0, 0)
    picked = tied
    if len(tied) > max(exact, sources):
        picked = np.sort(np.random.default_rng(seed).choice(tied, sources, replace=False))
    steps, reached = np.zeros(len(picked)), np.zeros(len(picked))
    for begin in range(0, len(picked), TOGETHER):
        batch = slice(begin, begin + TOGETHER)
        for distance, new in rings(graph, picked[batch]):
            found = _counted(new, len(picked[batch]))
            steps[batch] += distance * found
            reached[batch] += found
        if progress:
            progress(min(1.0, (begin + TOGETHER) / len(picked)))
    mean = float(steps.sum() / reached.sum())
    count = len(picked)
    if count == len(tied) or count < 2:
        return PathLength(mean, 0.0, count)
    off = float(np.square(steps - mean * reached).sum()) / (count - 1)
    error = (off * (1.0 - count / len(tied)) / count) ** 0.5 / float(reached.mean())
    return PathLength(mean, error, count)


Bits = NDArray[np.uint64]


def rings(graph: Graph, sources: Positions) -> Iterator[tuple[int, Bits]]:
    """Yield, for distances 1, 2, … which nodes are that far from which of the sources.

    Parameters
    ----------
    graph
        Weights don't count.
    sources
        Different nodes.

    Yields
    ------
    tuple of int and array
        The distance, and shape (words, nodes): bit ``i % 64`` of word ``i // 64`` of a node is set where it is
        that far from ``sources[i]``.

    Notes
    -----
    O((nodes + edges) * words) a distance.
    """
    words = -(-len(sources) // 64)
    place = np.arange(len(sources), dtype=np.uint64)
    at = np.zeros((words, graph.nodes), dtype=np.uint64)
    at[place // np.uint64(64), sources] = np.uint64(1) << (place % np.uint64(64))
    seen = at.copy()
    into = np.flatnonzero(graph.degree)
    begins = graph.indptr[into]
    distance = 0
    while len(into):
        distance += 1
        new = np.zeros_like(at)
        # Word by word: three times as quick as all words of a node together.
        for word, held in enumerate(at):
            new[word, into] = np.bitwise_or.reduceat(held[graph.targets], begins)
        new &= ~seen
        if not new.any():
            return
        seen |= new
        yield distance, new
        at = new


def _counted(bits: Bits, sources: int) -> Floats:
    """Return how many nodes have the bit of each source set; shape (sources,)."""
    # Little-endian, whatever the machine: the first byte holds the first eight sources.
    octets = np.ascontiguousarray(bits, dtype="<u8").view(np.uint8).reshape(len(bits), -1, 8)
    told: Floats = np.unpackbits(octets, axis=2, bitorder="little").sum(axis=1, dtype=np.float64)
    return told.reshape(-1)[:sources]


def core_numbers(graph: Graph) -> Positions:
    """Return the largest k of each node such that it is in a k-core: nodes that each have k neighbours among them.

    Parameters
    ----------
    graph
        Weights don't count.

    Returns
    -------
    array
        Shape (nodes,); in [0, degree].

    Notes
    -----
    Whoever has at most k neighbours left is taken away, all at once and again until nobody has, for k = 0, 1, …  Each
    edge is looked at twice; O(nodes * deepest core + edges log edges).

    References
    ----------
    S. B. Seidman, "Network structure and minimum degree", Social Networks 5, 1983; V. Batagelj and M. Zaveršnik, "An
    O(m) algorithm for cores decomposition of networks", arXiv cs/0310049, 2003.
    """
    left = graph.degree.copy()
    core = np.zeros(graph.nodes, dtype=np.int64)
    alive = np.ones(graph.nodes, dtype=np.bool_)
    k = 0
    while True:
        among = np.flatnonzero(alive)
        if not len(among):
            return core
        k = max(k, int(left[among].min()))
        leaving = among[left[among] <= k]
        while len(leaving):
            core[leaving] = k
            alive[leaving] = False
            _, where = entries(graph.indptr, leaving)
            met, times = np.unique(graph.targets[where], return_counts=True)
            staying = alive[met]
            met, times = met[staying], times[staying]
            left[met] -= times
            leaving = met[left[met] <= k]


def transitivity(graph: Graph, progress: Progress | None = None) -> float:
    """Return the chance that two neighbours of one node are neighbours of each other.

    ``T = 3 * triangles / pairs of edges that share a node``.

    Parameters
    ----------
    graph
        Weights don't count.
    progress
        Told the share of the nodes done.

    Returns
    -------
    float
        In [0, 1]; NaN where no two edges share a node.

    Notes
    -----
    Edges are led from the node with fewer neighbours to the one with more, so that nobody has more than
    ``sqrt(2 edges)`` to look at: O(edges^1.5) at worst (Chiba and Nishizeki, SIAM J. Comput. 14, 1985).

    References
    ----------
    R. D. Luce and A. D. Perry, "A method of matrix analysis of group structure", Psychometrika 14, 1949.
    """
    triples = int((graph.degree * (graph.degree - 1) // 2).sum())
    if not triples:
        return float("nan")
    return 3 * triangles(graph, progress) / triples


def triangles(graph: Graph, progress: Progress | None = None) -> int:
    """Return how many triples of nodes are all neighbours of each other; see :func:`transitivity`."""
    place = np.empty(graph.nodes, dtype=np.int64)
    place[np.lexsort((np.arange(graph.nodes), graph.degree))] = np.arange(graph.nodes)
    start, end, _ = graph.pairs
    low, high = np.minimum(place[start], place[end]), np.maximum(place[start], place[end])
    order = np.lexsort((high, low))
    low, high = low[order], high[order]
    shape = (graph.nodes, graph.nodes)
    indptr = offsets(low, graph.nodes)
    up = matrix(np.ones(len(high)), high, indptr, shape)
    # How many products the rows up to each make: rows are taken together until that is much.
    work = np.concatenate([[0], np.cumsum(np.diff(indptr)[high])])[indptr]
    found, begin = 0, 0
    while begin < graph.nodes:
        end_row = int(np.searchsorted(work, work[begin] + WEDGES, side="right")) - 1
        end_row = min(max(end_row, begin + 1), graph.nodes)
        rows = up[begin:end_row]
        found += round(float((rows @ up).multiply(rows).sum()))
        begin = end_row
        if progress:
            progress(begin / graph.nodes)
    return found


def density(graph: Graph) -> float:
    """Return edges over possible edges, ``2 m / (n (n - 1))``, in [0, 1]; NaN below two nodes."""
    possible = graph.nodes * (graph.nodes - 1) // 2
    return graph.edges / possible if possible else float("nan")


def degree_assortativity(graph: Graph) -> float:
    """Return the correlation, over edges, between the numbers of neighbours at both ends.

    Parameters
    ----------
    graph
        Weights don't count.

    Returns
    -------
    float
        Pearson's r in [-1, 1]: above 0 where those with many edges have edges with each other.  NaN where there is
        no edge or all ends have equally many.

    Notes
    -----
    O(edges).

    References
    ----------
    M. E. J. Newman, "Assortative mixing in networks", Phys. Rev. Lett. 89, 208701, 2002.
    """
    one, other = graph.degree[graph.rows], graph.degree[graph.targets]
    # Whole numbers, so that a regular graph is found to be one.
    count, total = len(one), int(one.sum())
    spread = count * int((one * one).sum()) - total * total
    return (count * int((one * other).sum()) - total * total) / spread if spread else float("nan")


def reciprocity(nodes: int, start: Positions, end: Positions) -> float:
    """Return the share of directed ties that are answered by one the other way.

    ``2 M / (2 M + A)`` with `M` pairs tied both ways and `A` tied one way.

    Parameters
    ----------
    nodes
        How many there are.
    start, end
        Positions in [0, nodes), of one length; repeated ones count once, loops not.

    Returns
    -------
    float
        In [0, 1]; NaN without ties.

    Notes
    -----
    O(ties log ties).

    References
    ----------
    S. Wasserman and K. Faust, "Social Network Analysis", 1994, section 13.
    """
    _, _, mutual = dyads(nodes, start, end)
    ties = len(mutual) + int(np.count_nonzero(mutual))
    return 2 * int(np.count_nonzero(mutual)) / ties if ties else float("nan")


def dyads(nodes: int, start: Positions, end: Positions) -> tuple[Positions, Positions, NDArray[np.bool_]]:
    """Return each pair with a directed tie once: the smaller, the larger, and whether it is tied both ways."""
    size = max(nodes, 1)
    keys = np.unique(start[start != end] * size + end[start != end])
    one, other = np.minimum(keys // size, keys % size), np.maximum(keys // size, keys % size)
    pairs, times = np.unique(one * size + other, return_counts=True)
    return pairs // size, pairs % size, times == 2
