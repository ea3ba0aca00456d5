"""What an analysis is made of: the people it may use, the graph between them, and for whom it is told.

A coordinator's figures are of everybody; all others are of the people who agree to research, with ties worked out
from sizes that groups tell of themselves (docs/decisions/0009), so that nobody else is in them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy as np

from graph.access import Role, Viewer, analysed, hides_small
from graph.analytics.graphs import Graph, Matrix, matrix, people_graph
from graph.errors import InvalidInput
from graph.model import Sector
from graph.network import Mask, Network, Positions
from graph.trust import DEFAULT, TOLD, Ties, ages, running, ties
from queries.held import Snapshot, utc_today
from queries.snapshots import Snapshots

SECTORS: tuple[Sector, ...] = tuple(Sector)
"""In the order in which their positions are counted."""


class Basis(StrEnum):
    """Of whom figures are."""

    EVERYONE = "everyone"
    RESEARCH = "research"


def basis_of(viewer: Viewer) -> Basis:
    """Return of whom the figures for a viewer are."""
    return Basis.EVERYONE if viewer.role is Role.COORDINATOR else Basis.RESEARCH


def day_for(viewer: Viewer, as_of: date | None) -> date:
    """Return the day that is asked about, today if none is given.

    Figures of another day are only for who sees every count: from two days around the date of a tie it would follow
    between whom the tie is, as far as sectors and communities tell (docs/decisions/0016).

    Raises
    ------
    InvalidInput
        Also for a day that is still to come: nobody knows its ties.
    """
    today = utc_today()
    day = as_of or today
    if day > today:
        message = (
            f"{day} moet nog komen; vraag de dag van vandaag of een vroegere. "
            f"/ {day} is still to come; ask for today or an earlier day."
        )
        raise InvalidInput(message)
    if hides_small(viewer) and day != today:
        message = (
            "U krijgt cijfers alleen op de dag van vandaag: twee dagen naast elkaar zouden kleine aantallen "
            "verraden. / You get figures as of today only: two days side by side would give small counts away."
        )
        raise InvalidInput(message)
    return day


@dataclass(frozen=True)
class Based:
    """The people of an analysis on one day, and the graph between them; node `i` is person ``people[i]``.

    Attributes
    ----------
    who
        Shape (people of the network,).
    ties
        All ties of the network on that day, directed, worked out as this basis asks.
    """

    network: Network
    basis: Basis
    day: date
    today: date
    who: Mask
    ties: Ties
    graph: Graph

    @cached_property
    def people(self) -> Positions:
        """Position in the network of each node; shape (nodes,)."""
        return np.flatnonzero(self.who)

    @cached_property
    def node(self) -> Positions:
        """Node of each position in the network, -1 for who is not in it; shape (people of the network,)."""
        found = np.full(len(self.who), -1, dtype=np.int64)
        found[self.people] = np.arange(len(self.people))
        return found

    @cached_property
    def sector(self) -> Positions:
        """Position in :data:`SECTORS` of each node, -1 where unknown; shape (nodes,)."""
        at = {str(sector): position for position, sector in enumerate(SECTORS)}
        people = self.network.people
        return np.array(
            [at.get(people[one].sector or "", -1) for one in self.people.tolist()], dtype=np.int64
        )

    @cached_property
    def declaring(self) -> Mask:
        """Mark who said of somebody else in the graph whom they know; shape (nodes,)."""
        declared = self.network.declared
        start, end = self.node[declared.start], self.node[declared.end]
        _, counts, _ = ages(
            self.day.toordinal(),
            self.day < self.today,
            declared.last_contact,
            declared.since,
            undated=DEFAULT.undated,
        )
        found = np.zeros(len(self.people), dtype=np.bool_)
        found[start[(start >= 0) & (end >= 0) & counts]] = True
        return found

    @cached_property
    def running(self) -> Mask:
        """Mark the memberships that run on the day; shape (memberships,)."""
        links = self.network.memberships
        return running(links.since, links.until, self.day.toordinal())

    def attributes(self, of: Mapping[int, tuple[int, ...]], columns: int) -> Matrix:
        """Return a matrix of 0 and 1, nodes by `columns`, of what each person has; `of` is by position of people."""
        held = [tuple(sorted(set(of.get(one, ())))) for one in self.people.tolist()]
        indptr = np.cumsum([0, *(len(each) for each in held)], dtype=np.int64)
        indices = np.array([column for each in held for column in each], dtype=np.int64)
        return matrix(np.ones(len(indices)), indices, indptr, (len(held), columns))


def based(snapshot: Snapshot, viewer: Viewer, day: date) -> Based:
    """Return what analyses for `viewer` on `day` are made of, worked out once a snapshot."""
    basis, today = basis_of(viewer), utc_today()

    def make() -> Based:
        return _based(snapshot, viewer, day, snapshot.ties(day, today, everybody=basis is Basis.EVERYONE))

    return snapshot.keep(("based", basis, day, today), make)


def based_once(snapshot: Snapshot, viewer: Viewer, day: date) -> Based:
    """Return the same without keeping it, for who asks of many days and needs each of them once."""
    model = DEFAULT if basis_of(viewer) is Basis.EVERYONE else TOLD
    return _based(snapshot, viewer, day, ties(snapshot.network, day, today=utc_today(), model=model))


def _based(snapshot: Snapshot, viewer: Viewer, day: date, found: Ties) -> Based:
    today = utc_today()
    who = analysed(snapshot.standing(today), viewer)
    return Based(snapshot.network, basis_of(viewer), day, today, who, found, people_graph(found, who))


def snapshot_for(snapshots: Snapshots, viewer: Viewer) -> Snapshot:
    """Return the snapshot that figures for `viewer` are taken of.

    A figure can't be checked against the store person by person, so whoever withdrew must be out of it already: only
    who sees everybody may get it from a snapshot that is a little behind.
    """
    if basis_of(viewer) is Basis.EVERYONE:
        return snapshots.fresh(viewer.city)
    return snapshots.rebuilt(viewer.city)
