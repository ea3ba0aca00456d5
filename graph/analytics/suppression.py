"""Which counts of a table of themes and places may be told, so that no small one can be worked out from the others.

Counts under five are hidden, and with them as many others as it takes (cell suppression; A. Hundepool et al.,
"Statistical Disclosure Control", Wiley 2012, chapter 4).  All levels of both trees are one table, as they are told
together.  For every count under five, what is told holds as well with each of 0, 1, 2, 3 and 4 in its place:

- *by exchange*: people who have the theme above, and are alike in all places that are told for a theme, can exchange
  the theme with all narrower ones without any told count changing (data swapping; T. Dalenius and S. P. Reiss,
  Journal of Statistical Planning and Inference 6, 1982).  There are exchanges that make the count 0, and such that
  make it 4.  Each gives people who could have been the real ones, so that whatever is worked out from the told counts
  can't rule it out, however many places and themes somebody may have.
- *by adding up*: for one theme, who also knows which hidden counts are under five, and how many people count in
  several places or in none, finds by adding and subtracting places nothing narrower than 0 to 4 either.

It does not protect from who knows some of the people already, or runs this rule over every possible table.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from graph.analytics.communities import Progress
from graph.analytics.coverage import counts
from graph.analytics.graphs import Matrix, matrix
from graph.network import Mask, Positions

LEAST = 5
"""Counts under this are hidden."""

MOST_SMALL = LEAST - 1

_MANY = 10**9


def told(
    themes: Matrix,
    places: Matrix,
    broader: Positions,
    above: Positions,
    progress: Progress | None = None,
) -> Mask:
    """Mark the counts that may be told; shape (themes, places).

    Parameters
    ----------
    themes, places
        Who counts where, as :func:`graph.analytics.coverage.rolled_up` makes them.
    broader, above
        The trees of themes and places they are rolled up in.
    progress
        Told after each round which share is done, as far as it can be known; raising in it stops the work.

    Notes
    -----
    Hides the smallest told count in reach of an unsafe one, and where there is none the count above, until all are
    safe.  The count over everything is told from five on: every answer says it anyway, and what follows from it alone
    is not protected.  A round costs O(units * places) for every theme that changed; there are a few tens at most.
    """
    table = _Table(themes, places, broader, above)
    if table.counts[0, 0] < LEAST:
        return np.zeros_like(table.small)
    shown: Mask = ~table.small
    exchanges = _Exchanges(table)
    changed = np.arange(len(broader), dtype=np.int64)
    rounds = 0
    while len(changed):
        exchanges.update(shown, changed)
        unsafe = exchanges.unsafe | table.by_sums(shown)
        hidden = {
            found
            for over, row, column in _first_of_each_block(table, shown, unsafe)
            if (found := _next_to_hide(table, shown, row, column, over)) is not None
        }
        before = shown.copy()
        for row, column in hidden:
            shown[table.under[row], column] = False
        changed = np.flatnonzero((before != shown).any(axis=1))
        rounds += 1
        if progress:
            progress(rounds / (rounds + 10) if len(changed) else 1.0)
    return shown


@dataclass(frozen=True)
class _Table:
    themes: Matrix
    places: Matrix
    broader: Positions
    above: Positions

    @cached_property
    def counts(self) -> Positions:
        return counts(self.themes, self.places)

    @cached_property
    def small(self) -> Mask:
        found: Mask = self.counts < LEAST
        return found

    @cached_property
    def has(self) -> Mask:
        """Who has a theme; shape (units, themes)."""
        found: Mask = self.themes.toarray() > 0
        return found

    @cached_property
    def inside(self) -> Mask:
        """Who is in a place; shape (units, places)."""
        found: Mask = self.places.toarray() > 0
        return found

    @cached_property
    def having(self) -> list[Positions]:
        """Who has each theme."""
        return [np.flatnonzero(column) for column in self.has.T]

    @cached_property
    def _among(self) -> dict[int, Mask]:
        return {}

    def among(self, row: int) -> Mask:
        """Return :attr:`inside` of who has a theme."""
        if row not in self._among:
            self._among[row] = self.inside[self.having[row]]
        return self._among[row]

    @cached_property
    def under(self) -> list[Positions]:
        """The themes under each, itself first."""
        found: list[list[int]] = [[] for _ in self.broader]
        for row in range(len(self.broader)):
            over = row
            while over >= 0:
                found[over].append(row)
                over = int(self.broader[over])
        return [np.array(each, dtype=np.int64) for each in found]

    @cached_property
    def parts(self) -> list[Positions]:
        """The places right under each."""
        return [np.flatnonzero(self.above == column) for column in range(len(self.above))]

    @cached_property
    def chain(self) -> list[list[int]]:
        """Each place with all that is above it, nearest first."""
        found: list[list[int]] = [[0]]
        for column in range(1, len(self.above)):
            found.append([column, *found[int(self.above[column])]])
        return found

    def nearest(self, shown: Mask, row: int) -> Positions:
        """Return, for each place, the nearest one above or itself that is told for a theme; -1 for none."""
        over = np.full(len(self.above), -1, dtype=np.int64)
        for column in range(len(self.above)):
            higher = over[self.above[column]] if column else -1
            over[column] = column if shown[row, column] else higher
        return over

    def by_sums(self, shown: Mask) -> Mask:
        """Mark the small counts that sums over places narrow down, in themes of which something is told.

        Intervals carried up a tree and down again are exact where each sum stands in one row of parts.
        """
        leaf = np.array([len(each) == 0 for each in self.parts])
        least = np.where(shown, self.counts, np.where(leaf & ~self.small, LEAST, 0))
        most = np.where(shown, self.counts, np.where(self.small, MOST_SMALL, _MANY))
        inner = np.flatnonzero(~leaf).tolist()
        twice = {at: self.counts[:, self.parts[at]].sum(axis=1) - self.counts[:, at] for at in inner}
        for at in reversed(inner):
            least[:, at] = np.maximum(least[:, at], least[:, self.parts[at]].sum(axis=1) - twice[at])
            most[:, at] = np.minimum(most[:, at], most[:, self.parts[at]].sum(axis=1) - twice[at])
        for at in inner:
            low, high = least[:, self.parts[at]], most[:, self.parts[at]]
            others_high, others_low = high.sum(axis=1)[:, None] - high, low.sum(axis=1)[:, None] - low
            least[:, self.parts[at]] = np.maximum(low, (least[:, at] + twice[at])[:, None] - others_high)
            most[:, self.parts[at]] = np.minimum(high, (most[:, at] + twice[at])[:, None] - others_low)
        something = np.any(shown, axis=1, keepdims=True)
        narrowed: Mask = self.small & ((least > 0) | (most < MOST_SMALL)) & something
        return narrowed


@dataclass
class _Exchanges:
    """Which small counts exchanges can't make 0 or 4, kept up to date theme by theme."""

    table: _Table
    unsafe: Mask = field(init=False)
    _short: Mask = field(init=False)
    """Where a theme can't be given to four."""
    _stays: Mask = field(init=False)
    """Where exchanges of the topmost theme that is not told there leave somebody with a theme."""

    def __post_init__(self) -> None:
        self.unsafe = np.zeros_like(self.table.small)
        self._short = np.zeros_like(self.table.small)
        self._stays = np.zeros_like(self.table.small)

    def update(self, shown: Mask, rows: Positions) -> None:
        """Look again at the themes of which other counts are told than before."""
        table = self.table
        movers, stuck = self._moving(shown)
        stayed = self._stays.copy()
        for row in rows.tolist():
            if row == 0:
                self.unsafe[0] = table.small[0] & (stuck | (movers.sum(axis=0) < MOST_SMALL))
                continue
            parent = int(table.broader[row])
            self._short[row] = self._most_is_short(shown, row, movers)
            tops = np.flatnonzero(~shown[row] & (shown[parent] | (parent == 0)))
            below = table.under[row]
            stays = self._least(shown, row, below, tops) > 0
            self._stays[np.ix_(below, tops)] = stays & (shown[0] | stuck)[tops]
        for row in {*rows.tolist(), *np.flatnonzero((stayed != self._stays).any(axis=1)).tolist()} - {0}:
            small = np.flatnonzero(table.small[row] & self._stays[row])
            self.unsafe[row] = table.small[row] & self._short[row]
            own = np.array([row], dtype=np.int64)
            self.unsafe[row, small] |= (self._least(shown, row, own, small) > 0)[0]

    def _moving(self, shown: Mask) -> tuple[Mask, Mask]:
        """Tell who could be in a place for which nothing is told, and where those who are can't be elsewhere.

        Somebody can move between the smallest places under the same told one.  Shapes (units, places) and (places,).
        """
        table = self.table
        over = table.nearest(shown, 0)
        leaves = [at for at in np.flatnonzero(~shown[0]).tolist() if not len(table.parts[at])]
        movers = np.zeros_like(table.inside)
        stuck = np.zeros(len(table.above), dtype=np.bool_)
        for column in np.flatnonzero(~shown[0]).tolist():
            around = [leaf for leaf in leaves if over[leaf] == over[column]]
            movers[:, column] = table.inside[:, around].any(axis=1)
            stuck[column] = all(column in table.chain[leaf] for leaf in around)
        return movers, stuck

    def _most_is_short(self, shown: Mask, row: int, movers: Mask) -> Mask:
        """Mark the places in which a theme can't be given to four.

        It takes four who have the theme, to give it, and four who have the theme above and are or could be there, to
        take it; all of them alike in the places told for the theme: in those that hold the place, and in no other.
        """
        table, parent = self.table, int(self.table.broader[row])
        over = table.nearest(shown, row)
        who, inside = table.having[parent], table.among(parent)
        often = inside[:, shown[row]].sum(axis=1)
        size = np.array([shown[row, chain].sum() for chain in table.chain])
        has = table.has[who, row]
        givers = np.zeros(len(over), dtype=np.int64)
        takers = np.zeros(len(over), dtype=np.int64)
        for each in np.unique(size).tolist():
            alike, columns = often == each, size == each
            givers[columns] = inside[alike & has].sum(axis=0)[columns]
            takers[columns] = inside[alike].sum(axis=0)[columns]
            if parent == 0:
                moving = columns & ~shown[0]
                takers[moving] = movers[alike][:, moving].sum(axis=0)
        enough = (over < 0) | (givers[over] >= MOST_SMALL)
        given = (parent != 0) & table.small[parent]
        short: Mask = ~enough | (~given & (takers < MOST_SMALL))
        return short

    def _least(self, shown: Mask, row: int, rows: Positions, columns: Positions) -> Positions:
        """Return the fewest who have each of `rows` in each of `columns` when all that is under `row` is exchanged.

        Exchanges are among who have the theme above and are in the same places told for `row`; who is in none of
        those can have the theme or not.
        """
        table, parent = self.table, int(self.table.broader[row])
        found = np.zeros((len(rows), len(columns)), dtype=np.int64)
        who, inside = table.having[parent], table.among(parent)
        here = inside[:, columns]
        told_places = inside[:, shown[row]]
        # Only who is there and has the theme can be left with it; a group is all who are in the same told places.
        if not told_places.shape[1] or not here.any():
            return found
        packed = np.packbits(told_places, axis=1)
        kinds = packed.shape[1]
        keys = np.ascontiguousarray(packed).view(np.dtype((np.void, kinds))).reshape(-1)
        _, group = np.unique(keys, return_inverse=True)
        group = group.reshape(-1).astype(np.int64)
        size = np.bincount(group)
        bound = np.zeros(len(size), dtype=np.bool_)
        bound[group] = told_places.any(axis=1)
        has = table.has[np.ix_(who, rows)]
        units = np.arange(len(who), dtype=np.int64)
        order = np.argsort(group, kind="stable")
        ends = np.append(0, np.cumsum(size)).astype(np.int64)
        of = matrix(np.ones(len(who)), units, ends, (len(size), len(who)))
        having = np.asarray(of @ has[order].astype(np.float64))[bound]
        there = np.asarray(of @ here[order].astype(np.float64))[bound]
        for at in range(len(rows)):
            left = having[:, at][:, None] + there - size[bound][:, None]
            found[at] = np.maximum(left, 0.0).sum(axis=0).round().astype(np.int64)
        return found


def _first_of_each_block(table: _Table, shown: Mask, unsafe: Mask) -> list[tuple[int, int, int]]:
    """Return one unsafe count of each theme and nearest told place above: that place (-1 for none), row, column."""
    found: dict[tuple[int, int], tuple[int, int, int]] = {}
    for row in np.flatnonzero(unsafe.any(axis=1)).tolist():
        over = table.nearest(shown, row)
        for column in np.flatnonzero(unsafe[row]).tolist():
            found.setdefault((row, int(over[column])), (int(over[column]), row, column))
    return list(found.values())


def _next_to_hide(table: _Table, shown: Mask, row: int, column: int, over: int) -> tuple[int, int] | None:
    """Return the count to hide because of an unsafe one, ``None`` where there is none that may be."""
    nearest = table.nearest(shown, row)
    near = [
        at
        for at in np.flatnonzero(shown[row]).tolist()
        if at != 0 and at not in table.chain[column] and (over < 0 or nearest[table.above[at]] == over)
    ]
    if near:
        return row, min(near, key=lambda at: (int(table.counts[row, at]), at))
    return None if over < 0 or (row, over) == (0, 0) else (row, over)
