"""The map without people who did not choose to be on it: themes, neighbourhoods, organisations and communities.

Counts are over people who agree to research, and protected; no tie of a single person is in it.  What coverage hides
of a theme or a place is hidden here too, as anybody can put the two side by side.  Partners also see the people who
agreed to be public, as they are found by a search: with what they offer and care about, never with whom they know.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from graph.access import Role, Viewer, visible
from graph.network import Network, Positions
from queries.attributes import Attributes, organisations_of, places_of, themes_of
from queries.basis import Based
from queries.divided import Divided
from queries.drawn import DrawnEdge, DrawnNode, EdgeKind, NodeKind
from queries.figures import counted_part
from queries.held import Snapshot
from queries.landscape import Landscape, landscape_of
from queries.map_facts import places
from queries.map_people import arranged, labels, organisations_drawn
from queries.phrases import capital, plain
from queries.protecting import is_few
from queries.protecting_between import told_between

KINDS = {"theme": EdgeKind.CARES, "place": EdgeKind.ACTIVE, "organisation": EdgeKind.MEMBER}


UNTOLD = 0.5
"""Weight of what is told without a count."""


def aggregated(
    snapshot: Snapshot, of: Based, known: Divided, viewer: Viewer
) -> tuple[tuple[DrawnNode, ...], tuple[DrawnEdge, ...]]:
    """Return the nodes and edges of the map for who sees figures only, and for partners."""
    network = of.network
    kinds = [themes_of(of), places_of(of, viewer), organisations_of(of, viewer)]
    told = landscape_of(snapshot, of, protected=True)
    nodes = [
        *_communities(known),
        *_themes(of, kinds[0], told, viewer),
        *_places(of, kinds[1], told, viewer),
        *_organisations(of, kinds[2], viewer),
        *(_people(network, snapshot, of, viewer) if viewer.role is Role.PARTNER else ()),
    ]
    at = {each.id: position for position, each in enumerate(nodes)}
    edges = [
        *_between(snapshot, of, known),
        *_traits(known, kinds, at),
        *_facts(network, at),
        *_of_people(network, of, nodes, at),
    ]
    return arranged(nodes, places(network, nodes, edges), edges)


def community_id(number: int) -> str:
    """Return the id of a community on a map, by its number."""
    return f"community:{number}"


def _communities(known: Divided) -> list[DrawnNode]:
    size = known.found.size[: known.told] if known.told else ()
    return [
        DrawnNode(
            id=community_id(at + 1),
            kind=NodeKind.COMMUNITY,
            label=capital(known.names[at].nl),
            x=0.0,
            y=0.0,
            community=at,
            size=int(people),
        )
        for at, people in enumerate(size)
    ]


def _having(kind: Attributes) -> Positions:
    return np.asarray(kind.has.sum(axis=0), dtype=np.int64).ravel()


def _themes(of: Based, themes: Attributes, told: Landscape, viewer: Viewer) -> list[DrawnNode]:
    network = of.network
    people = dict(zip(themes.ids, _having(themes).tolist(), strict=True))
    found: list[DrawnNode] = []
    for each in themes.ids:
        size = counted_part(people[each], of.graph.nodes, viewer)
        above = network.broader(each, network.themes)[1:]
        # Who cares about the broader one but not about this one may be few.
        few = any(is_few(people[one] - people[each]) for one in above)
        if few or told.people.at(told.trees.themes.index(each) + 1, 0) is None:
            size = None
        node = network.themes[each]
        found.append(DrawnNode(each, NodeKind.THEME, plain(node.label_nl), 0.0, 0.0, key=node.key, size=size))
    return found


def _places(of: Based, places: Attributes, told: Landscape, viewer: Viewer) -> list[DrawnNode]:
    network = of.network
    column = dict(zip(told.trees.neighbourhoods, told.trees.columns("neighbourhood"), strict=True))
    return [
        DrawnNode(
            each,
            NodeKind.NEIGHBOURHOOD,
            plain(network.neighbourhoods[each].name),
            0.0,
            0.0,
            key=network.neighbourhoods[each].key,
            district=network.neighbourhoods[each].district,
            size=None
            if told.people.at(0, column[each]) is None
            else counted_part(people, of.graph.nodes, viewer),
        )
        for each, people in zip(places.ids, _having(places).tolist(), strict=True)
    ]


def _organisations(of: Based, organisations: Attributes, viewer: Viewer) -> list[DrawnNode]:
    members = _having(organisations).tolist()
    return [
        replace(node, size=counted_part(people, of.graph.nodes, viewer))
        for node, people in zip(organisations_drawn(of.network, organisations.ids), members, strict=True)
    ]


def _people(network: Network, snapshot: Snapshot, of: Based, viewer: Viewer) -> list[DrawnNode]:
    """Return who agreed to be public: name, talents and themes; nothing of where they stand in the network."""
    return [
        DrawnNode(
            person.id,
            NodeKind.PERSON,
            person.name,
            0.0,
            0.0,
            key=person.key,
            themes=labels(network.themes, person.themes),
            talents=labels(network.talents, person.talents),
            size=1,
        )
        for person in (
            network.people[at] for at in np.flatnonzero(visible(snapshot.standing(of.today), viewer)).tolist()
        )
    ]


def _between(snapshot: Snapshot, of: Based, known: Divided) -> list[DrawnEdge]:
    """Return how many ties run between communities, as far as that may be told beside what else is."""
    between = told_between(snapshot, of, known)
    pairs = np.argwhere(np.triu(between.told, 1)).tolist()
    most = max((int(between.table[a, b]) for a, b in pairs), default=1)
    return [
        DrawnEdge(a, b, EdgeKind.BETWEEN, int(between.table[a, b]) / most, count=int(between.table[a, b]))
        for a, b in pairs
    ]


def _traits(known: Divided, kinds: Sequence[Attributes], at: dict[str, int]) -> list[DrawnEdge]:
    """Return what sets communities apart: the same counts that the question about communities tells."""
    ids = {
        (kind.kind, words): each for kind in kinds for each, words in zip(kind.ids, kind.words, strict=True)
    }
    return [
        DrawnEdge(
            community,
            at[ids[trait.kind, trait.words]],
            KINDS[trait.kind],
            UNTOLD if trait.people is None else trait.people / int(known.found.size[community]),
            count=trait.people,
        )
        for community, traits in enumerate(known.traits)
        for trait in traits
    ]


def _facts(network: Network, at: dict[str, int]) -> list[DrawnEdge]:
    """Return what organisations tell of themselves: what they are about and where."""
    return [
        DrawnEdge(at[body.id], at[other], kind, 1.0)
        for body in network.organisations
        if body.id in at
        for kind, others in (
            (EdgeKind.CARES, [theme for theme, _ in body.themes]),
            (EdgeKind.ACTIVE, body.neighbourhoods),
        )
        for other in sorted(set(others))
        if other in at
    ]


def _of_people(
    network: Network, of: Based, nodes: Sequence[DrawnNode], at: dict[str, int]
) -> list[DrawnEdge]:
    """Return what public people care about, and which public organisations they are members of."""
    found: list[DrawnEdge] = []
    links = network.memberships
    for position, node in enumerate(nodes):
        if node.kind is not NodeKind.PERSON:
            continue
        person = network.position[node.id]
        themes = sorted({theme for theme, _ in network.people[person].themes if theme in at})
        found += [DrawnEdge(at[theme], position, EdgeKind.CARES, 1.0) for theme in themes]
        bodies = {
            network.organisations[int(links.other[row])].id for row in links.of(person) if of.running[row]
        }
        found += [
            DrawnEdge(at[body], position, EdgeKind.MEMBER, 1.0) for body in sorted(bodies) if body in at
        ]
    return found
