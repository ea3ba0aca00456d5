"""Places of people on a plane, community first: communities by their ties, members within, isolates at the rim."""

import numpy as np
from scipy.spatial import KDTree

from graph.analytics.communities import Progress
from graph.analytics.graphs import Graph
from graph.analytics.layout_discs import GAP, GOLDEN, MOST_DISCS, Points, centres, joining, radii, ringed
from graph.analytics.layout_members import RESETTLING, SETTLING, settled, started, summed
from graph.network import Floats, Mask, Positions

KNOWN = 0.5
"""Share of people who must have a place already for the layout to go on from there."""

WITHIN = 0.995
"""Share of people who lie in the inner circle; what lies further out is drawn in, so as not to make it small."""

MARGIN = 0.03
FITS = 4
ADDING = 40
OUTSIDE = 0.02
"""Share of people for whom the square may have become too small before the map is made smaller."""


def layout(
    graph: Graph,
    member: Positions,
    previous: Points | None = None,
    progress: Progress | None = None,
) -> Points:
    """Return a place in the unit square for each node.

    Parameters
    ----------
    graph
        Weights count.
    member
        Shape (nodes,); the community of each, any numbers not below 0.
    previous
        Shape (nodes, 2); an earlier layout, NaN where a node had no place.  Where at least half of the nodes with an
        edge are in it, the layout goes on from there, and little moves.
    progress
        Told the share done.

    Returns
    -------
    array
        Shape (nodes, 2), in [0, 1]; no two nodes at one place.

    Notes
    -----
    Communities are discs, placed by stress on the ties between them and pushed apart (:mod:`.layout_discs`).  Members
    start where their neighbours are, on the side of their ties elsewhere; then all are pulled along ties and pushed
    apart, those of different communities further (:mod:`.layout_members`).  Nodes without an edge stand on rings
    around all.

    There is no chance in it: the same graph and communities give the same layout.  With the nodes in another order
    communities lie the same, as long as no two are alike in size and ties; members may lie otherwise within.

    About O(nodes log nodes + edges) a step, with the square of the number of communities, cubed once.
    """
    found = np.zeros((graph.nodes, 2))
    tied = graph.degree > 0
    before = _before(previous, tied)
    if progress:
        progress(0.0)
    if tied.any():
        inner = graph if tied.all() else graph.among(tied)
        kept = None if before is None else before[tied]
        found[tied] = _tied(inner, member[tied], kept, progress)
    alone = np.flatnonzero(~tied)
    if before is not None:
        # Whoever stood on a ring stands there in the same order, newcomers last.
        angle = np.arctan2(before[alone, 0], before[alone, 1])
        alone = alone[np.lexsort((alone, np.where(np.isfinite(angle), angle, np.inf)))]
    reach = float(np.hypot(found[tied, 0], found[tied, 1]).max()) + GAP if tied.any() else 0.0
    found[alone] = ringed(np.full(len(alone), 0.6), reach)
    if progress:
        progress(1.0)
    if previous is None or before is None:
        return _distinct(scaled(found))
    return _distinct(_aligned(found, previous))


def _before(previous: Points | None, tied: Mask) -> Points | None:
    """Return an earlier layout in the unit and around the middle of a new one, where it says enough."""
    if previous is None:
        return None
    known = np.isfinite(previous[:, 0])
    placed = known & tied
    if int(placed.sum()) < max(2, KNOWN * int(tied.sum())):
        return None
    points = previous[placed]
    near = np.asarray(KDTree(points).query(points, k=2)[0], dtype=np.float64)[:, 1]
    unit = float(np.median(near))
    if unit <= 0.0:
        return None
    return np.asarray((previous - points.mean(axis=0)) / unit, dtype=np.float64)


def _tied(graph: Graph, member: Positions, before: Points | None, progress: Progress | None) -> Points:
    """Return places of nodes that all have an edge, around the middle, in units of the room between two."""
    member = _ordered(graph, member)
    size = np.bincount(member)
    radius = radii(size)
    between = joining(graph, member, min(len(size), MOST_DISCS))
    middle = centres(between, radius, None if before is None else _middles(before, member))
    if progress:
        progress(0.3)
    points = started(graph, member, middle, radius)
    settling = SETTLING
    if before is not None:
        known = np.isfinite(before[:, 0])
        shift = middle - np.nan_to_num(_middles(before, member))
        points = np.where(known[:, None], before + shift[member], points)
        settling = RESETTLING
    if progress:
        progress(0.5)
    return settled(graph, member, points, middle, radius, settling)


def _ordered(graph: Graph, member: Positions) -> Positions:
    """Return communities numbered by falling size, then by their ties, so that the order of nodes hardly counts."""
    _, first, member = np.unique(member, return_index=True, return_inverse=True)
    inside = member[graph.rows] == member[graph.targets]
    weight = np.bincount(member[graph.rows], weights=graph.weight, minlength=len(first))
    within = np.bincount(member[graph.rows], weights=graph.weight * inside, minlength=len(first))
    order = np.lexsort((first, -within.round(6), -weight.round(6), -np.bincount(member)))
    number = np.empty(len(first), dtype=np.int64)
    number[order] = np.arange(len(first))
    return number[member]


def _middles(points: Points, member: Positions) -> Points:
    """Return the median place of those of each community who have one, NaN where nobody has.

    Where two became one, that is where most of them are: the others come to them.
    """
    found = np.full((int(member.max()) + 1, 2), np.nan)
    known = np.flatnonzero(np.isfinite(points[:, 0]))
    for axis in (0, 1):
        order = known[np.lexsort((points[known, axis], member[known]))]
        communities, first, count = np.unique(member[order], return_index=True, return_counts=True)
        found[communities, axis] = points[order[first + count // 2], axis]
    return found


def scaled(points: Points) -> Points:
    """Return places in the circle in the unit square, with their shape kept; the furthest few are drawn in.

    All but a share of 1 - :data:`WITHIN` lie more than :data:`MARGIN` from its edge.
    """
    if not len(points):
        return points
    low, high = np.quantile(points, [1.0 - WITHIN, WITHIN], axis=0)
    off = points - (low + high) / 2.0
    far = np.hypot(off[:, 0], off[:, 1])
    reach = float(np.quantile(far, WITHIN)) or float(far.max()) or 1.0
    return _drawn_in(off / reach)


def _drawn_in(off: Points) -> Points:
    """Return places around the middle of the unit square; those further than 1 near its circle, never reach it."""
    far: Floats = np.hypot(off[:, 0], off[:, 1])
    room = 0.5 - MARGIN
    beyond = np.maximum(far - 1.0, 0.0)
    bent = np.minimum(far, 1.0) + (MARGIN / room) * beyond / (1.0 + beyond)
    return np.asarray(0.5 + room * off * (bent / np.maximum(far, 1e-12))[:, None], dtype=np.float64)


def _aligned(points: Points, previous: Points) -> Points:
    """Return places moved, turned and stretched onto an earlier layout, as long as that leaves them in the square.

    References
    ----------
    P. H. Schönemann, "A generalized solution of the orthogonal Procrustes problem", Psychometrika 31, 1966.
    """
    known = np.isfinite(previous[:, 0])
    one, other = points[known], previous[known]
    keep: Mask = np.ones(len(one), dtype=np.bool_)
    middle, target, turn, stretch = np.zeros(2), np.zeros(2), np.eye(2), 1.0
    for _ in range(FITS):
        middle, target = one[keep].mean(axis=0), other[keep].mean(axis=0)
        left, values, right = np.linalg.svd((one[keep] - middle).T @ (other[keep] - target))
        turn = left @ right
        stretch = float(values.sum()) / max(float(np.square(one[keep] - middle).sum()), 1e-12)
        # Who went elsewhere must not turn the map for those who stayed.
        left_over = np.hypot(*((one - middle) @ turn * stretch + target - other).T)
        keep = left_over <= np.median(left_over)
    off = ((points - middle) @ turn * stretch + target - 0.5) / (0.5 - MARGIN)
    outside = float((np.hypot(off[:, 0], off[:, 1]) > 1.0 + MARGIN).mean())
    return scaled(points) if outside > OUTSIDE else _drawn_in(off)


def added(graph: Graph, points: Points) -> Points:
    """Return a layout with further nodes beside what they are tied to; nobody who has a place moves.

    Parameters
    ----------
    graph
        Of all; weights count.
    points
        Shape (nodes, 2), in the unit square, NaN for who is added.

    Returns
    -------
    array
        Shape (nodes, 2), in [0, 1]; no two nodes at one place.  Whoever is tied to nobody with a place stands on
        rings around all.

    Notes
    -----
    About O(nodes log nodes) a step.
    """
    fixed = np.isfinite(points[:, 0])
    counts = graph.weight * fixed[graph.targets]
    held = np.bincount(graph.rows, weights=counts, minlength=graph.nodes)
    pulled = counts[:, None] * np.where(fixed[:, None], points, 0.0)[graph.targets]
    drawn = summed(pulled, graph.rows, graph.nodes) / np.maximum(held, 1e-12)[:, None]
    beside, alone = ~fixed & (held > 0), np.flatnonzero(~fixed & (held == 0))
    found = np.where(fixed[:, None], points, 0.5)
    unit = 0.4 / np.sqrt(max(graph.nodes, 1))
    angle = GOLDEN * np.arange(graph.nodes)
    found[beside] = (drawn + unit * np.column_stack([np.cos(angle), np.sin(angle)]))[beside]
    which = np.flatnonzero(fixed | beside)
    for _ in range(ADDING if beside.any() and len(which) > 1 else 0):
        near = KDTree(found[which]).query(found[beside], k=np.arange(2, min(8, len(which)) + 1))[1]
        away = found[beside][:, None, :] - found[which][np.asarray(near, dtype=np.int64)]
        distance = np.maximum(np.hypot(away[..., 0], away[..., 1]), 1e-9)
        push = 0.5 * np.maximum(unit - distance, 0.0) / distance
        found[beside] += (push[..., None] * away).sum(axis=1) + 0.03 * (drawn[beside] - found[beside])
    off = (found - 0.5) / (0.5 - MARGIN)
    reach = float(np.hypot(off[which, 0], off[which, 1]).max()) if len(which) else 0.0
    off[alone] = ringed(np.full(len(alone), unit), reach + unit if reach else 0.0)
    made = _drawn_in(off)
    made[fixed] = points[fixed]
    return _distinct(made)


def _distinct(points: Points) -> Points:
    """Return places of which no two are the same."""
    for again in range(1, 100):
        _, first = np.unique(points.round(6), axis=0, return_index=True)
        if len(first) == len(points):
            break
        double = np.setdiff1d(np.arange(len(points)), first)
        angle = GOLDEN * np.arange(1, len(double) + 1)
        step = 1e-5 * again * np.sqrt(np.arange(1, len(double) + 1))
        moved = points[double] + step[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        points[double] = np.clip(moved, 0.0, 1.0)
    return points
