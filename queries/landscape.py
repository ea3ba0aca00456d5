"""The landscape of a city: people and requests on every theme in every place, and which counts may be told.

Row 0 stands for everybody and every request whatever the theme, column 0 for wherever they are; both also count who
named no theme or no place.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.analytics.coverage import counts, gap, rolled_up
from graph.analytics.suppression import told
from graph.model import RequestStatus
from graph.network import Mask, Network, Positions, RequestNode
from queries.basis import Based
from queries.figures import LEAST
from queries.runs import Progress

WAITING = frozenset({RequestStatus.OPEN, RequestStatus.ASKED})
ANSWERED = frozenset({RequestStatus.MET, RequestStatus.DONE})
"""A request that was closed without a result is in neither."""


@dataclass(frozen=True)
class Trees:
    """The rows and columns of the landscape, each after what is above it.

    Attributes
    ----------
    themes
        Ids of the themes from row 1 on, each with all narrower ones right after it.
    broader
        Row above each row; -1 for row 0.
    districts, neighbourhoods
        Names of the districts from column 1 on, then ids of the neighbourhoods.
    above
        Column above each column; -1 for column 0.
    """

    themes: tuple[str, ...]
    broader: Positions
    districts: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    above: Positions

    def under(self, theme: str) -> tuple[int, ...]:
        """Return the rows of a theme and all narrower ones, in order."""
        found = [self.themes.index(theme) + 1]
        for row in range(found[0] + 1, len(self.broader)):
            if int(self.broader[row]) in found:
                found.append(row)
        return tuple(found)

    def columns(self, by: str) -> range:
        """Return the columns of the places of one level: ``district`` or ``neighbourhood``."""
        first = 1 + len(self.districts)
        return range(1, first) if by == "district" else range(first, first + len(self.neighbourhoods))


@dataclass(frozen=True)
class Counted:
    """One count in every cell, and where it may be told; shape (rows, columns) each."""

    table: Positions
    shown: Mask

    def at(self, row: int, column: int) -> int | None:
        """Return a count as it is told."""
        return int(self.table[row, column]) if self.shown[row, column] else None


@dataclass(frozen=True)
class Landscape:
    """What there is and what is asked, everywhere."""

    trees: Trees
    people: Counted
    waiting: Counted
    answered: Counted
    gap: Counted


def trees_of(network: Network) -> Trees:
    """Return the rows and columns of a network; themes that are broader than each other stand at the top."""
    parent: dict[str, str | None] = {}
    for theme in sorted(network.themes):
        above = network.themes[theme].broader
        inside = above in network.themes and theme not in network.broader(above or "", network.themes)
        parent[theme] = above if inside else None
    narrower: dict[str | None, list[str]] = {}
    for theme, above in parent.items():
        narrower.setdefault(above, []).append(theme)
    themes: list[str] = []
    waiting = narrower.get(None, [])[::-1]
    while waiting:
        themes.append(waiting.pop())
        waiting.extend(narrower.get(themes[-1], [])[::-1])
    row: dict[str | None, int] = {None: 0} | {theme: at for at, theme in enumerate(themes, start=1)}
    district = {place: node.district or None for place, node in sorted(network.neighbourhoods.items())}
    districts = sorted({name for name in district.values() if name})
    column: dict[str | None, int] = {None: 0} | {name: at for at, name in enumerate(districts, start=1)}
    return Trees(
        themes=tuple(themes),
        broader=np.array([-1, *(row[parent[theme]] for theme in themes)], dtype=np.int64),
        districts=tuple(districts),
        neighbourhoods=tuple(district),
        above=np.array(
            [-1, *(0 for _ in districts), *map(column.__getitem__, district.values())], dtype=np.int64
        ),
    )


def landscape(of: Based, day: date, *, protected: bool, progress: Progress | None = None) -> Landscape:
    """Return the landscape of some people and of the requests that were opened by `day`.

    Parameters
    ----------
    protected
        Whether counts under five are hidden, with what would give them away.  A gap is then told only beside the
        people and the requests it comes from, so that it tells nothing of either that isn't told already.
    """
    network, trees = of.network, trees_of(of.network)
    people = [network.people[one] for one in of.people.tolist()]
    asked = [each for each in network.requests if each.opened is None or each.opened <= day]
    waiting = [each for each in asked if _status(each) in WAITING]
    answered = [each for each in asked if _status(each) in ANSWERED]
    told_at_all = not protected or len(people) >= LEAST
    step = _steps(progress, 3)

    def counted(
        units: Iterable[tuple[Iterable[str], Iterable[str]]], amount: Positions | None = None
    ) -> tuple[Counted, Positions]:
        given = list(units)
        themes = rolled_up([_known(each, row) for each, _ in given], trees.broader)
        places = rolled_up([_known(each, column) for _, each in given], trees.above)
        table = counts(themes, places)
        shown: Mask = np.full(table.shape, told_at_all)
        if protected and told_at_all:
            shown = told(themes, places, trees.broader, trees.above, progress=step())
        else:
            step()(1.0)
        return Counted(table, shown), table if amount is None else counts(themes, places, amount)

    row = {theme: at for at, theme in enumerate(trees.themes, start=1)}
    column = {place: at for at, place in enumerate(trees.neighbourhoods, start=1 + len(trees.districts))}
    there, _ = counted(((theme for theme, _ in each.themes), each.neighbourhoods) for each in people)
    needs = np.array([1 if each.people_needed is None else each.people_needed for each in waiting], np.int64)
    open_now, needed = counted(((each.themes, each.neighbourhoods) for each in waiting), needs)
    led_to, _ = counted((each.themes, each.neighbourhoods) for each in answered)
    missing = gap(needed, there.table)
    shown = there.shown & open_now.shown
    return Landscape(
        trees, there, open_now, led_to, Counted(missing, shown & (missing >= LEAST) if protected else shown)
    )


def _status(request: RequestNode) -> RequestStatus:
    return RequestStatus(request.status or RequestStatus.OPEN)


def _known(given: Iterable[str], at: Mapping[str, int]) -> list[int]:
    return [at[each] for each in given if each in at]


def _steps(progress: Progress | None, parts: int) -> Callable[[], Progress]:
    """Return what gives the next part of the work its own progress."""
    begun = 0

    def nothing(share: float) -> None:
        del share

    def step() -> Progress:
        nonlocal begun
        first, begun = begun, begun + 1
        if progress is None:
            return nothing
        told_to = progress
        return lambda share: told_to((first + share) / parts)

    return step
