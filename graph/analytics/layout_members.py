"""Where people lie in the disc of their community: neighbours together, each on the side of their ties elsewhere."""

import numpy as np
from scipy.spatial import KDTree

from graph.analytics.graphs import Graph, Matrix, matrix
from graph.analytics.layout_discs import GAP, GOLDEN, Points
from graph.network import Floats, Mask, Positions

SMOOTHINGS = 10
OUTWARD = 0.15
SETTLING, RESETTLING = (28, 1.0), (8, 0.25)
"""Steps of pulling and pushing, and how strongly it begins: from nothing, and where most people keep their place."""

PULL = 0.2
INWARD = 0.04
ELSEWHERE = 0.03
"""What a tie to another community pulls beside one within."""

PUSH = 0.4
"""Share of the room missing between two that each gives at a step."""

NEAREST = 6
LOOKS = 4
"""Steps for which the nearest stay the nearest."""


def started(graph: Graph, member: Positions, centre: Points, radius: Floats) -> Points:
    """Return first places: each where their neighbours are, drawn to the side of their ties elsewhere.

    Parameters
    ----------
    graph, member
        Everybody is in a community and has a tie.
    centre, radius
        Of the communities.

    Notes
    -----
    O(ties) a step.
    """
    inside = member[graph.rows] == member[graph.targets]
    own = matrix(graph.weight * inside, graph.targets, graph.indptr, (graph.nodes, graph.nodes))
    held = np.maximum(_rows(own), 1e-12)[:, None]
    outward = _outward(graph, member, centre, ~inside)
    place, size = _ranked(member, -graph.degree.astype(np.float64))
    angle, far = GOLDEN * place, np.sqrt((place + 0.5) / size)
    spiral = far[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    local = outward + spiral
    for _ in range(SMOOTHINGS):
        local = _evened(0.3 * local + 0.7 * (own @ local) / held + OUTWARD * outward, member)
    return np.asarray(centre[member] + local * radius[member][:, None], dtype=np.float64)


def _outward(graph: Graph, member: Positions, centre: Points, leaving: Mask) -> Points:
    """Return, for each, the mean direction of their ties, where one within the community has none."""
    away = centre[member[graph.targets]] - centre[member[graph.rows]]
    long = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-12)
    pull = (graph.weight * leaving / long)[:, None] * away
    strength = np.bincount(graph.rows, weights=graph.weight, minlength=graph.nodes)
    return summed(pull, graph.rows, graph.nodes) / np.maximum(strength, 1e-12)[:, None]


def summed(points: Points, into: Positions, count: int) -> Points:
    """Return the sums of points by the group that each is in; shape (count, 2)."""
    across, up = (np.bincount(into, weights=points[:, axis], minlength=count) for axis in (0, 1))
    return np.column_stack([across, up]).astype(np.float64)


def _rows(of: Matrix) -> Floats:
    return np.asarray(of.sum(axis=1), dtype=np.float64).ravel()


def _ranked(member: Positions, value: Floats) -> tuple[Positions, Positions]:
    """Return each one's place within their community by rising value, and how many are in it."""
    order = np.lexsort((value, member))
    size = np.bincount(member)
    first = np.cumsum(size) - size
    rank = np.empty(len(member), dtype=np.int64)
    rank[order] = np.arange(len(member)) - first[member[order]]
    return rank, size[member]


def _evened(local: Points, member: Positions) -> Points:
    """Deal distances from the middle out so that a disc of radius 1 is evenly full; directions stay."""
    count = np.bincount(member)
    local = local - (summed(local, member, len(count)) / count[:, None])[member]
    far = np.hypot(local[:, 0], local[:, 1])
    rank, size = _ranked(member, far)
    wanted = np.sqrt((rank + 0.5) / size) / np.maximum(far, 1e-12)
    return np.asarray(local * wanted[:, None], dtype=np.float64)


def settled(
    graph: Graph,
    member: Positions,
    points: Points,
    centre: Points,
    radius: Floats,
    settling: tuple[int, float] = SETTLING,
) -> Points:
    """Return places pulled along ties and pushed apart where they are too near, within the disc.

    Two of one community have room 1 between them, two of different ones :data:`GAP`.  About
    O(people log people) a step.
    """
    inside = member[graph.rows] == member[graph.targets]
    weight = np.where(inside, graph.weight, ELSEWHERE * graph.weight)
    pull = matrix(weight, graph.targets, graph.indptr, (graph.nodes, graph.nodes))
    total = np.maximum(_rows(pull), 1e-12)[:, None]
    near = np.zeros((graph.nodes, 0), dtype=np.int64)
    steps, begin = settling
    for step in range(steps):
        heat = begin * (1.0 - step / steps)
        points = points + heat * (
            PULL * ((pull @ points) / total - points) + INWARD * (centre[member] - points)
        )
        if step % LOOKS == 0:
            found = KDTree(points).query(points, k=np.arange(2, min(NEAREST + 1, graph.nodes) + 1))[1]
            near = np.asarray(found, dtype=np.int64)
        points = _kept(_apart(points, near, member), member, centre, radius)
    return points


def _apart(points: Points, near: Positions, member: Positions) -> Points:
    """Return places moved away from those of the nearest that are too near."""
    across, up = (points[:, None, axis] - points[near, axis] for axis in (0, 1))
    distance = np.maximum(np.hypot(across, up), 1e-9)
    wanted = np.where(member[:, None] == member[near], 1.0, GAP)
    push = PUSH * np.maximum(wanted - distance, 0.0) / distance
    moved = np.column_stack([(push * across).sum(axis=1), (push * up).sum(axis=1)])
    return np.asarray(points + moved, dtype=np.float64)


def _kept(points: Points, member: Positions, centre: Points, radius: Floats) -> Points:
    """Return places drawn back towards the disc of their community where they left it."""
    off = points - centre[member]
    far = np.hypot(off[:, 0], off[:, 1])
    edge = radius[member]
    back = np.where(far > edge, (edge + 0.3 * (far - edge)) / np.maximum(far, 1e-12), 1.0)
    return centre[member] + off * back[:, None]
