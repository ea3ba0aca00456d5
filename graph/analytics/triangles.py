"""Triangles: three nodes that all have an edge with one another, listed once each, a bounded number at a time."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from graph.analytics.graphs import Graph
from graph.analytics.match_columns import spans
from graph.network import Positions
from graph.trust import offsets

MOST_CANDIDATES = 2_000_000
"""Pairs of neighbours looked at together; about 100 bytes each."""


@dataclass(frozen=True)
class Triangles:
    """Some of the triangles of a graph.

    Attributes
    ----------
    nodes
        Shape (3, triangles).
    edges
        Shape (3, triangles); ``edges[i]`` is the edge between the two nodes other than ``nodes[i]``, as a position in
        ``graph.pairs``.
    """

    nodes: Positions
    edges: Positions


def triangles(graph: Graph, most: int = MOST_CANDIDATES) -> Generator[Triangles]:
    """List every triangle once, in parts, in an order that depends on the graph only.

    Each edge is directed to the end with more neighbours, so that a hub's many pairs of neighbours are not looked at.

    Parameters
    ----------
    graph
        Weights don't count.
    most
        Candidates at once, or those of one edge where these are more.

    Notes
    -----
    O(edges^1.5 log edges) time at worst, O(edges + `most`) memory.

    References
    ----------
    N. Chiba and T. Nishizeki, "Arboricity and subgraph listing algorithms", SIAM J. Computing 14, 1985.
    """
    order = np.argsort(graph.degree, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(graph.nodes)
    start, end, _ = graph.pairs
    low, high = np.minimum(rank[start], rank[end]), np.maximum(rank[start], rank[end])
    place = np.lexsort((high, low))
    low, high = low[place], high[place]
    keys = low * max(graph.nodes, 1) + high
    after = offsets(low, graph.nodes)[low + 1] - np.arange(1, len(low) + 1)
    done = np.concatenate([[0], np.cumsum(after)])
    begin = 0
    while begin < len(low):
        until = max(begin + 1, int(np.searchsorted(done, done[begin] + most, side="right")) - 1)
        chosen = np.arange(begin, until)
        one = np.repeat(chosen, after[chosen])
        other = spans(chosen + 1, after[chosen])
        wanted = high[one] * graph.nodes + high[other]
        at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        closed = keys[at] == wanted
        one, other, at = one[closed], other[closed], at[closed]
        if len(at):
            yield Triangles(
                order[np.stack([low[one], high[one], high[other]])], place[np.stack([at, other, one])]
            )
        begin = until
