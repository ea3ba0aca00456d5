"""The map of people: everybody with organisations for the coordinator, pseudonyms and ties for a researcher."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from graph.access import Role, Viewer
from graph.analytics.graphs import Graph
from graph.analytics.layout import layout
from graph.analytics.layout_discs import Points
from graph.latest import latest_days
from graph.network import ConceptNode, Floats, NeighbourhoodNode, Network, Positions
from queries.attributes import organisations_of
from queries.basis import Based
from queries.divided import Divided
from queries.drawn import DrawnEdge, DrawnNode, EdgeKind, NodeKind
from queries.held import Snapshot
from queries.pseudonyms import Pseudonyms, Telling
from queries.runs import Progress

DECIMALS = 5
"""Of a place: a hundredth of a pixel on a screen."""

SHARE_DECIMALS = 4
"""Of betweenness: more would only tell people of two exports apart."""

MEMBERSHIP = 0.3
"""What a membership counts for in the layout beside a tie of strength 1: it draws, but makes no community."""


MOVED = 0.002
"""How far anybody lies from their place on the map of a researcher, at most: two pixels on a screen of a thousand."""


@dataclass(frozen=True)
class Placed:
    """Places of people and organisations, with the ids of what lies there, to go on from when some are added."""

    ids: tuple[str, ...]
    points: Points


def drawn(
    snapshot: Snapshot,
    of: Based,
    known: Divided,
    viewer: Viewer,
    pseudonyms: Pseudonyms,
    between: Floats | None,
    progress: Progress | None,
) -> tuple[tuple[DrawnNode, ...], tuple[DrawnEdge, ...]]:
    """Return the nodes and edges of a map of people; `between` is the betweenness of each node, where it is told."""
    people = people_of(of, known, viewer, pseudonyms)
    if between is not None:
        people = [
            replace(each, betweenness=round(float(share), SHARE_DECIMALS))
            for each, share in zip(people, between, strict=True)
        ]
    organisations = organisations_drawn(of.network, organisations_of(of, viewer).ids)
    start, end, weight = of.graph.pairs
    member, into = _memberships(of, viewer)
    points = _places(snapshot, of, known, viewer, progress)
    if viewer.role is Role.RESEARCHER:
        points = turned(points, pseudonyms)
    edges = [
        DrawnEdge(one, other, EdgeKind.TIE, strength, year=year)
        for one, other, strength, year in zip(
            start.tolist(), end.tolist(), weight.tolist(), _years(of, viewer, start, end), strict=True
        )
    ]
    edges += [
        DrawnEdge(one, len(people) + other, EdgeKind.MEMBER, 1.0)
        for one, other in zip(member.tolist(), into.tolist(), strict=True)
    ]
    # Pseudonyms in the order of ids would tell who came first, and who is who in two exports.
    return arranged([*people, *organisations], points, edges, by_id=viewer.role is Role.RESEARCHER)


def turned(points: Points, pseudonyms: Pseudonyms) -> Points:
    """Return the same map as another one: turned or mirrored, and everything moved a little, by the pseudonyms.

    Else two exports with other pseudonyms could be joined by where everybody lies.  It makes that no longer trivial;
    who is tied to whom is in both all the same.
    """
    chance = np.random.default_rng(pseudonyms.number("places"))
    found = points if chance.random() < 0.5 else points[:, ::-1]
    found = np.where(chance.random(2) < 0.5, found, 1.0 - found)
    moved: Points = np.clip(found + chance.uniform(-MOVED, MOVED, found.shape), 0.0, 1.0)
    return moved


def people_of(of: Based, known: Divided, viewer: Viewer, pseudonyms: Pseudonyms) -> list[DrawnNode]:
    """Return everybody of an analysis as `viewer` may hear of them, without a place."""
    network, telling = of.network, Telling(of, viewer, pseudonyms)
    named = viewer.role is Role.COORDINATOR
    found: list[DrawnNode] = []
    for node, at in enumerate(of.people.tolist()):
        person, who = network.people[at], telling.shown(node)
        places = places_named(network, person.neighbourhoods)
        districts = sorted({place.district for place in places if place.district})
        community = int(known.member[node])
        found.append(
            DrawnNode(
                id=who.id,
                kind=NodeKind.PERSON,
                label=who.name,
                x=0.0,
                y=0.0,
                key=who.key,
                sector=who.sector,
                level=person.level,
                neighbourhood=places[0].name if named and places else None,
                district=(places[0].district if named else districts[0]) if districts else None,
                themes=labels(network.themes, person.themes),
                talents=labels(network.talents, person.talents),
                community=None if community < 0 else community,
                size=1,
                degree=int(of.graph.degree[node]),
            )
        )
    return found


def organisations_drawn(network: Network, ids: Sequence[str]) -> list[DrawnNode]:
    """Return organisations without a place and without a number of people."""
    found: list[DrawnNode] = []
    for each in ids:
        body = network.organisations[network.organisation_position[each]]
        places = places_named(network, body.neighbourhoods)
        found.append(
            DrawnNode(
                id=body.id,
                kind=NodeKind.ORGANISATION,
                label=body.name,
                x=0.0,
                y=0.0,
                key=body.key,
                sector=body.sector,
                neighbourhood=places[0].name if places else None,
                district=places[0].district if places else None,
                themes=labels(network.themes, body.themes),
                talents=labels(network.talents, body.talents),
            )
        )
    return found


def places_named(network: Network, ids: Sequence[str]) -> list[NeighbourhoodNode]:
    """Return the neighbourhoods with these ids that there are."""
    return [network.neighbourhoods[each] for each in ids if each in network.neighbourhoods]


def labels(tree: Mapping[str, ConceptNode], held: Sequence[tuple[str, int | None]]) -> tuple[str, ...]:
    """Return the Dutch labels of what somebody cares about or offers, in alphabetical order."""
    return tuple(sorted({tree[each].label_nl for each, _ in held if each in tree}))


def arranged(
    nodes: Sequence[DrawnNode], points: Points, edges: Sequence[DrawnEdge], *, by_id: bool = False
) -> tuple[tuple[DrawnNode, ...], tuple[DrawnEdge, ...]]:
    """Return nodes at their places, and edges from the smaller position to the larger in ascending order.

    Parameters
    ----------
    by_id
        Whether nodes are put in the order of the ids they have here.
    """
    order = sorted(range(len(nodes)), key=lambda at: nodes[at].id) if by_id else list(range(len(nodes)))
    place = {at: position for position, at in enumerate(order)}
    found = tuple(
        replace(nodes[at], x=round(float(points[at, 0]), DECIMALS), y=round(float(points[at, 1]), DECIMALS))
        for at in order
    )
    moved = [
        replace(
            each,
            start=min(place[each.start], place[each.end]),
            end=max(place[each.start], place[each.end]),
        )
        for each in edges
    ]
    return found, tuple(sorted(moved, key=lambda each: (each.start, each.end, each.kind)))


def _years(of: Based, viewer: Viewer, start: Positions, end: Positions) -> Sequence[int | None]:
    """Return the year that each tie was last told by, for the coordinator; nodes in, as everything here."""
    if viewer.role is not Role.COORDINATOR:
        return [None] * len(start)
    days = latest_days(of.network, of.people[start], of.people[end], of.day, today=of.today).tolist()
    return [date.fromordinal(each).year if each else None for each in days]


def _memberships(of: Based, viewer: Viewer) -> tuple[Positions, Positions]:
    """Return the node and the column of the organisation of each membership that `viewer` may see."""
    one, other = organisations_of(of, viewer).has.nonzero()
    return one.astype(np.int64), other.astype(np.int64)


def _places(
    snapshot: Snapshot, of: Based, known: Divided, viewer: Viewer, progress: Progress | None
) -> Points:
    """Return where everybody lies, then the organisations.

    The coordinator's map goes on from the one before, so that it stays as they know it.  All others are worked out
    anew: who is no longer in it must not have left a gap.
    """
    organisations = organisations_of(of, viewer).ids
    ids = (*(of.network.people[at].id for at in of.people.tolist()), *organisations)

    def make(before: Placed | None) -> Placed:
        graph, member = _joined(of, known, len(organisations), *_memberships(of, viewer))
        return Placed(ids, layout(graph, member, _from(before, ids), progress))

    key = ("places", viewer.role, of.day, of.today)
    if viewer.role is Role.COORDINATOR and of.day == of.today:
        return snapshot.carry(key, ("places", viewer.role), make).points
    return snapshot.keep(key, lambda: make(None)).points


def _from(before: Placed | None, ids: Sequence[str]) -> Points | None:
    """Return the places that things had before, NaN where they had none."""
    if before is None:
        return None
    at = {each: position for position, each in enumerate(before.ids)}
    found = np.full((len(ids), 2), np.nan)
    for position, each in enumerate(ids):
        if each in at:
            found[position] = before.points[at[each]]
    return found


def _joined(
    of: Based, known: Divided, organisations: int, member: Positions, into: Positions
) -> tuple[Graph, Positions]:
    """Return the graph of people and organisations, and to whom each is drawn.

    An organisation lies with the community of most of its members; who has no tie lies with their organisation.
    """
    people = of.graph.nodes
    start, end, weight = of.graph.pairs
    graph = Graph.of(
        people + organisations,
        np.concatenate([start, member]),
        np.concatenate([end, people + into]),
        np.concatenate([weight, np.full(len(member), MEMBERSHIP)]),
    )
    label = np.concatenate([known.found.member, people + np.arange(organisations)])
    tied = of.graph.degree[member] > 0
    homes = np.unique(np.column_stack([into, known.found.member[member]])[tied], axis=0, return_counts=True)
    # The largest community comes last of those that count the same members, and stays.
    for (column, community), _ in sorted(
        zip(homes[0].tolist(), homes[1].tolist(), strict=True), key=lambda each: (each[1], -each[0][1])
    ):
        label[people + column] = community
    alone = ~tied
    label[member[alone]] = label[people + into[alone]]
    return graph, label
