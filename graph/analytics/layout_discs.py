"""Where communities lie on a map: discs that don't overlap, near each other where many ties join them.

The unit of length is the room between two people of one community.
"""

from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, shortest_path

from graph.analytics.graphs import Graph
from graph.network import Floats, Mask, Positions

Points: TypeAlias = Floats
"""Shape (things, 2)."""

GAP = 2.5
"""Room between two discs."""

ROOM = 1.15
"""Area of a disc for each person in it."""

FAR = 1.5
"""How much longer the way between two communities is that no tie joins than between two that very many join."""

MOST_DISCS = 1000
"""The largest so many communities are placed by stress, which takes the square of their number; others around."""

MAJORISATIONS = 60
PUSHES = 120
TOGETHER = 0.04
"""Share of its way to the middle that a disc goes at each push."""

GOLDEN = float(np.pi * (3.0 - np.sqrt(5.0)))


def radii(size: Positions) -> Floats:
    """Return the radius of the disc in which so many people have room; shape as `size`."""
    return np.asarray(np.sqrt(size * ROOM / np.pi), dtype=np.float64)


def joining(graph: Graph, member: Positions, count: int) -> Floats:
    """Return the weight of the ties between each two of the first `count` communities; 0 on the diagonal."""
    start, end, weight = graph.pairs
    one, other = member[start], member[end]
    among = (one >= 0) & (other >= 0) & (one < count) & (other < count) & (one != other)
    keys = np.minimum(one, other)[among] * count + np.maximum(one, other)[among]
    found = np.bincount(keys, weights=weight[among], minlength=count * count).reshape(count, count)
    return np.asarray(found + found.T, dtype=np.float64)


def centres(between: Floats, radius: Floats, before: Points | None = None) -> Points:
    """Return the middle of each disc.

    Parameters
    ----------
    between
        Weight of the ties between the largest communities; see :func:`joining`.
    radius
        Shape (communities,), falling.
    before
        Where the middle of each was, NaN where there was none; to go on from there.

    Notes
    -----
    What hangs together with the most people lies in the middle, the rest on rings around it.
    """
    many, found = len(between), np.zeros((len(radius), 2))
    _, part = connected_components(csr_array(between), directed=False)
    heaviest = int(np.argmax(np.bincount(part, weights=np.square(radius[:many]))))
    main = np.zeros(len(radius), dtype=np.bool_)
    main[:many] = part == heaviest
    inner = between[np.ix_(main[:many], main[:many])]
    if before is None or not np.isfinite(before[main]).any():
        found[main] = pushed(turned(_by_stress(inner, radius[main])), radius[main], TOGETHER)
        found[main] -= np.average(found[main], axis=0, weights=np.square(radius[main]))
    else:
        found[main] = pushed(_beside(before[main], inner), radius[main], 0.0)
    rest = ~main
    if rest.any():
        reach = float((np.hypot(found[main, 0], found[main, 1]) + radius[main]).max()) + GAP
        found[rest] = ringed(radius[rest] + GAP / 4, reach)
    return found


def _beside(points: Points, between: Floats) -> Points:
    """Return places with those that are not known between what they are tied to."""
    points = points.copy()
    known: Mask = np.isfinite(points[:, 0])
    weight = between * known[None, :]
    total = weight.sum(axis=1)
    middle = points[known].mean(axis=0)
    drawn = (weight @ np.where(known[:, None], points, 0.0)) / np.maximum(total, 1e-12)[:, None]
    fresh = np.flatnonzero(~known)
    angle = GOLDEN * np.arange(len(fresh))
    points[fresh] = np.where(total[fresh, None] > 0, drawn[fresh], middle)
    points[fresh] += np.column_stack([np.cos(angle), np.sin(angle)])
    return points


def _by_stress(between: Floats, radius: Floats) -> Points:
    """Return places whose distances are the lengths of the shortest ways over ties, by stress majorisation.

    A way from one community to another is as long as their radii with the room between, and up to 1 + :data:`FAR`
    times that where ties are fewer than their numbers alone would make.  O(discs^2) a step and O(discs^3) once.

    References
    ----------
    E. R. Gansner, Y. Koren and S. North, "Graph drawing by stress majorization", Graph Drawing 2004.
    """
    if len(radius) == 1:
        return np.zeros((1, 2))
    strength = between.sum(axis=1)
    expected = np.outer(strength, strength) / strength.sum()
    ratio = np.divide(between, expected, out=np.zeros_like(between), where=expected > 0)
    apart = radius[:, None] + radius[None, :] + GAP
    long = np.where(between > 0, apart * (1.0 + FAR / (1.0 + ratio)), 0.0)
    wanted = np.maximum(shortest_path(csr_array(long), directed=False), apart)
    np.fill_diagonal(wanted, 0.0)
    weight = np.divide(1.0, np.square(wanted), out=np.zeros_like(wanted), where=wanted > 0)
    inverse = np.linalg.pinv(np.diag(weight.sum(axis=1)) - weight, hermitian=True)
    points = _scaled(wanted)
    for _ in range(MAJORISATIONS):
        distance = _distances(points)
        ratio = np.divide(weight * wanted, distance, out=np.zeros_like(wanted), where=distance > 0)
        points = inverse @ (np.diag(ratio.sum(axis=1)) @ points - ratio @ points)
    return points


def _scaled(wanted: Floats) -> Points:
    """Return classical multidimensional scaling to two dimensions."""
    square = np.square(wanted)
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    points = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0.0))
    # A little of a spiral, so that no two are in one place and not all on one line.
    angle = GOLDEN * np.arange(len(wanted))
    spiral = np.column_stack([np.cos(angle), np.sin(angle)])
    return np.asarray(points + 1e-3 * float(wanted.max()) * spiral, dtype=np.float64)


def _distances(points: Points) -> Floats:
    across, up = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
    return np.asarray(np.hypot(across, up), dtype=np.float64)


def turned(points: Points) -> Points:
    """Return places turned about their middle: wider than high, the first at the left, the second in the upper half.

    So the same communities lie the same way, whatever the order in which people stand.
    """
    points = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(points.T @ points)
    points = points @ vectors[:, ::-1]
    second = points[min(1, len(points) - 1)]
    signs = (-1.0 if points[0, 0] > 0 else 1.0, -1.0 if second[1] < 0 else 1.0)
    return np.asarray(points * np.array(signs), dtype=np.float64)


def pushed(points: Points, radius: Floats, together: float) -> Points:
    """Return places of discs, together a little at each step and pushed apart until none overlap; the small give way.

    O(discs^2) a step.
    """
    points = points.copy()
    area = np.square(radius)
    apart = radius[:, None] + radius[None, :] + GAP
    np.fill_diagonal(apart, 0.0)
    share = area[None, :] / (area[:, None] + area[None, :])
    for step in range(PUSHES):
        middle = np.average(points, axis=0, weights=area)
        # At the end they are only pushed apart.
        points -= together * max(0.0, 1.0 - step / (0.8 * PUSHES)) * (points - middle)
        distance = _distances(points)
        over = np.maximum(apart - distance, 0.0)
        if not over.any():
            if together == 0.0:
                break
            continue
        rate = np.divide(over * share, distance, out=np.zeros_like(over), where=distance > 0)
        points += 0.5 * (rate.sum(axis=1)[:, None] * points - rate @ points)
    return points


def ringed(radius: Floats, inner: float) -> Points:
    """Return places of discs on rings around what reaches as far as `inner`, each ring outside of the one before.

    They stand in the order given, from the top; the last ring, where it isn't full, is centred there.  Largest first
    makes tidy rings.
    """
    points = np.zeros((len(radius), 2))
    at = 0
    while at < len(radius):
        if inner <= 0.0:
            inner = float(radius[at])
            at += 1
            continue
        middle = inner + float(radius[at])
        angles = _around(radius[at:] / middle)
        here = np.pi / 2 - angles
        points[at : at + len(here)] = middle * np.column_stack([np.cos(here), np.sin(here)])
        inner = middle + float(radius[at])
        at += len(here)
    return points


def _around(half: Floats) -> Floats:
    """Return the angles of as many discs as one ring has room for, given half the angle that each takes."""
    ends = np.cumsum(2.0 * half)
    fitting = max(1, int(np.searchsorted(ends, 2.0 * np.pi, side="right")))
    middle = (ends - half)[:fitting]
    if fitting < len(half):
        return middle * (2.0 * np.pi / float(ends[fitting - 1]))
    return middle - float(ends[fitting - 1]) / 2.0
