"""Counts that stand in a table of which the margins are known too: which of them may be told.

A count under :data:`~queries.figures.LEAST` is hidden, and so is what would give one away: a line of which the hidden
counts together are one of few, and a count that follows from all that is told.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

from graph.network import Mask, Positions
from queries.figures import LEAST


def is_few(count: int) -> bool:
    """Tell whether a count is of somebody, but of fewer than five."""
    return 0 < count < LEAST


def _few(counts: Positions) -> Mask:
    return np.asarray((counts > 0) & (counts < LEAST), dtype=np.bool_)


def tellable(table: Positions, may: Mask | None = None) -> Mask:
    """Mark the counts of a table that may be told when every margin of it is known.

    Parameters
    ----------
    table
        Shape (rows, columns), not below 0; each person in one cell.
    may
        Of the same shape: what would be told if it were large enough; all, if not given.

    Returns
    -------
    mask
        Of the same shape.  What is hidden adds up, in each row and column, to nothing or to five and more, and no
        hidden count of fewer than five but somebody follows from the others and the margins.

    Notes
    -----
    Hides the smallest told count of a line until that holds (cell suppression; A. Hundepool et al., "Statistical
    Disclosure Control", Wiley 2012, chapter 4).  It guards against sums, not against what somebody knows already.
    A hidden count follows from the rest exactly when its cell is a bridge of the graph that joins rows and columns by
    hidden cells (D. Gusfield, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17, 1988).
    """
    told = table >= LEAST
    if may is not None:
        told &= may
    while True:
        exposed = _exposed(table, told)
        if not exposed.any():
            return told
        row, column = divmod(int(np.flatnonzero(exposed)[0]), table.shape[1])
        _hide_smallest(table, told, row, column)


def _exposed(table: Positions, told: Mask) -> Mask:
    """Mark hidden cells whose line gives them away, in lines where something is told that could be hidden."""
    small = ~told & _few(table)
    rows, columns = _thin(table, told)
    found = small & (rows[:, None] | columns[None, :])
    if not found.any():
        found = small & bridges(~told) & (_any(told, 1)[:, None] | _any(told, 0)[None, :])
    return found


def _thin(table: Positions, told: Mask) -> tuple[Mask, Mask]:
    """Mark the rows and columns of which the hidden counts together are few, where something else is told."""
    left = np.where(told, 0, table)
    rows = _any(told, 1) & _few(np.asarray(left.sum(axis=1), dtype=np.int64))
    columns = _any(told, 0) & _few(np.asarray(left.sum(axis=0), dtype=np.int64))
    return rows, columns


def _any(mask: Mask, axis: int) -> Mask:
    return np.asarray(mask.any(axis=axis), dtype=np.bool_)


def _hide_smallest(table: Positions, told: Mask, row: int, column: int) -> None:
    """Hide the smallest told count that helps: of the row or column that is to blame, or else one that makes a ring.

    A ring of hidden cells is four in two rows and two columns: none of them follows from the others.
    """
    rows, columns = _thin(table, told)
    if rows[row]:
        may = _only(told, row, slice(None))
    elif columns[column]:
        may = _only(told, slice(None), column)
    else:
        may = told & ~told[:, column][:, None] & ~told[row][None, :]
        if not may.any():
            may = _only(told, row, slice(None)) | _only(told, slice(None), column)
    places = np.flatnonzero(may)
    told.flat[places[np.argmin(table.flat[places])]] = False


def _only(told: Mask, rows: int | slice, columns: int | slice) -> Mask:
    found = np.zeros_like(told)
    found[rows, columns] = told[rows, columns]
    return found


def bridges(cells: Mask) -> Mask:
    """Mark the cells without which their row and column would no longer hang together.

    By a spanning tree: an edge of it is a bridge where no other edge leaves the part below it.  The other edges have
    random labels, and what leaves a part shows in the exclusive or of them.  O(cells).
    """
    rows, columns = cells.shape
    start, end = np.nonzero(cells)
    end = end + rows
    size = rows + columns
    joined = csr_array((np.ones(len(start), dtype=np.int8), (start, end)), shape=(size, size))
    joined = joined + joined.T
    before = np.full(size, -1, dtype=np.int64)
    order: list[int] = []
    _, part = connected_components(joined, directed=False)
    for root in np.unique(part, return_index=True)[1].tolist():
        found, previous = breadth_first_order(joined, root, directed=False)
        before[found[1:]] = previous[found[1:]]
        order.extend(found.tolist())
    tree = (before[start] == end) | (before[end] == start)
    label = np.random.default_rng(0).integers(1, 2**62, size=len(start), dtype=np.int64)
    label[tree] = 0
    leaving = np.zeros(size, dtype=np.int64)
    np.bitwise_xor.at(leaving, start, label)
    np.bitwise_xor.at(leaving, end, label)
    for node in reversed(order):
        if before[node] >= 0:
            leaving[before[node]] ^= leaving[node]
    below = np.where(before[start] == end, start, end)
    foundbridges = np.zeros_like(cells)
    foundbridges[start, end - rows] = tree & (leaving[below] == 0)
    return foundbridges
