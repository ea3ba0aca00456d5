"""Where communities lie on a map: discs that don't overlap, near each other where many ties join them."""

from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import shortest_path

from graph.analytics.graphs import Graph
from graph.network import Floats, Positions

Points: TypeAlias = Floats
"""Shape (things, 2)."""

GAP = 2.2
"""Room between two discs, where 1 is the room between two people."""

FAR = 1.5
"""How much longer the way between two communities is that no tie joins than between two that very many join."""

MAJORISATIONS = 60
PUSHES = 150
TOGETHER = 0.004
"""Share of its way to the middle that a disc goes at each push."""

GOLDEN = np.pi * (3.0 - np.sqrt(5.0))


def radii(size: Positions) -> Floats:
    """Return the radius of a disc in which so many people have room."""
    return np.sqrt(size * 1.25 / np.pi) + 0.35 * (size > 1)


def joining(graph: Graph, member: Positions, count: int) -> Floats:
    """Return the weight of the ties between each two communities; shape (count, count), 0 on the diagonal."""
    start, end, weight = graph.pairs
    one, other = member[start], member[end]
    inside = one < count
    inside &= other < count
    keys = np.minimum(one, other)[inside] * count + np.maximum(one, other)[inside]
    found = np.bincount(keys, weights=weight[inside], minlength=count * count).reshape(count, count)
    found = found + found.T
    np.fill_diagonal(found, 0.0)
    return found


def placed(between: Floats, radius: Floats) -> Points:
    """Return places of discs by the weights between them: by stress, then pushed apart and together.

    Parameters
    ----------
    between
        Shape (discs, discs), symmetric; of discs that hang together.
    radius
        Shape (discs,), falling.

    Notes
    -----
    No chance and no order of the discs plays a part but for turning, so that the same communities lie the same.
    O(discs^2) a step, O(discs^3) once.  Distances wanted are shortest ways over ties, each as long as the two radii
    and the room between, and up to 1 + :data:`FAR` times that where ties are fewer than strength alone makes.

    References
    ----------
    E. R. Gansner, Y. Koren and S. North, "Graph drawing by stress majorization", Graph Drawing 2004.
    """
    count = len(radius)
    if count == 1:
        return np.zeros((1, 2))
    strength = between.sum(axis=1)
    expected = np.outer(strength, strength) / strength.sum()
    ratio = np.divide(between, expected, out=np.zeros_like(between), where=expected > 0)
    apart = radius[:, None] + radius[None, :] + GAP
    long = np.where(between > 0, apart * (1.0 + FAR / (1.0 + ratio)), 0.0)
    wanted = shortest_path(csr_array(long), directed=False)
    wanted = np.maximum(np.where(np.isfinite(wanted), wanted, wanted[np.isfinite(wanted)].max()), apart)
    np.fill_diagonal(wanted, 0.0)
    return pushed(turned(_majorised(_scaled(wanted), wanted)), radius)


def _scaled(wanted: Floats) -> Points:
    """Return classical multidimensional scaling to two dimensions."""
    square = wanted**2
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    points = np.zeros((len(wanted), 2))
    kept = min(2, len(values))
    points[:, :kept] = vectors[:, ::-1][:, :kept] * np.sqrt(np.maximum(values[::-1][:kept], 0.0))
    # A golden angle's worth of difference, so that no two are in the same place or all on one line.
    angle = GOLDEN * np.arange(len(wanted))
    return points + 1e-3 * wanted.max() * np.column_stack([np.cos(angle), np.sin(angle)])


def _majorised(points: Points, wanted: Floats) -> Points:
    weight = np.divide(1.0, wanted**2, out=np.zeros_like(wanted), where=wanted > 0)
    laplacian = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.pinv(laplacian, hermitian=True)
    pulling = weight * wanted
    for _ in range(MAJORISATIONS):
        distance = np.hypot(*(points[:, None, :] - points[None, :, :]).transpose(2, 0, 1))
        ratio = np.divide(pulling, distance, out=np.zeros_like(pulling), where=distance > 0)
        moved = -ratio
        np.fill_diagonal(moved, ratio.sum(axis=1))
        points = inverse @ (moved @ points)
    return points


def turned(points: Points) -> Points:
    """Return places turned about their middle: wider than high, the first at the left, the second above the middle."""
    points = points - points.mean(axis=0)
    _, vectors = np.linalg.eigh(points.T @ points)
    points = points @ vectors[:, ::-1]
    points[:, 0] *= -1.0 if points[0, 0] > 0 else 1.0
    points[:, 1] *= -1.0 if points[min(1, len(points) - 1), 1] < 0 else 1.0
    return points


def pushed(points: Points, radius: Floats, steps: int = PUSHES, together: float = TOGETHER) -> Points:
    """Return places of discs pushed apart until none overlap, and together a little; the small give way."""
    points = points.copy()
    apart = radius[:, None] + radius[None, :] + GAP
    np.fill_diagonal(apart, 0.0)
    share = radius[None, :] ** 2 / (radius[:, None] ** 2 + radius[None, :] ** 2)
    for step in range(steps):
        if step < steps * 0.8:
            points -= together * (points - points.mean(axis=0))
        difference = points[:, None, :] - points[None, :, :]
        distance = np.hypot(difference[..., 0], difference[..., 1])
        over = np.maximum(apart - distance, 0.0)
        if not over.any():
            continue
        rate = np.divide(over * share, distance, out=np.zeros_like(over), where=distance > 0)
        points += 0.5 * (rate[..., None] * difference).sum(axis=1)
    return points


def ringed(radius: Floats, inner: float) -> Points:
    """Return places of discs on rings around what reaches as far as `inner`, one ring outside of the other.

    Discs come in the order given; largest first makes tidy rings.
    """
    points = np.zeros((len(radius), 2))
    at, begin = 0, inner
    while at < len(radius):
        widest = radius[at:].max() if at == 0 else radius[at]
        middle = begin + (widest if begin > 0.0 else 0.0)
        if middle <= 0.0:
            begin, at = radius[0] + 0.5, at + 1
            continue
        room = 2.0 * np.pi
        angles: list[float] = []
        angle, before = 0.0, 0.0
        while at + len(angles) < len(radius):
            here = radius[at + len(angles)] + 0.5
            step = (before + here) / middle if angles else 0.0
            if angle + step + (here + radius[at] + 0.5) / middle > room and angles:
                break
            angle += step
            angles.append(angle)
            before = here
        # What is left over is dealt out, so that a ring closes; a few alone stay together at the top.
        full = at + len(angles) < len(radius)
        spread = np.array(angles) * (room / (angle + 2.0 * before / middle) if full and angle > 0 else 1.0)
        spread = np.pi / 2 + spread - (0.0 if full else angle / 2)
        points[at : at + len(angles)] = middle * np.column_stack([np.cos(spread), np.sin(spread)])
        begin = middle + widest + 0.5
        at += len(angles)
    return points
