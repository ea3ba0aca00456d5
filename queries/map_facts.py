"""Where the nodes of the aggregated map lie: by what is told of the city, so that it stays when people come and go.

Neighbourhoods lie with their district, themes with the broadest one above them, organisations where they are active;
communities and public people beside what they are tied to.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from graph.analytics.graphs import Graph
from graph.analytics.layout import added, layout
from graph.analytics.layout_discs import Points
from graph.network import Network
from queries.drawn import DrawnEdge, DrawnNode, EdgeKind, NodeKind

FACTS = frozenset({NodeKind.THEME, NodeKind.NEIGHBOURHOOD, NodeKind.ORGANISATION})
KIN, BORDER, SAME = 1.0, 0.5, 0.2
"""What a broader theme, a border and a shared district draw, where what an organisation is about draws 1."""

ABOUT = 0.2
"""What a theme draws somebody who is a member of an organisation, where that draws 1."""

INNER = 0.88
"""Share of the width that facts take; the rest is room around them."""


def places(network: Network, nodes: Sequence[DrawnNode], edges: Sequence[DrawnEdge]) -> Points:
    """Return a place in the unit square for each node."""
    facts = [at for at, node in enumerate(nodes) if node.kind in FACTS]
    place = {at: position for position, at in enumerate(facts)}
    told = [
        (place[each.start], place[each.end], 1.0)
        for each in edges
        if each.start in place and each.end in place and each.kind is not EdgeKind.MEMBER
    ]
    ids = {nodes[at].id: position for position, at in enumerate(facts)}
    groups = [_group(network, nodes[at]) for at in facts]
    graph = _graph(len(facts), [*told, *_kin(network, ids, groups)])
    points = np.full((len(nodes), 2), np.nan)
    if facts:
        _, member = np.unique(np.array(groups), return_inverse=True)
        points[facts] = 0.5 + INNER * (layout(graph, member) - 0.5)
    members = {each.end for each in edges if each.kind is EdgeKind.MEMBER}
    drawn = [(each.start, each.end, _draws(nodes, each, members)) for each in edges]
    return added(_graph(len(nodes), drawn), points)


def _draws(nodes: Sequence[DrawnNode], edge: DrawnEdge, members: set[int]) -> float:
    person = nodes[edge.end].kind is NodeKind.PERSON
    return ABOUT if person and edge.kind is EdgeKind.CARES and edge.end in members else edge.weight


def _graph(nodes: int, edges: Sequence[tuple[int, int, float]]) -> Graph:
    start, end = (np.array([each[side] for each in edges], dtype=np.int64) for side in (0, 1))
    return Graph.of(nodes, start, end, np.array([each[2] for each in edges], dtype=np.float64))


def _group(network: Network, node: DrawnNode) -> str:
    """Return what a fact lies with: a district, the broadest theme, or nothing but itself."""
    if node.kind is NodeKind.THEME:
        return _broadest(network, node.id)
    if node.district:
        return f"district {node.district}"
    if node.kind is NodeKind.ORGANISATION:
        body = network.organisations[network.organisation_position[node.id]]
        themes = sorted(theme for theme, _ in body.themes if theme in network.themes)
        if themes:
            return _broadest(network, themes[0])
    return node.id


def _broadest(network: Network, theme: str) -> str:
    return network.broader(theme, network.themes)[-1]


def _kin(network: Network, ids: dict[str, int], groups: Sequence[str]) -> list[tuple[int, int, float]]:
    """Return what joins facts beyond what organisations tell: broader themes, borders, and the same group."""
    found = [
        (at, ids[theme.broader], KIN)
        for theme in network.themes.values()
        if (at := ids.get(theme.id)) is not None and theme.broader is not None and theme.broader in ids
    ]
    found += [
        (at, ids[other], BORDER)
        for place in network.neighbourhoods.values()
        if (at := ids.get(place.id)) is not None
        for other in sorted(place.borders)
        if other in ids
    ]
    together: dict[str, list[int]] = {}
    for at, group in enumerate(groups):
        together.setdefault(group, []).append(at)
    return found + [(one, other, SAME) for each in together.values() for one, other in pairwise(each)]
