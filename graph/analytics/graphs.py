"""The undirected graph that the measures of a learning network are taken of.

People are joined where either of them can approach the other, by the stronger of the two directions; nobody is in
it whom the question may not use.  Every measure in this package takes a :class:`Graph` and knows nothing of people.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, cast

import numpy as np
from scipy.sparse import csr_array

from graph.network import Floats, Links, Mask, Positions
from graph.trust import Ties, offsets

Matrix: TypeAlias = "csr_array[np.float64, tuple[int, int]]"


def matrix(values: Floats, columns: Positions, indptr: Positions, shape: tuple[int, int]) -> Matrix:
    """Return a matrix of compressed sparse rows."""
    # The stubs widen the type of the values by that of the indices.
    return cast("Matrix", csr_array((values, columns, indptr), shape=shape))


@dataclass(frozen=True)
class Graph:
    """An undirected, weighted, simple graph as compressed sparse rows; each edge stands in the rows of both ends.

    Attributes
    ----------
    indptr
        Shape (nodes + 1,).
    targets
        Shape (2 * edges,); ``targets[indptr[u]:indptr[u + 1]]`` are the neighbours of `u`, ascending, without `u`.
    weight
        Shape (2 * edges,); strengths in (0, 1], equal in both directions.
    """

    indptr: Positions
    targets: Positions
    weight: Floats

    @staticmethod
    def of(nodes: int, start: Positions, end: Positions, weight: Floats | None = None) -> "Graph":
        """Return the graph of some pairs, without loops; a pair given more than once counts with its strongest.

        Parameters
        ----------
        nodes
            How many there are, with or without an edge.
        start, end
            Positions in [0, nodes), of one length, in any order and direction.
        weight
            In (0, 1]; 1 for all if not given.

        Notes
        -----
        O(pairs log pairs).
        """
        weight = np.ones(len(start), dtype=np.float64) if weight is None else weight
        apart = start != end
        start, end, weight = start[apart], end[apart], weight[apart]
        size = max(nodes, 1)
        keys = np.concatenate([start * size + end, end * size + start])
        both = np.concatenate([weight, weight])
        order = np.lexsort((-both, keys))
        keys, both = keys[order], both[order]
        first = np.append(True, keys[1:] != keys[:-1]) if len(keys) else np.zeros(0, dtype=np.bool_)
        keys, both = keys[first], both[first]
        return Graph(offsets(keys // size, nodes), keys % size, both)

    @property
    def nodes(self) -> int:
        """Number of nodes."""
        return len(self.indptr) - 1

    @property
    def edges(self) -> int:
        """Number of edges."""
        return len(self.targets) // 2

    @cached_property
    def degree(self) -> Positions:
        """Neighbours of each node; shape (nodes,)."""
        return np.diff(self.indptr)

    @cached_property
    def rows(self) -> Positions:
        """The node in whose row each entry stands; shape (2 * edges,)."""
        return np.repeat(np.arange(self.nodes, dtype=np.int64), self.degree)

    @cached_property
    def pairs(self) -> tuple[Positions, Positions, Floats]:
        """Each edge once: start, end > start, and weight; shape (edges,) each, in the order of the rows."""
        once = self.rows < self.targets
        return self.rows[once], self.targets[once], self.weight[once]

    @cached_property
    def adjacency(self) -> Matrix:
        """The symmetric matrix of weights; shape (nodes, nodes)."""
        return matrix(self.weight, self.targets, self.indptr, (self.nodes, self.nodes))

    @cached_property
    def unweighted(self) -> Matrix:
        """The same with 1 for every edge."""
        return matrix(np.ones_like(self.weight), self.targets, self.indptr, (self.nodes, self.nodes))

    def neighbours(self, node: int) -> Positions:
        """Return the neighbours of a node, ascending."""
        return self.targets[self.indptr[node] : self.indptr[node + 1]]

    def among(self, keep: Mask) -> "Graph":
        """Return the graph of some nodes and the edges between them; they are numbered anew, in their order."""
        place = np.cumsum(keep, dtype=np.int64) - 1
        start, end, weight = self.pairs
        inside = keep[start] & keep[end]
        return Graph.of(int(np.count_nonzero(keep)), place[start[inside]], place[end[inside]], weight[inside])


def people_graph(ties: Ties, who: Mask) -> Graph:
    """Return the graph of the people marked in `who`, shape (people,), numbered in their order.

    A pair counts where a tie of at least the floor leads one way or the other, with the stronger of both.
    """
    place = np.cumsum(who, dtype=np.int64) - 1
    rows = np.repeat(np.arange(ties.size, dtype=np.int64), np.diff(ties.indptr))
    inside = who[rows] & who[ties.targets]
    return Graph.of(
        int(np.count_nonzero(who)), place[rows[inside]], place[ties.targets[inside]], ties.strength[inside]
    )


def with_organisations(graph: Graph, who: Mask, memberships: Links, organisations: Mask) -> Graph:
    """Return `graph` with the organisations marked as further nodes, each tied to its members with weight 1.

    Parameters
    ----------
    graph, who
        A graph of people and whom it is made of; see :func:`people_graph`.
    memberships
        Those that count, such as the ones that run on the day of asking.
    organisations
        Shape (organisations,); they come after the people, in their order.
    """
    people = np.cumsum(who, dtype=np.int64) - 1
    others = graph.nodes + np.cumsum(organisations, dtype=np.int64) - 1
    inside = who[memberships.person] & organisations[memberships.other]
    start, end, weight = graph.pairs
    return Graph.of(
        graph.nodes + int(np.count_nonzero(organisations)),
        np.concatenate([start, people[memberships.person[inside]]]),
        np.concatenate([end, others[memberships.other[inside]]]),
        np.concatenate([weight, np.ones(int(np.count_nonzero(inside)), dtype=np.float64)]),
    )
