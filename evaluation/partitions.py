"""Graphs with communities that are known, from easy to hard: after Lancichinetti, Fortunato and Radicchi.

"Benchmark graphs for testing community detection algorithms", Phys. Rev. E 78, 046110, 2008: skewed degrees, skewed
sizes, and of everybody's ties a share ``mixing`` that leads out of the own community.
"""

from dataclasses import dataclass

import numpy as np

from graph.analytics.graphs import Graph
from graph.network import Floats, Positions

DEGREE, MOST_DEGREE, DEGREE_POWER = 15, 50, 2.0
SMALLEST, LARGEST, SIZE_POWER = 20, 100, 1.0


@dataclass(frozen=True)
class Planted:
    """A graph, the community of each node, and the share of its ties that lead between communities."""

    graph: Graph
    member: Positions
    mixing: float


def planted(nodes: int, mixing: float, seed: int) -> Planted:
    """Return a graph of `nodes` in which a share `mixing` of the ties lead between communities.

    Degrees have a mean of about 15 and at most 50, sizes lie between 20 and 100, both with few large ones.  The ties
    of each are dealt out inside and outside by their number and joined at random; loops and repeats are left out, so
    that the share comes out slightly off, and as :attr:`Planted.mixing` says.
    """
    rng = np.random.default_rng(seed)
    degree = _degrees(nodes, rng)
    member = _members(np.rint((1.0 - mixing) * degree).astype(np.int64), rng)
    inside = rng.binomial(degree, 1.0 - mixing)
    start, end = _joined(inside, member, rng)
    out_start, out_end = _joined(degree - inside, np.zeros(nodes, dtype=np.int64), rng)
    apart = member[out_start] != member[out_end]
    graph = Graph.of(nodes, np.concatenate([start, out_start[apart]]), np.concatenate([end, out_end[apart]]))
    one, other, _ = graph.pairs
    return Planted(graph, member, float(np.mean(member[one] != member[other])))


def _degrees(nodes: int, rng: np.random.Generator) -> Positions:
    """Draw skewed degrees from the least that gives the mean wanted."""
    leasts = range(1, DEGREE + 1)
    means = [float(np.average(np.arange(low, MOST_DEGREE + 1), weights=_law(low, MOST_DEGREE, DEGREE_POWER)))
             for low in leasts]  # fmt: skip
    least = leasts[int(np.argmin(np.abs(np.array(means) - DEGREE)))]
    return rng.choice(np.arange(least, MOST_DEGREE + 1), nodes, p=_law(least, MOST_DEGREE, DEGREE_POWER))


def _law(low: int, high: int, power: float) -> Floats:
    chance = np.arange(low, high + 1, dtype=np.float64) ** -power
    share: Floats = chance / chance.sum()
    return share


def _members(inside: Positions, rng: np.random.Generator) -> Positions:
    """Deal nodes out over communities, who has most ties inside first, each into one that has room for them."""
    sizes: list[int] = []
    while sum(sizes) < len(inside):
        sizes.append(int(rng.choice(np.arange(SMALLEST, LARGEST + 1), p=_law(SMALLEST, LARGEST, SIZE_POWER))))
    sizes[-1] -= sum(sizes) - len(inside)
    if sizes[-1] < SMALLEST and len(sizes) > 1:
        last = sizes.pop()
        sizes[int(np.argmin(sizes))] += last
    size = np.array(sizes)
    room = size.copy()
    member = np.zeros(len(inside), dtype=np.int64)
    for node in np.argsort(-inside, kind="stable").tolist():
        fits = np.where(size > inside[node], room, 0)
        fits = fits if fits.any() else room
        member[node] = rng.choice(len(size), p=fits / fits.sum())
        room[member[node]] -= 1
    return member


def _joined(stubs: Positions, group: Positions, rng: np.random.Generator) -> tuple[Positions, Positions]:
    """Join loose ends at random within each group; one that is left over stays loose."""
    ends = np.repeat(np.arange(len(stubs), dtype=np.int64), stubs)
    ends = rng.permutation(ends)
    ends = ends[np.argsort(group[ends], kind="stable")]
    place = np.arange(len(ends)) - np.searchsorted(group[ends], group[ends])
    first = np.flatnonzero((place[:-1] % 2 == 0) & (group[ends][1:] == group[ends][:-1]))
    return ends[first], ends[first + 1]
