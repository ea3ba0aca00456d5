"""Structural holes: how far somebody's contacts know each other already, so that they bring the same."""

from dataclasses import dataclass

import numpy as np

from graph.analytics.graphs import Graph
from graph.analytics.triangles import triangles
from graph.network import Floats


@dataclass(frozen=True)
class Holes:
    """Burt's measures of each node, ``nan`` for who has no edge.

    Attributes
    ----------
    constraint
        Above 0: low for who joins many that don't know each other, 1 for who has one contact that has no other;
        above 1, up to 2, for who has few contacts that are tied most to each other.  Shape (nodes,).
    effective_size
        Contacts less what they repeat, in (0, degree].  Shape (nodes,).
    """

    constraint: Floats
    effective_size: Floats


def holes(graph: Graph) -> Holes:
    """Return Burt's constraint and effective size of each node, with ties counted by their strength.

    With ``p_vu = w_vu / sum over q of w_vq`` the share of `v`'s strength that goes to `u`, and
    ``m_uq = w_uq / max over r of w_ur``:

    - constraint ``c(v) = sum over contacts u of v of (p_vu + sum over q of p_vq p_qu)^2``,
    - effective size ``e(v) = sum over contacts u of v of (1 - sum over q of p_vq m_uq)``.

    Parameters
    ----------
    graph
        With all weights equal, the effective size is Borgatti's ``n - 2 t / n`` for `n` contacts with `t` ties
        between them.

    Notes
    -----
    Only contacts of `v` count as `u`, as in most software.  What `q` adds needs all three edges, so that both are
    sums over triangles: O(triangles) after listing them, see :func:`~graph.analytics.triangles.triangles`.

    References
    ----------
    R. S. Burt, "Structural holes: the social structure of competition", Harvard 1992, chapter 2.
    S. P. Borgatti, "Structural holes: unpacking Burt's redundancy measures", Connections 20, 1997.
    """
    start, end, weight = graph.pairs
    strength = np.bincount(graph.rows, weights=graph.weight, minlength=graph.nodes)
    strongest = np.zeros(graph.nodes)
    np.maximum.at(strongest, graph.rows, graph.weight)
    around = np.zeros(graph.edges)
    repeated = np.zeros(graph.nodes)
    for found in triangles(graph):
        nodes, opposite = found.nodes, weight[found.edges]
        for at in range(3):
            one, other = (at + 1) % 3, (at + 2) % 3
            # The edge opposite to a node leads around by that node; the node itself hears the same of both ends.
            around += np.bincount(
                found.edges[at],
                weights=opposite[one] * opposite[other] / strength[nodes[at]],
                minlength=graph.edges,
            )
            repeated += np.bincount(
                nodes[at],
                weights=opposite[at]
                * (opposite[one] / strongest[nodes[one]] + opposite[other] / strongest[nodes[other]]),
                minlength=graph.nodes,
            )
    invested = np.square(weight + around)
    squares = np.bincount(start, weights=invested, minlength=graph.nodes)
    squares += np.bincount(end, weights=invested, minlength=graph.nodes)
    tied = graph.degree > 0
    own = np.where(tied, strength, 1.0)
    return Holes(
        np.where(tied, squares / np.square(own), np.nan),
        np.where(tied, graph.degree - repeated / own, np.nan),
    )
