"""Places of people on a plane, community first: communities by their ties, members within, isolates at the rim."""

import numpy as np
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from graph.analytics.communities import Progress, numbered
from graph.analytics.graphs import Graph, Matrix
from graph.analytics.layout_discs import GAP, GOLDEN, Points, joining, placed, pushed, radii, ringed
from graph.network import Floats, Mask, Positions

MOST_DISCS = 1200
SMOOTHINGS = 12
SETTLINGS = 24
NEAREST = 7
QUANTILE = 0.995
MARGIN = 0.03


def layout(
    graph: Graph,
    member: Positions,
    previous: Points | None = None,
    progress: Progress | None = None,
) -> Points:
    if graph.nodes == 0:
        return np.zeros((0, 2))
    tell = progress or (lambda share: None)
    tied = graph.degree > 0
    member = numbered(np.where(tied, member, -1))
    count = int(member.max(initial=-1)) + 1
    size = np.bincount(member[tied], minlength=count)
    radius = radii(size)
    points = np.zeros((graph.nodes, 2))
    inner = 0.0
    if count:
        centre = _centres(graph, member, radius)
        tell(0.3)
        points = _members(graph, member, centre, radius)
        tell(0.6)
        points = _settled(graph, member, points, tied, centre, radius)
        inner = float(np.hypot(*points[tied].T).max()) + GAP
    alone = np.flatnonzero(~tied)
    points[alone] = ringed(np.full(len(alone), 0.45), inner)
    tell(1.0)
    return scaled(points)


def _centres(graph, member, radius):
    count = len(radius)
    many = min(count, MOST_DISCS)
    between = joining(graph, member, many)
    parts, part = connected_components(between > 0, directed=False)
    sizes = np.bincount(part, weights=radius[:many] ** 2)
    main = np.flatnonzero(part == int(np.argmax(sizes)))
    centre = np.zeros((count, 2))
    centre[main] = placed(between[np.ix_(main, main)], radius[main])
    centre[main] -= np.average(centre[main], axis=0, weights=radius[main] ** 2)
    rest = np.setdiff1d(np.arange(count), main)
    if len(rest):
        inner = float((np.hypot(*centre[main].T) + radius[main]).max()) + GAP
        centre[rest] = ringed(radius[rest] + GAP / 2, inner)
    return centre


def _rows(matrix: Matrix) -> Floats:
    return np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1e-12)


def _members(graph: Graph, member, centre, radius) -> Points:
    """Members in their disc: those who are tied outward on that side, neighbours near each other."""
    inside = member[graph.rows] == member[graph.targets]
    from graph.analytics.graphs import matrix
    own = matrix(np.where(inside, graph.weight, 0.0), graph.targets, graph.indptr, (graph.nodes, graph.nodes))
    strength = np.maximum(np.bincount(graph.rows, weights=graph.weight, minlength=graph.nodes), 1e-12)
    # Outward: the mean direction of ties that leave.
    away = centre[member[graph.targets]] - centre[member[graph.rows]]
    away /= np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-9)[:, None]
    out = np.column_stack([
        np.bincount(graph.rows[~inside], weights=(graph.weight[:, None] * away)[~inside][:, axis], minlength=graph.nodes)
        for axis in (0, 1)
    ]) / strength[:, None]
    tied = member >= 0
    place = np.zeros(graph.nodes, dtype=np.int64)
    order = np.lexsort((-graph.degree, member))
    order = order[member[order] >= 0]
    first = np.searchsorted(member[order], np.arange(len(radius)))
    place[order] = np.arange(len(order)) - first[member[order]]
    angle = GOLDEN * place
    size = np.bincount(member[tied], minlength=len(radius))
    start = np.sqrt((place + 0.5) / size[member])
    local = out + 0.35 * start[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    inner = _rows(own)
    for _ in range(SMOOTHINGS):
        local = 0.5 * local + 0.5 * (own @ local) / inner[:, None]
        local += 0.15 * out
        local = _spread(local, member, size)
    return centre[member] + local * radius[member][:, None] * 0.95


def _spread(local: Points, member: Positions, size: Positions) -> Points:
    """Deal distances from the middle out so that a disc is evenly full; directions stay."""
    tied = member >= 0
    count = np.maximum(size, 1)
    for axis in (0, 1):
        local[:, axis] -= (np.bincount(member[tied], weights=local[tied, axis], minlength=len(size)) / count)[member]
    far = np.hypot(local[:, 0], local[:, 1])
    order = np.lexsort((far, member))
    order = order[member[order] >= 0]
    first = np.searchsorted(member[order], np.arange(len(size)))
    rank = np.zeros(len(member))
    rank[order] = np.arange(len(order)) - first[member[order]] + 0.5
    wanted = np.sqrt(rank / count[member])
    return local * (wanted / np.maximum(far, 1e-9))[:, None]


def _settled(graph, member, points, tied, centre, radius):
    """Attract along ties, push apart what is too near, keep to the disc."""
    which = np.flatnonzero(tied)
    inside = member[graph.rows] == member[graph.targets]
    from graph.analytics.graphs import matrix
    weight = np.where(inside, graph.weight, 0.04 * graph.weight)
    pull = matrix(weight, graph.targets, graph.indptr, (graph.nodes, graph.nodes))
    total = _rows(pull)
    home = member[which]
    for step in range(SETTLINGS):
        heat = 1.0 - step / SETTLINGS
        points = points + 0.12 * heat * ((pull @ points) / total[:, None] - points) * tied[:, None]
        here = points[which]
        if step % 2 == 0:
            near = cKDTree(here).query(here, k=min(NEAREST + 1, len(here)))[1]
            one = np.repeat(np.arange(len(here)), near.shape[1] - 1)
            other = near[:, 1:].ravel()
        here = _apart(here, one, other, home)
        points[which] = _kept(here, home, centre, radius)
    return points


def _apart(here, one, other, home):
    difference = here[one] - here[other]
    distance = np.maximum(np.hypot(difference[:, 0], difference[:, 1]), 1e-6)
    wanted = np.where(home[one] == home[other], 1.0, GAP)
    over = 0.5 * np.maximum(wanted - distance, 0.0) / distance
    moved = difference * (0.5 * over)[:, None]
    for axis in (0, 1):
        here[:, axis] += np.bincount(one, weights=moved[:, axis], minlength=len(here))
        here[:, axis] -= np.bincount(other, weights=moved[:, axis], minlength=len(here))
    return here


def _kept(here, home, centre, radius):
    off = here - centre[home]
    far = np.hypot(off[:, 0], off[:, 1])
    over = far > radius[home]
    shrink = np.where(over, (radius[home] + 0.25 * (far - radius[home])) / np.maximum(far, 1e-9), 1.0)
    return centre[home] + off * shrink[:, None]


def scaled(points: Points) -> Points:
    middle = (np.quantile(points, 0.005, axis=0) + np.quantile(points, 0.995, axis=0)) / 2
    off = points - middle
    reach = float(np.quantile(np.abs(off).max(axis=1), QUANTILE)) or 1.0
    off = off / reach
    far = np.abs(off).max(axis=1)
    room = 0.5 - MARGIN
    over = far > 1.0
    bent = np.where(over, 1.0 + (MARGIN / room) * (1 - 1 / (1 + (far - 1.0))), far)
    return 0.5 + room * off * (bent / np.maximum(far, 1e-12))[:, None]
