"""How much there is of every theme in every place: units (people, or requests) counted once in each cell.

Rows are themes and columns are places, both in a tree: a unit that has a narrower theme or is in a smaller place
counts for all that is above it as well.  Row 0 and column 0 are above everything, and every unit counts there.
"""

from collections.abc import Sequence

import numpy as np

from graph.analytics.graphs import Matrix, matrix
from graph.network import Positions


def rolled_up(held: Sequence[Sequence[int]], parent: Positions) -> Matrix:
    """Return who counts where: a matrix of 0 and 1, units by positions of a tree.

    Parameters
    ----------
    held
        For each unit the positions it was given, in any order.
    parent
        Shape (positions,); the position above each, which comes before it; -1 for position 0 only.

    Raises
    ------
    ValueError
        When a position does not come after the one above it.

    Notes
    -----
    O(positions * depth + given * depth).
    """
    if (
        len(parent) == 0
        or parent[0] != -1
        or np.any(parent[1:] < 0)
        or np.any(parent >= np.arange(len(parent)))
    ):
        message = "Position 0 is the root of the tree, and each other one comes after the one above it."
        raise ValueError(message)
    chains: list[tuple[int, ...]] = [(0,)]
    for at in range(1, len(parent)):
        chains.append((*chains[int(parent[at])], at))
    rows = [sorted({above for each in given for above in chains[each]} | {0}) for given in held]
    indptr = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    columns = np.array([each for row in rows for each in row], dtype=np.int64)
    return matrix(np.ones(len(columns)), columns, indptr, (len(rows), len(parent)))


def counts(themes: Matrix, places: Matrix, amount: Positions | None = None) -> Positions:
    """Return how many units have a theme and are in a place; shape (themes, places).

    Parameters
    ----------
    themes, places
        Of the same units; see :func:`rolled_up`.
    amount
        Shape (units,); what each unit counts for, 1 if not given.

    Notes
    -----
    One product of sparse matrices: O(sum over units of themes times places).
    """
    if amount is not None:
        each = np.repeat(amount.astype(np.float64), np.diff(themes.indptr))
        columns, indptr = themes.indices.astype(np.int64), themes.indptr.astype(np.int64)
        themes = matrix(themes.data * each, columns, indptr, (themes.shape[0], themes.shape[1]))
    return np.asarray((themes.T @ places).toarray()).round().astype(np.int64)


def gap(needed: Positions, people: Positions) -> Positions:
    """Return how many people are still needed beyond those there are, 0 where there are enough; any one shape."""
    missing: Positions = np.maximum(needed - people, 0)
    return missing
