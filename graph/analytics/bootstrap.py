"""How much a figure would differ had other people of the same kind been in the network: the vertex bootstrap.

People are drawn with replacement; ties come along with them.  Made for figures that follow from counts of ties, which
are sums over ties of how often both ends were drawn, so that no network is ever built.
"""

from dataclasses import dataclass

import numpy as np

from graph.analytics.communities import Progress
from graph.network import Floats, Positions

REPLICATES = 400
"""Networks drawn, where nobody says; the bounds of 95 % then stand on ten of them on each side."""


@dataclass(frozen=True)
class Resampled:
    """Counts in the networks drawn.

    Attributes
    ----------
    people
        Of each group; shape (replicates, groups).
    ties
        Of each kind, within and between groups; shape (replicates, kinds, groups, groups), symmetric, those within a
        group once on the diagonal (see :mod:`graph.analytics.mixing`).
    """

    people: Positions
    ties: Positions


def vertex_bootstrap(
    start: Positions,
    end: Positions,
    group: Positions,
    groups: int,
    kind: Positions | None = None,
    kinds: int = 1,
    seed: int = 0,
    replicates: int = REPLICATES,
    progress: Progress | None = None,
) -> Resampled:
    """Draw networks of as many people from the people of a network, and count their ties.

    Two people drawn who are different have the tie that they have in the network.  Two who are the same person drawn
    twice can't have one of their own: they get what a pair of people picked at random has.

    Parameters
    ----------
    start, end
        The ties, each pair of people once, without loops.
    group
        Of each person, in [0, groups); shape (people,).
    kind
        Of each tie, in [0, kinds); one kind if not given.
    seed
        Not negative.  The same network and seed give the same counts.
    replicates
        How many networks.
    progress
        Told the share of them done.

    Notes
    -----
    O(replicates * (people + ties)).  Not for figures that depend on who is left without a tie, on paths or on
    triangles.  In a thin network the bounds are rather too wide than too narrow: a tie is there as often as both its
    ends are, which varies more than a tie that comes and goes by itself.

    References
    ----------
    T. A. B. Snijders and S. P. Borgatti, "Non-parametric standard errors and tests for network statistics",
    Connections 22, 1999.
    """
    nodes, cells = len(group), groups * groups
    kind = np.zeros(len(start), dtype=np.int64) if kind is None else kind
    one, other = np.minimum(group[start], group[end]), np.maximum(group[start], group[end])
    label = kind * cells + one * groups + other
    order = np.argsort(label, kind="stable")
    start, end, label = start[order], end[order], label[order]
    first = np.flatnonzero(np.append(True, label[1:] != label[:-1])) if len(label) else label
    random = np.random.default_rng(seed)
    possible = nodes * (nodes - 1) // 2
    chances = np.bincount(kind, minlength=kinds) / max(possible, 1)
    chances = np.append(chances, max(0.0, 1.0 - chances.sum()))
    people = np.zeros((replicates, groups), dtype=np.int64)
    ties = np.zeros((replicates, kinds * cells), dtype=np.int64)
    own = np.arange(groups) * (groups + 1)
    for replicate in range(replicates):
        times = np.bincount(random.integers(0, max(nodes, 1), nodes), minlength=nodes)
        people[replicate] = np.bincount(group, weights=times, minlength=groups).astype(np.int64)
        if len(first):
            ties[replicate, label[first]] = np.add.reduceat(times[start] * times[end], first)
        twice = np.bincount(group, weights=times * (times - 1) // 2, minlength=groups).astype(np.int64)
        lent = random.multinomial(twice, chances)
        for each in range(kinds):
            ties[replicate, each * cells + own] += lent[:, each]
        if progress:
            progress((replicate + 1) / replicates)
    upper = ties.reshape(replicates, kinds, groups, groups)
    return Resampled(people, upper + np.triu(upper, 1).swapaxes(-1, -2))


def bounds(values: Floats, share: float = 0.95) -> tuple[float, float] | None:
    """Return the percentile bounds of a figure over replicates, shape (replicates,).

    Replicates in which it is not defined (NaN) are passed over; ``None`` where it is in none.
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    tail = (1.0 - share) / 2
    low, high = np.quantile(known, [tail, 1.0 - tail])
    return float(low), float(high)
