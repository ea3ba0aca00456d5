"""What sets a community apart: attributes that its members have oftener than everybody else, as reason and name."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.special import xlogy

from graph.network import Floats, Mask, Positions

EVIDENCE = 10.83
"""Log-likelihood ratio of which chance alone makes one in a thousand (chi-square, one degree of freedom)."""


@dataclass(frozen=True)
class Represented:
    """An attribute that a community has more of than the rest, with how many have it in and outside of it."""

    community: int
    attribute: int
    inside: int
    outside: int
    evidence: float


def over_represented(
    member: Positions,
    has: "csr_array[np.float64]",
    least: int = 5,
    most: int = 3,
    evidence: float = EVIDENCE,
) -> tuple[Represented, ...]:
    """Return what the members of each community have oftener than everybody else.

    Ranked by the log-likelihood ratio ``2 * sum of O log(O / E)`` over the four cells of in or out against has or has
    not, `E` expected when having has nothing to do with the community.  Only what is had oftener within counts.

    Parameters
    ----------
    member
        Shape (nodes,); -1 takes no part, neither within nor in the rest.
    has
        Shape (nodes, attributes); what is not 0 is had.  Themes, neighbourhoods and organisations are attributes.
    least
        An attribute that fewer members than this have is not named, so that it points at nobody.  What is shown of
        ``outside`` has to be protected by whoever shows it.
    most
        Attributes a community at most.
    evidence
        Ratio under which it may as well be chance.

    Returns
    -------
    tuple of Represented
        By community, then falling evidence, then attribute.

    Notes
    -----
    O(entries of `has`), whatever the number of communities.

    References
    ----------
    T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19, 1993.
    """
    known: Mask = member >= 0
    width = max(int(has.shape[1]), 1)
    entries = np.unique(np.ravel_multi_index(has.nonzero(), (max(len(member), 1), width)))
    entries = entries[known[entries // width]]
    held, column = member[entries // width], entries % width
    everyone = int(np.count_nonzero(known))
    keys, inside = np.unique(held * width + column, return_counts=True)
    group, attribute = keys // width, keys % width
    size = np.bincount(member[known])[group]
    having = np.bincount(column, minlength=width)[attribute]
    ratio = _ratio(inside, size, having, everyone)
    keep = (inside >= least) & (ratio >= evidence) & (inside * everyone > size * having)
    order = np.flatnonzero(keep)[np.lexsort((attribute[keep], -ratio[keep], group[keep]))]
    if not len(order):
        return ()
    ranked = group[order]
    rank = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    return tuple(
        Represented(
            int(group[at]),
            int(attribute[at]),
            int(inside[at]),
            int(having[at] - inside[at]),
            float(ratio[at]),
        )
        for at in order[rank < most].tolist()
    )


def _ratio(inside: Positions, size: Positions, having: Positions, everyone: int) -> Floats:
    """Return the log-likelihood ratio of tables given by one cell, its row, its column and the total."""
    total: Floats = np.zeros(len(inside), dtype=np.float64)
    for cell, row, column in (
        (inside, size, having),
        (size - inside, size, everyone - having),
        (having - inside, everyone - size, having),
        (everyone - size - having + inside, everyone - size, everyone - having),
    ):
        product = row * column / everyone
        total += xlogy(cell, np.where(cell > 0, cell / np.where(product > 0, product, 1.0), 1.0))
    return 2.0 * total
