"""Which counts of ties within, of and between communities are told, to whoever reads them all side by side.

The question about communities tells how many ties each has within and to others, the map how many run between two of
them, and every answer how many there are in all.  So they are protected together.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import linprog

from graph.network import Floats, Mask, Positions
from queries.basis import Based
from queries.divided import Divided
from queries.figures import LEAST
from queries.held import Snapshot
from queries.protecting import is_few

FEW_CELLS = 60
"""Hidden counts up to which it is looked at too that none is below nothing: that tells something of few ties only."""

SURE = 1e-9
"""How little of a count may lie outside what is told of it before it can't be worked out."""


@dataclass(frozen=True)
class Between:
    """Ties by community; who is in none that is told is in the last.

    Attributes
    ----------
    table
        Shape (communities + 1,) * 2, symmetric; on the diagonal those within.
    told
        Of the same shape: what may be told of the table.
    outside_told
        Shape (communities + 1,): whether it may be told how many ties lead out of each.
    """

    table: Positions
    told: Mask
    outside_told: Mask

    @cached_property
    def outside(self) -> Positions:
        """How many ties lead out of each."""
        return _outside(self.table)


def everything_between(of: Based, known: Divided) -> Between:
    """Return the ties by community with nothing hidden."""
    table, _ = _counted(of, known)
    return Between(table, np.ones(table.shape, dtype=np.bool_), np.ones(len(table), dtype=np.bool_))


def told_between(snapshot: Snapshot, of: Based, known: Divided) -> Between:
    """Return the ties by community for whoever may not see small counts; the same for all questions of a snapshot."""

    def make() -> Between:
        table, tied = _counted(of, known)
        told, outside = protected(table, elsewhere=tied)
        return Between(table, told, outside)

    return snapshot.keep(("told_between", of.basis, of.day, of.today), make)


def protected(table: Positions, *, elsewhere: bool) -> tuple[Mask, Mask]:
    """Mark the counts that may be told, and of whom the ties that lead out may be.

    Parameters
    ----------
    table
        See :class:`Between`.
    elsewhere
        Whether there is anybody with a tie in no community that is told; the last row holds nothing, if not.

    Notes
    -----
    Hidden are counts of few, and the smallest others until what is hidden of a community, and of all, adds up to
    nothing or to five and more, and no count of few follows from the others and from how many ties there are in all.
    What is told is a system of sums of the hidden counts; one of these follows from it exactly when it lies in the
    span of these sums.  (Hidden pairs that form a triangle follow from the sums of three communities, so that it does
    not suffice that each is hidden beside another in its row and in its column.)  In a small network also by linear
    programming, as no count is below nothing.  It guards against sums, not against what somebody knows already.
    """
    last = len(table) - 1
    outside = _outside(table)
    told = table >= LEAST
    told[last, :] = told[:, last] = False
    outside_told = outside >= LEAST
    outside_told[last] = False
    possible = np.triu(np.ones(table.shape, dtype=np.bool_))
    if not elsewhere:
        possible[:, last] = False
    while told.any() or outside_told.any():
        bare = _bare(table, outside, told, outside_told, possible)
        if bare is None or not _hide_one(table, outside, told, outside_told, bare):
            break
    return told, outside_told


def _counted(of: Based, known: Divided) -> tuple[Positions, bool]:
    start, end, _ = of.graph.pairs
    last = known.told
    member = np.where(known.member < 0, last, known.member)
    one, other = member[start], member[end]
    table = np.zeros((last + 1, last + 1), dtype=np.int64)
    np.add.at(table, (one, other), 1)
    table = table + table.T - np.diag(np.diag(table))
    return table, bool((of.graph.degree[known.member < 0] > 0).any())


def _outside(table: Positions) -> Positions:
    found: Positions = table.sum(axis=1) - np.diag(table)
    return found


def _bare(
    table: Positions, outside: Positions, told: Mask, outside_told: Mask, possible: Mask
) -> tuple[int, ...] | None:
    """Return a count of few that is not hidden well enough: two communities, or one for the ties that lead out."""
    hidden = np.argwhere(possible & ~told)
    sums = _sums(hidden, outside_told)
    for row in np.flatnonzero(outside_told).tolist():
        beside = hidden[(hidden[:, 0] != hidden[:, 1]) & (hidden == row).any(axis=1)]
        if is_few(int(table[beside[:, 0], beside[:, 1]].sum())) and _others_told(told, row):
            return int(beside[0, 0]), int(beside[0, 1])
    if is_few(int(table[hidden[:, 0], hidden[:, 1]].sum())):
        at = int(np.argmax(table[hidden[:, 0], hidden[:, 1]]))
        return int(hidden[at, 0]), int(hidden[at, 1])
    small = np.flatnonzero([is_few(int(table[a, b])) for a, b in hidden])
    aims = np.eye(len(hidden))[small]
    found = small[_left(sums, aims) < SURE]
    if not len(found) and len(hidden) <= FEW_CELLS:
        values = np.append(outside[outside_told], np.triu(table).sum()) - _known(table, told, outside_told)
        found = small[[_narrow(aim, sums, values) for aim in aims]]
    if len(found):
        return int(hidden[found[0], 0]), int(hidden[found[0], 1])
    few = [row for row in range(len(table)) if is_few(int(outside[row]))]
    for row, left in zip(few, _left(sums, _leading_out(hidden, few)), strict=True):
        if left < SURE and (np.delete(told[row], row).any() or outside_told.any()):
            return (row,)
    return None


def _known(table: Positions, told: Mask, outside_told: Mask) -> Positions:
    """Return what told counts add to each told sum."""
    seen = np.where(told, table, 0)
    return np.append(_outside(seen)[outside_told], np.triu(seen).sum())


def _narrow(aim: Floats, sums: Floats, values: Positions) -> bool:
    """Tell whether a count can be but one number, as no count is below nothing."""
    ends = [linprog(sign * aim, A_eq=sums, b_eq=values).fun for sign in (1.0, -1.0)]
    # Without an answer nothing is sure, and more is hidden.
    return ends[0] is None or ends[1] is None or -ends[1] - ends[0] < 1.0 - SURE


def _others_told(told: Mask, row: int) -> bool:
    return bool(np.delete(told[row], row).any())


def _sums(hidden: Positions, outside_told: Mask) -> Floats:
    """Return which hidden counts each told sum is made of: those that lead out of a community, and all."""
    rows = np.flatnonzero(outside_told).tolist()
    return np.vstack([_leading_out(hidden, rows), np.ones((1, len(hidden)))])


def _leading_out(hidden: Positions, rows: list[int]) -> Floats:
    between = hidden[:, 0] != hidden[:, 1]
    found = [between & (hidden == row).any(axis=1) for row in rows]
    return np.array(found, dtype=np.float64).reshape(len(rows), len(hidden))


def _left(sums: Floats, aims: Floats) -> Floats:
    """Return how much of each aim, squared, lies outside the span of the sums."""
    inverse = np.linalg.pinv(sums @ sums.T)
    inside = aims @ sums.T
    length = (aims * aims).sum(axis=1)
    found: Floats = length - ((inside @ inverse) * inside).sum(axis=1)
    return found


def _hide_one(
    table: Positions, outside: Positions, told: Mask, outside_told: Mask, bare: tuple[int, ...]
) -> bool:
    """Hide the smallest count beside a bare one, or else the smallest that there is; tell whether there was one."""
    pairs = [(int(a), int(b)) for a, b in np.argwhere(np.triu(told))]
    between = [pair for pair in pairs if pair[0] != pair[1]]
    margins = [(int(row),) for row in np.flatnonzero(outside_told)]
    choices: list[list[tuple[int, ...]]] = [
        [pair for pair in between if set(pair) & set(bare)],
        [margin for margin in margins if set(margin) & set(bare)],
        [pair for pair in pairs if pair[0] == pair[1]],
        [*between, *margins],
    ]
    within = len(set(bare)) == 1 and len(bare) == 2
    if within:
        # Ties within one community follow only from how many there are in all.
        choices = [choices[2], choices[1], choices[3]]
    for beside in choices:
        if not beside:
            continue
        what = min(beside, key=lambda one: (int(table[one] if len(one) == 2 else outside[one[0]]), one))
        if len(what) == 2:
            told[what] = told[what[::-1]] = False
        else:
            outside_told[what[0]] = False
        return True
    return False
