"""Brokerage between groups: whom somebody joins who don't know each other, and from which side."""

from dataclasses import dataclass

import numpy as np

from graph.analytics.graphs import Graph
from graph.analytics.triangles import triangles
from graph.network import Floats, Positions

ROLES = ("coordinator", "gatekeeper", "representative", "consultant", "liaison")
"""Roles of the middle of ``a - b - c``: all of one group; `b` and `c` of one, `a` of another; `a` and `b` of one, `c`
of another; `a` and `c` of one, `b` of another; all of different groups."""


@dataclass(frozen=True)
class Brokerage:
    """How often each node has each role.

    Attributes
    ----------
    counts
        Shape (nodes, 5), a column for each of :data:`ROLES`.
    chance
        Share of a node's pairs that each role would have if groups were dealt out anew; adds up to 1, or 0 where
        fewer than three nodes have a group.  Shape (5,).
    """

    counts: Positions
    chance: Floats

    @property
    def expected(self) -> Floats:
        """Counts that chance would make of as many pairs; shape (nodes, 5)."""
        expected: Floats = self.counts.sum(axis=1)[:, np.newaxis] * self.chance
        return expected


def brokerage(graph: Graph, group: Positions) -> Brokerage:
    """Count Gould and Fernandez's roles, and how many of each to expect.

    A node `b` brokers for `a` and `c` where both are its neighbours and no neighbours of each other.  Edges go both
    ways, so each such pair counts twice, as `a` to `c` and as `c` to `a`; that makes gatekeeper and representative
    equal, and the figures those of software that takes directed ties.

    Parameters
    ----------
    graph
        Weights don't count.
    group
        Shape (nodes,); -1 where it is not known: such a node is neither `a`, `b` nor `c`.

    Notes
    -----
    Expected is the mean over all ways to deal the groups out among the nodes that have one, sizes and edges as they
    are: three different nodes are of one group with chance ``sum over groups of n (n - 1) (n - 2) / (N (N - 1)
    (N - 2))``, of the two groups that each of the next three roles asks for with ``sum of n (n - 1) (N - n)`` over
    the same, and of three groups otherwise.

    Pairs are counted from the numbers of contacts in each group, less those that a triangle closes:
    O(nodes * groups + triangles) after listing these.

    References
    ----------
    R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
    networks", Sociological Methodology 19, 1989.
    """
    groups = max(int(group.max(initial=-1)) + 1, 1)
    counts = _by_contacts(graph, group, groups)
    for found in triangles(graph):
        nodes = found.nodes[:, (group[found.nodes] >= 0).all(axis=0)]
        for at in range(3):
            middle, one, other = nodes[at], nodes[(at + 1) % 3], nodes[(at + 2) % 3]
            for start, end in ((one, other), (other, one)):
                role = _role(group[middle], group[start], group[end])
                counts -= np.bincount(middle * len(ROLES) + role, minlength=graph.nodes * len(ROLES)).reshape(
                    counts.shape
                )
    return Brokerage(counts, _chance(np.bincount(group[group >= 0], minlength=groups)))


def _by_contacts(graph: Graph, group: Positions, groups: int) -> Positions:
    """Count roles as if no two contacts of anybody knew each other."""
    known = (group[graph.rows] >= 0) & (group[graph.targets] >= 0)
    contacts = np.bincount(
        graph.rows[known] * groups + group[graph.targets[known]], minlength=graph.nodes * groups
    ).reshape(graph.nodes, groups)
    own = np.where(group >= 0, contacts[np.arange(graph.nodes), np.maximum(group, 0)], 0)
    others = contacts.sum(axis=1) - own
    alike = np.square(contacts).sum(axis=1) - np.square(own)
    return np.stack(
        [own * (own - 1), others * own, own * others, alike - others, np.square(others) - alike], axis=1
    )


def _role(middle: Positions, start: Positions, end: Positions) -> Positions:
    return np.select(
        [(start == middle) & (end == middle), end == middle, start == middle, start == end], [0, 1, 2, 3], 4
    )


def _chance(size: Positions) -> Floats:
    everyone = float(size.sum())
    ways = everyone * (everyone - 1.0) * (everyone - 2.0)
    if ways <= 0.0:
        return np.zeros(len(ROLES))
    sizes = size.astype(np.float64)
    same = float((sizes * (sizes - 1.0) * (sizes - 2.0)).sum()) / ways
    two = float((sizes * (sizes - 1.0) * (everyone - sizes)).sum()) / ways
    return np.array([same, two, two, two, max(0.0, 1.0 - same - 3.0 * two)])
