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


def names(drawing: Drawing) -> list[Name]:
    """Return the names, in the order in which they take place."""
    if len(drawing.nodes) < MANY:
        order = sorted(drawing.nodes, key=lambda node: (-(node.size or 0), -(node.degree or 0), node.id))
        return [Name(Words(node.label, node.label), node.x, node.y, radius(node)) for node in order]
    places: dict[int, list[tuple[float, float]]] = {}
    for node in drawing.nodes:
        if node.community is not None and node.kind is not NodeKind.COMMUNITY:
            places.setdefault(node.community, []).append((node.x, node.y))
    order_of = sorted(places, key=lambda at: (-drawing.communities[at].people, at))
    # In the middle of each axis, which a few far away do not move.
    return [
        Name(drawing.communities[at].name, _median([x for x, _ in found]), _median([y for _, y in found]))
        for at in order_of
        for found in [places[at]]
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
