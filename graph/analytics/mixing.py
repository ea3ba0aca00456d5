"""How groups are tied among themselves and to each other.

A mixing matrix counts, for groups `a` and `b`, the edges between them: each once, in both of its entries, and those
within a group once on the diagonal.  Nodes without a group (-1) take no part, nor do their edges.
"""

import numpy as np

from graph.analytics.graphs import Graph
from graph.network import Floats, Positions


def mixing_matrix(graph: Graph, group: Positions, groups: int) -> Positions:
    """Return the edges between and within groups.

    Parameters
    ----------
    graph
        Weights don't count.
    group
        Shape (nodes,); in [0, groups), or -1 for none.

    Returns
    -------
    array
        Symmetric, shape (groups, groups).

    Notes
    -----
    O(edges + groups^2).
    """
    start, end, _ = graph.pairs
    return mixing_of(group[start], group[end], groups)


def mixing_of(one: Positions, other: Positions, groups: int) -> Positions:
    """Return the same from the groups at both ends of each edge."""
    known = (one >= 0) & (other >= 0)
    flat = np.bincount(one[known] * groups + other[known], minlength=groups * groups)
    counts = flat.reshape(groups, groups).astype(np.int64)
    return counts + counts.T - np.diag(np.diag(counts))


def inside_outside(mixing: Floats | Positions) -> tuple[Floats, Floats]:
    """Return the edges within each group and those between it and others.

    Parameters
    ----------
    mixing
        Shape (..., groups, groups).

    Returns
    -------
    tuple of arrays
        Shape (..., groups) each.
    """
    inside = np.diagonal(mixing, axis1=-2, axis2=-1).astype(np.float64)
    return inside, np.asarray(mixing.sum(axis=-1), dtype=np.float64) - inside


def ei_index(mixing: Floats | Positions) -> Floats:
    """Return the E-I index of all groups together.

    ``(E - I) / (E + I)`` with `E` the edges between groups and `I` those within one.

    Parameters
    ----------
    mixing
        Shape (..., groups, groups).

    Returns
    -------
    array
        Shape (...); in [-1, 1]: -1 where all edges stay within groups, 1 where none does.  NaN without edges.

    Notes
    -----
    It depends on the sizes of the groups: hold it against chance (:mod:`graph.analytics.null_model`).

    References
    ----------
    D. Krackhardt and R. N. Stern, "Informal networks and organizational crises: an experimental simulation", Social
    Psychology Quarterly 51, 1988.
    """
    inside, outside = inside_outside(mixing)
    return _index(inside.sum(axis=-1), outside.sum(axis=-1) / 2)


def ei_by_group(mixing: Floats | Positions) -> Floats:
    """Return the E-I index of each group: over the edges that one of its members has, each counted once.

    Parameters
    ----------
    mixing
        Shape (..., groups, groups).

    Returns
    -------
    array
        Shape (..., groups); in [-1, 1], NaN for a group without edges.  See :func:`ei_index`.
    """
    return _index(*inside_outside(mixing))


def _index(inside: Floats, outside: Floats) -> Floats:
    return _share(outside - inside, inside + outside)


def _share(part: Floats, whole: Floats) -> Floats:
    """Return part by whole, NaN where there is no whole."""
    whole = np.asarray(whole)
    found = np.full(whole.shape, np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found


def attribute_assortativity(mixing: Floats | Positions) -> Floats:
    """Return how far edges prefer their own group, beyond what numbers of edges explain.

    ``(sum of e_aa - sum of a_a^2) / (1 - sum of a_a^2)`` with `e_ab` the share of edge ends that lead from `a` to
    `b`, and `a_a` the share of edge ends at `a`.

    Parameters
    ----------
    mixing
        Shape (..., groups, groups).

    Returns
    -------
    array
        Shape (...); in [-1, 1]: 1 where all edges stay within groups, 0 where they are as chance makes them.  NaN
        without edges or where all are at one group.

    References
    ----------
    M. E. J. Newman, "Mixing patterns in networks", Phys. Rev. E 67, 026126, 2003, equation 2.
    """
    inside, outside = inside_outside(mixing)
    ends = 2 * inside + outside
    total = ends.sum(axis=-1)
    within, chance = 2 * inside.sum(axis=-1) * total, np.square(ends).sum(axis=-1)
    return _share(within - chance, np.square(total) - chance)
