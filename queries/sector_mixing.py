"""How sectors are tied, what chance would make of it, and how sure that is: worked out once for several questions."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from graph.access import Viewer, hides_small
from graph.analytics.bootstrap import Resampled, vertex_bootstrap
from graph.analytics.communities import Progress
from graph.analytics.graphs import Graph
from graph.analytics.mixing import mixing_matrix
from graph.analytics.null_model import Chance, null_mixing
from graph.network import Positions
from queries.basis import SECTORS, Based
from queries.figures import LEAST, Bounds, Figure, figure
from queries.held import Snapshot
from queries.protecting_ties import hidden_counts

GROUPS = len(SECTORS)
SEED = 0
MANY_TIES = 200_000
"""Ties above which fewer graphs and networks are drawn: there, one is like another."""


@dataclass(frozen=True)
class SectorMixing:
    """Ties by sector, in the order of :data:`~queries.basis.SECTORS`.

    Attributes
    ----------
    people
        Of each sector and, last, of none known.
    mixing
        Shape (sectors, sectors), of the people whose sector is known.
    elsewhere
        Ties of the others.
    chance
        Of the same people with as many ties each among themselves.
    resampled
        Of all people; whose sector is not known are the last group.
    """

    people: Positions
    mixing: Positions
    elsewhere: int
    chance: Chance
    resampled: Resampled

    @property
    def drawn(self) -> dict[str, str | int | float | None]:
        """What was drawn, for who wants to do it again."""
        return {"seed": SEED, "draws": len(self.chance.mixing), "replicates": len(self.resampled.ties)}


def sector_mixing(snapshot: Snapshot, of: Based, progress: Progress | None = None) -> SectorMixing:
    """Return how sectors are tied, worked out once a snapshot."""

    def make() -> SectorMixing:
        graph, sector = of.graph, of.sector
        known = sector >= 0
        many = graph.edges > MANY_TIES
        start, end, _ = graph.pairs
        mixing = mixing_matrix(graph, sector, GROUPS)
        with_sector: Graph = graph.among(known)
        return SectorMixing(
            people=np.bincount(np.where(known, sector, GROUPS), minlength=GROUPS + 1),
            mixing=mixing,
            elsewhere=graph.edges - int(np.triu(mixing).sum()),
            chance=null_mixing(
                with_sector, sector[known], GROUPS, SEED, 100 if many else 200, part_of(progress, 0.0, 0.6)
            ),
            resampled=vertex_bootstrap(
                start,
                end,
                np.where(known, sector, GROUPS),
                GROUPS + 1,
                seed=SEED,
                replicates=200 if many else 400,
                progress=part_of(progress, 0.6, 1.0),
            ),
        )

    return snapshot.keep(("sector_mixing", of.basis, of.day, of.today), make)


def part_of(progress: Progress | None, begin: float, end: float) -> Callable[[float], None] | None:
    """Return what is told the share done of a part of the work."""
    if progress is None:
        return None
    return lambda share: progress(begin + (end - begin) * share)


def hidden_sectors(of: SectorMixing, viewer: Viewer) -> tuple[bool, ...]:
    """Tell of each sector, and last of none known, whether the number of its people is kept from a viewer."""
    if not hides_small(viewer):
        return (False,) * len(of.people)
    return hidden_counts(of.people.tolist())


def told(
    name: str,
    value: float,
    viewer: Viewer,
    *,
    between: Bounds = None,
    expected: float | None = None,
    expected_between: Bounds = None,
) -> Figure:
    """Return a figure as a viewer may hear it.

    Whoever may not see small counts hears two decimals: with more, a count could be worked out of a share.
    """
    places = 2 if hides_small(viewer) else 6

    def short(number: float) -> float:
        return round(number, places)

    return figure(
        name,
        short(value),
        between=between and (short(between[0]), short(between[1])),
        expected=None if expected is None else short(expected),
        expected_between=expected_between and (short(expected_between[0]), short(expected_between[1])),
    )


def hidden(name: str) -> Figure:
    """Return a figure that is not told."""
    return Figure(name, None, hidden=True)


def few(part: int, whole: int, viewer: Viewer) -> bool:
    """Tell whether a part or the rest of a whole is so small that neither may be told to a viewer."""
    return hides_small(viewer) and min(part, whole - part) < LEAST
