"""The network as a map: behind ``GET /v1/map``, ``ploeg export`` and every picture.

Who sees what stands in docs/access.md.  The coordinator sees everybody and all organisations; a researcher the people
who agree to research, under pseudonyms; partners and the public an aggregated map (:mod:`queries.map_aggregated`).
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import NamedTuple, TypeVar

import numpy as np

from graph.access import Question, Role, Viewer, told_revision
from graph.model import Purpose
from queries.basis import Based, based, day_for
from queries.brokers_found import betweenness_of
from queries.divided import Divided, divided
from queries.drawn import DataSheet, Drawing, DrawnCommunity, DrawnEdge, DrawnNode, EdgeKind, NodeKind
from queries.figures import counted, counted_part
from queries.map_aggregated import aggregated
from queries.map_people import drawn
from queries.map_words import notes
from queries.phrases import Words, capital
from queries.pseudonyms import Pseudonyms
from queries.runs import Progress
from queries.snapshots import Snapshot, Snapshots

Told = TypeVar("Told")

CONSENTS = {
    Role.COORDINATOR: (),
    Role.RESEARCHER: (Purpose.RESEARCH,),
    Role.PARTNER: (Purpose.RESEARCH, Purpose.PUBLIC),
    Role.PUBLIC: (Purpose.RESEARCH,),
}

COUNTED = {
    NodeKind.PERSON: "people",
    NodeKind.ORGANISATION: "organisations",
    NodeKind.THEME: "themes",
    NodeKind.NEIGHBOURHOOD: "neighbourhoods",
    NodeKind.COMMUNITY: "communities",
}


def drawing(
    snapshots: Snapshots,
    viewer: Viewer,
    *,
    as_of: date | None = None,
    pseudonyms: Pseudonyms | None = None,
    measured: bool = False,
    progress: Progress | None = None,
) -> Drawing:
    """Return the map that `viewer` may see of the ties on a day.

    Parameters
    ----------
    as_of
        Today, if not given; another day only for who sees every count.  Consent is always that of now.
    pseudonyms
        Of people, for a researcher; new ones, if not given.
    measured
        Whether betweenness of people is told too, where people are: seconds of work in a large network.

    Raises
    ------
    NotAllowed, InvalidInput, StoreUnavailable, Stopped
    """
    snapshot, key = _where(snapshots, viewer, as_of, measured)
    if viewer.role is Role.RESEARCHER:
        return _made(snapshot, viewer, key.day, pseudonyms or Pseudonyms(), measured, progress)
    kept = _kept(snapshot, viewer, key, progress)
    return replace(kept, sheet=replace(kept.sheet, made_at=datetime.now(UTC)))


def drawing_told(
    snapshots: Snapshots,
    viewer: Viewer,
    tell: Callable[[Drawing], Told],
    *,
    as_of: date | None = None,
    measured: bool = False,
) -> Told:
    """Return what `tell` makes of the map of :func:`drawing`, made once for as long as the same map is the answer.

    Whether it still is, is asked of the store each time, as for the map itself.  A researcher's is made anew, as its
    pseudonyms are.

    Parameters
    ----------
    tell
        A function that gives the same for the same map, whenever it was made; what it gives is kept under it.

    Raises
    ------
    NotAllowed, InvalidInput, StoreUnavailable, Stopped
    """
    snapshot, key = _where(snapshots, viewer, as_of, measured)
    if viewer.role is Role.RESEARCHER:
        return tell(_made(snapshot, viewer, key.day, Pseudonyms(), measured, None))
    return snapshot.keep(("map told", key, tell), lambda: tell(_kept(snapshot, viewer, key, None)))


class _Key(NamedTuple):
    """Which map of a snapshot."""

    role: Role
    measured: bool
    day: date
    today: date


def _where(snapshots: Snapshots, viewer: Viewer, as_of: date | None, measured: bool) -> tuple[Snapshot, _Key]:
    viewer.require(Question.MAP)
    day = day_for(viewer, as_of)
    # People are named on it, so it is never made of what the store no longer holds.
    snapshot = snapshots.rebuilt(viewer.city)
    return snapshot, _Key(viewer.role, measured, day, based(snapshot, viewer, day).today)


def _kept(snapshot: Snapshot, viewer: Viewer, key: _Key, progress: Progress | None) -> Drawing:
    return snapshot.keep(
        ("map", *key),
        lambda: _made(snapshot, viewer, key.day, Pseudonyms(), key.measured, progress),
    )


def _made(
    snapshot: Snapshot,
    viewer: Viewer,
    day: date,
    pseudonyms: Pseudonyms,
    measured: bool,
    progress: Progress | None,
) -> Drawing:
    of, known = based(snapshot, viewer, day), divided(snapshot, viewer, day, progress)
    if viewer.role in {Role.COORDINATOR, Role.RESEARCHER}:
        between = betweenness_of(snapshot, of, progress).value if measured else None
        nodes, edges = drawn(snapshot, of, known, viewer, pseudonyms, between, progress)
    else:
        nodes, edges = aggregated(snapshot, of, known, viewer)
    shown = (
        tuple(
            DrawnCommunity(Words(capital(name.nl), capital(name.en)), int(people))
            for name, people in zip(known.names, known.found.size[: known.told].tolist(), strict=True)
        )
        if known.told
        else ()
    )
    return Drawing(nodes, edges, shown, _sheet(of, known, viewer, nodes, edges))


def _sheet(
    of: Based, known: Divided, viewer: Viewer, nodes: tuple[DrawnNode, ...], edges: tuple[DrawnEdge, ...]
) -> DataSheet:
    counts = dict(Counter(COUNTED[node.kind] for node in nodes))
    aggregates = viewer.role in {Role.PUBLIC, Role.PARTNER}
    if aggregates:
        found = {
            "counted_people": counted(of.graph.nodes, viewer),
            "never_asked": counted_part(int((~of.declaring).sum()), of.graph.nodes, viewer),
            "ties": counted(of.graph.edges, viewer) if of.graph.nodes >= 5 else None,
        }
    else:
        found = {
            "communities": known.told,
            "never_asked": int(np.count_nonzero(~of.declaring)),
            "ties": sum(each.kind is EdgeKind.TIE for each in edges),
            "memberships": sum(each.kind is EdgeKind.MEMBER for each in edges),
        }
    counts |= {name: count for name, count in found.items() if count is not None}
    return DataSheet(
        city=viewer.city,
        made_at=datetime.now(UTC),
        as_of=of.day,
        role=str(viewer.role),
        revision=told_revision(viewer, of.network.revision),
        counts=counts,
        consents=tuple(str(purpose) for purpose in CONSENTS[viewer.role]),
        pseudonyms=viewer.role is Role.RESEARCHER,
        notes=notes(viewer, of.basis),
    )
