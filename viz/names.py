"""Which names stand on a map, and where: of each node where these are few, else of communities."""

from dataclasses import dataclass

from queries.drawn import Drawing, NodeKind
from queries.phrases import Words
from viz.marks import radius

MANY = 60
"""Nodes from which on a map names communities rather than each node."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name on a map: its place, and the radius of the node that it stands under (0 for one of its own)."""

    words: Words
    x: float
    y: float
    radius: float = 0.0


def enlarged(drawing: Drawing) -> float:
    """Return how many times larger nodes are drawn in a picture: the fewer there are, the larger."""
    return 1.7 if len(drawing.nodes) < MANY else 1.0 if len(drawing.nodes) < 500 else 0.62


def names(drawing: Drawing) -> list[Name]:
    """Return the names, in the order in which they take place."""
    places: dict[int, list[tuple[float, float]]] = {}
    for node in drawing.nodes:
        if node.community is not None and node.kind is not NodeKind.COMMUNITY:
            places.setdefault(node.community, []).append((node.x, node.y))
    if len(drawing.nodes) < MANY or not places:
        ordered = sorted(drawing.nodes, key=lambda node: (-radius(node), node.id))
        return [Name(Words(node.label, node.label), node.x, node.y, radius(node)) for node in ordered]
    order = sorted(places, key=lambda at: (-drawing.communities[at].people, at))
    # In the middle of each axis, which a few far away do not move.
    return [
        Name(drawing.communities[at].name, _median([x for x, _ in found]), _median([y for _, y in found]))
        for at in order
        for found in [places[at]]
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
