"""Which counts are kept from whoever may not see small ones: these, and what would give them away by subtraction."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from scipy.optimize import linprog

from graph.network import Floats, Mask, Positions
from queries.figures import LEAST


def hidden_counts(counts: Sequence[int]) -> tuple[bool, ...]:
    """Tell which counts are hidden where all of them together are told.

    Hidden are those under :data:`LEAST`, with the smallest other one, or all as small as that.  Whichever of the
    hidden ones is the large one can't be told from outside, so that each may be at least two numbers, also for who
    knows this rule.
    """
    large = [count for count in counts if count >= LEAST]
    if len(large) == len(counts) or not large:
        return (not large,) * len(counts)
    return tuple(count < LEAST or count == min(large) for count in counts)


@dataclass(frozen=True)
class ToldTies:
    """What is told of the ties between and within groups.

    Attributes
    ----------
    pairs
        Shape (groups, groups), symmetric; on the diagonal those within a group.
    outside
        Shape (groups,); whether the ties of each group with all others together are told.
    """

    pairs: Mask
    outside: Mask


def told_ties(
    mixing: Positions, elsewhere: int, told: Mask, *, elsewhere_told: bool, index: bool
) -> ToldTies:
    """Tell which counts of ties may be told without any small one following from them.

    A count under :data:`LEAST` is small, and so is every count of a group that is not told.  Whoever hears the
    others also knows the total of all ties and, with `index`, the E-I index to two decimals.  More is hidden, the
    smallest first, until each small count could be anything over a range of at least :data:`LEAST` for all that they
    know: least and most of it by linear programming, as audits of tables do.

    Parameters
    ----------
    mixing
        See :mod:`graph.analytics.mixing`.
    elsewhere
        Ties of people of no known group.
    told
        Shape (groups,); whether a group has people enough.
    elsewhere_told
        Whether there are enough people of no known group.
    index
        Whether the E-I index is told.

    References
    ----------
    M. Fischetti and J. J. Salazar, "Solving the cell suppression problem on tabular data with linear constraints",
    Management Science 47, 2001.
    """
    enough = mixing >= LEAST
    outside = mixing.sum(axis=1) - np.diag(mixing)
    shown = ToldTies(enough & told[:, None] & told[None, :], (outside >= LEAST) & told)
    counts = _Counts(mixing, outside, elsewhere, index)
    small: list[tuple[int, ...]] = [
        *(cell for cell in counts.cells if not shown.pairs[cell]),
        *((group,) for group in range(len(told)) if not shown.outside[group]),
    ]
    if not elsewhere_told or elsewhere < LEAST:
        small.append(())
    while shown.pairs.any() or shown.outside.any():
        bare = [each for each in small if counts.range(each, shown) < LEAST]
        if not bare:
            break
        for each in bare:
            _hide_one(counts, shown, each)
    return shown


@dataclass(frozen=True)
class _Counts:
    """Counts as unknowns: one for each pair of groups, and the last for ties elsewhere."""

    mixing: Positions
    outside: Positions
    elsewhere: int
    index: bool

    @property
    def cells(self) -> list[tuple[int, int]]:
        groups = len(self.mixing)
        return [(a, b) for a in range(groups) for b in range(a, groups)]

    def of(self, what: tuple[int, ...]) -> Floats:
        """Return what a count is a sum of: a cell by two groups, ties to others by one, those elsewhere by none."""
        cells = self.cells
        if not what:
            return np.array([*(0.0 for _ in cells), 1.0])
        if len(what) == 2:
            return np.array([*(float(cell == what) for cell in cells), 0.0])
        return np.array([*(float(what[0] in cell and cell[0] != cell[1]) for cell in cells), 0.0])

    def range(self, what: tuple[int, ...], shown: ToldTies) -> float:
        """Return between how many numbers a count may lie for who sees what is shown."""
        cells = self.cells
        equal = [np.ones(len(cells) + 1)]
        values = [float(np.triu(self.mixing).sum() + self.elsewhere)]
        for cell in cells:
            if shown.pairs[cell]:
                equal.append(self.of(cell))
                values.append(float(self.mixing[cell]))
        for group in np.flatnonzero(shown.outside).tolist():
            equal.append(self.of((group,)))
            values.append(float(self.outside[group]))
        among: list[Floats] = []
        if self.index:
            inside, between = float(np.trace(self.mixing)), float(self.outside.sum()) / 2
            told = round((between - inside) / (between + inside), 2)
            sign = np.array([*(1.0 - 2.0 * (a == b) for a, b in cells), 0.0])
            known = np.array([*(1.0 for _ in cells), 0.0])
            among = [sign - (told + 0.005) * known, (told - 0.005) * known - sign]
        aim = self.of(what)
        ends: list[float] = []
        for direction in (1.0, -1.0):
            solved = linprog(
                direction * aim,
                A_ub=np.array(among) if among else None,
                b_ub=np.zeros(len(among)) if among else None,
                A_eq=np.array(equal),
                b_eq=np.array(values),
            )
            # Without an answer nothing is sure, and more is hidden.
            ends.append(direction * float(cast("float", solved.fun)) if solved.status == 0 else 0.0)
        return ends[1] - ends[0] + 1e-6


def _hide_one(counts: _Counts, shown: ToldTies, small: tuple[int, ...]) -> None:
    """Hide the smallest that is still shown beside a small count; anything where nothing is beside it."""
    groups = range(len(counts.mixing))
    beside = [cell for cell in counts.cells if shown.pairs[cell] and (set(cell) & set(small) or not small)]
    margins = [group for group in groups if shown.outside[group] and (group in small or not small)]
    beside = beside or ([] if margins else [cell for cell in counts.cells if shown.pairs[cell]])
    margins = margins or ([] if beside else [group for group in groups if shown.outside[group]])
    if not beside and not margins:
        return
    _, what = min(
        [
            *((int(counts.mixing[cell]), cell) for cell in beside),
            *((int(counts.outside[group]), (group,)) for group in margins),
        ]
    )
    if len(what) == 2:
        shown.pairs[what] = shown.pairs[what[::-1]] = False
    else:
        shown.outside[what[0]] = False
