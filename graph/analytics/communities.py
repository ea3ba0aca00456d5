"""Communities: groups of people who are tied among themselves more than their numbers of ties explain.

Found by the Leiden algorithm and compared by normalised mutual information; what sets them apart is told by
:mod:`graph.analytics.represented`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

import graspologic_native
import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components
from scipy.special import xlogy

from graph.analytics.graphs import Graph
from graph.network import Positions

Progress = Callable[[float], None]
"""Is called between steps with the share done, in [0, 1]; raising in it stops the work."""

ITERATIONS = 3
"""Leiden cycles, each from the outcome of the one before; more of them raised modularity by less than 0.02 on planted
partitions of 2,000 to 100,000 people, while one alone stayed up to 0.1 behind."""


@dataclass(frozen=True)
class Communities:
    """A division of the nodes.

    Attributes
    ----------
    member
        Shape (nodes,); the community of each node, from 0 for the largest; among equally large ones the one with the
        smallest node comes first.
    modularity
        See :func:`modularity`; of the resolution asked for.
    """

    member: Positions
    modularity: float

    @property
    def size(self) -> Positions:
        """Members of each community, falling; shape (communities,)."""
        return np.bincount(self.member)


def communities(
    graph: Graph,
    seed: int = 0,
    resolution: float = 1.0,
    trials: int = 1,
    progress: Progress | None = None,
) -> Communities:
    """Divide a graph so that modularity is high, by the Leiden algorithm.

    Each community is connected; a node without an edge is one by itself.

    Parameters
    ----------
    graph
        Weights count.
    seed
        Not negative.  The same graph and seed give the same answer; the same graph with its nodes in another order
        may give another one, as good.
    resolution
        Above 0; higher makes more and smaller communities.
    trials
        Independent starts, of which the best by modularity is kept, the first among equals.
    progress
        Told the share of the starts done.

    Raises
    ------
    ValueError
        When `resolution` is not above 0, `trials` is below 1 or `seed` below 0.

    Notes
    -----
    About O(edges) a cycle, :data:`ITERATIONS` cycles a start.  Modularity has a limit of resolution: it joins groups
    of fewer than about ``sqrt(2 edges)`` ties of their own (Fortunato and Barthélemy 2007).

    References
    ----------
    V. A. Traag, L. Waltman and N. J. van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
    Scientific Reports 9, 5233, 2019.
    """
    if not resolution > 0.0 or trials < 1:
        message = f"Resolution must be above 0 and trials at least 1, not {resolution} and {trials}."
        raise ValueError(message)
    best = _divided(graph, np.arange(graph.nodes, dtype=np.int64), resolution)
    tied = graph.degree > 0
    inner = graph if tied.all() else graph.among(tied)
    for trial, start in enumerate(np.random.SeedSequence(seed).generate_state(trials).tolist()):
        if inner.edges:
            member = np.arange(graph.nodes, dtype=np.int64)
            member[tied] = graph.nodes + _leiden(inner, start, resolution)
            found = _divided(graph, member, resolution)
            if trial == 0 or found.modularity > best.modularity:
                best = found
        if progress:
            progress((trial + 1) / trials)
    return best


def _leiden(graph: Graph, seed: int, resolution: float) -> Positions:
    """Return what the library says of a graph in which every node has an edge: it fails on others."""
    _, found = graspologic_native.leiden_csr(  # pyright: ignore[reportAttributeAccessIssue]  # compiled, no stubs
        graph.indptr,
        graph.targets.astype(np.int32),
        graph.weight,
        graph.nodes,
        resolution=resolution,
        iterations=ITERATIONS,
        seed=seed,
    )
    member = np.zeros(graph.nodes, dtype=np.int64)
    member[np.fromiter(found.keys(), np.int64, len(found))] = np.fromiter(
        found.values(), np.int64, len(found)
    )
    return member


def _divided(graph: Graph, member: Positions, resolution: float) -> Communities:
    """Split what hangs together only through others, which never lowers modularity, and number by size."""
    inside = member[graph.rows] == member[graph.targets]
    rows, targets = graph.rows[inside], graph.targets[inside]
    matrix = csr_array((np.ones(len(rows), dtype=np.int8), (rows, targets)), shape=(graph.nodes, graph.nodes))
    member = (
        numbered(connected_components(matrix, directed=False)[1].astype(np.int64)) if graph.nodes else member
    )
    return Communities(member, modularity(graph, member, resolution))


def numbered(label: Positions) -> Positions:
    """Return labels numbered from 0 by falling size, among equals by the smallest position; -1 stays."""
    known = label >= 0
    _, first, inverse, count = np.unique(
        label[known], return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -count))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    made = np.full(len(label), -1, dtype=np.int64)
    made[known] = place[inverse]
    return made


def modularity(graph: Graph, member: Positions, resolution: float = 1.0) -> float:
    """Return how much more weight lies within communities than if ties were dealt out by strength alone.

    ``Q = sum over c of W_c / W - resolution * (S_c / 2W)^2`` with `W` the weight of all edges, `W_c` that of the
    edges within community `c`, and `S_c` the sum of weights at its members.

    Parameters
    ----------
    graph
        Weights count.
    member
        Shape (nodes,); any numbers not below 0.
    resolution
        1 for Newman's; see Reichardt and Bornholdt, Phys. Rev. E 74, 016110, 2006.

    Returns
    -------
    float
        In [-1/2, 1) at resolution 1; 0 for a graph without edges.

    Notes
    -----
    O(nodes + edges).

    References
    ----------
    M. E. J. Newman, "Analysis of weighted networks", Phys. Rev. E 70, 056131, 2004.
    """
    twice = float(graph.weight.sum())
    if twice == 0.0:
        return 0.0
    home = member[graph.rows]
    within = float(graph.weight[home == member[graph.targets]].sum())
    strength = np.bincount(home, weights=graph.weight)
    return within / twice - resolution * float(np.square(strength / twice).sum())


def nmi(one: Positions, other: Positions) -> float:
    """Return the normalised mutual information of two divisions of the same nodes.

    ``2 I(one, other) / (H(one) + H(other))`` with `I` mutual information and `H` entropy.

    Parameters
    ----------
    one, other
        Shape (nodes,); any numbers not below 0.

    Returns
    -------
    float
        In [0, 1]: 1 when they are equal but for the numbering (also when neither divides anything), 0 when one says
        nothing of the other.  Not corrected for chance, which makes more of it the smaller the communities.

    Notes
    -----
    O(nodes log nodes).

    References
    ----------
    L. Danon, A. Díaz-Guilera, J. Duch and A. Arenas, "Comparing community structure identification", J. Stat. Mech.
    P09008, 2005.
    """
    if len(one) == 0:
        return 1.0
    joint = _entropy(one * (int(other.max()) + 1) + other)
    apart = _entropy(one) + _entropy(other)
    return 1.0 if apart == 0.0 else float(np.clip(2.0 * (apart - joint) / apart, 0.0, 1.0))


def _entropy(label: Positions) -> float:
    share = np.unique(label, return_counts=True)[1] / len(label)
    return float(-xlogy(share, share).sum())


@dataclass(frozen=True)
class Stability:
    """How much the divisions of several seeds agree: mean and least NMI over `pairs` pairs of them."""

    mean: float
    least: float
    pairs: int


def stability(
    graph: Graph,
    seeds: Sequence[int] = range(5),
    resolution: float = 1.0,
    trials: int = 1,
    progress: Progress | None = None,
) -> Stability:
    """Return how much the communities of different seeds agree, over each pair of seeds.

    Nodes without an edge are left out: they agree with themselves and would only flatter.

    Parameters
    ----------
    graph, resolution, trials
        See :func:`communities`.
    seeds
        At least two.
    progress
        Told the share of the seeds done.

    Raises
    ------
    ValueError
        With fewer than two seeds.
    """
    if len(seeds) < 2:
        message = "Stability takes at least two seeds."
        raise ValueError(message)
    tied = graph.among(graph.degree > 0)
    found: list[Positions] = []
    for at, seed in enumerate(seeds):
        found.append(communities(tied, seed, resolution, trials).member)
        if progress:
            progress((at + 1) / len(seeds))
    agreed = [nmi(one, other) for one, other in combinations(found, 2)]
    return Stability(float(np.mean(agreed)), min(agreed), len(agreed))
