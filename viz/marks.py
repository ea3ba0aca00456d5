"""How a node is drawn: colour and shape by sector, filled or hollow by kind, larger with more ties or people.

Colours are those of Okabe and Ito, "Color Universal Design" (2008), which people who tell some colours badly apart
tell apart too; each sector has a shape of its own besides, so that colour is never the only sign.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Sector
from queries import sectors
from queries.drawn import DrawnNode, NodeKind
from queries.phrases import Words


class Shape(StrEnum):
    """A shape that every writer can draw."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"
    HEXAGON = "hexagon"
    FALLEN = "triangleDown"


@dataclass(frozen=True, slots=True)
class Mark:
    """Colour (``#rrggbb``), shape, and whether it is drawn hollow."""

    colour: str
    shape: Shape
    hollow: bool = False


_BY_SECTOR: Mapping[str | None, Mark] = {
    Sector.RESIDENT: Mark("#0072b2", Shape.DISC),
    Sector.CIVIL_SOCIETY: Mark("#e69f00", Shape.SQUARE),
    Sector.CITY: Mark("#d55e00", Shape.DIAMOND),
    Sector.POLITICS: Mark("#cc79a7", Shape.TRIANGLE),
    Sector.BUSINESS: Mark("#56b4e9", Shape.HEXAGON),
    Sector.EDUCATION: Mark("#009e73", Shape.STAR),
    None: Mark("#8a8a8a", Shape.FALLEN),
}

_BY_KIND: Mapping[NodeKind, Mark] = {
    NodeKind.THEME: Mark("#6b4fa0", Shape.SQUARE, hollow=True),
    NodeKind.NEIGHBOURHOOD: Mark("#5c6670", Shape.HEXAGON, hollow=True),
    NodeKind.COMMUNITY: Mark("#3b5b7a", Shape.DISC),
}

SECTOR_NAMES: Mapping[str | None, Words] = dict[str | None, Words](sectors.SECTOR_NAMES.items()) | {
    None: Words("sector onbekend", "sector unknown")
}

KIND_NAMES: Mapping[NodeKind, Words] = {
    NodeKind.PERSON: Words("persoon", "person"),
    NodeKind.ORGANISATION: Words("organisatie", "organisation"),
    NodeKind.THEME: Words("thema", "theme"),
    NodeKind.NEIGHBOURHOOD: Words("wijk", "neighbourhood"),
    NodeKind.COMMUNITY: Words("kring", "community"),
}

_OF_SECTORS = frozenset({NodeKind.PERSON, NodeKind.ORGANISATION})
SMALLEST, LARGEST = 3.0, 24.0


def mark(node: DrawnNode) -> Mark:
    """Return how a node is drawn: an organisation as its sector, hollow."""
    if node.kind not in _OF_SECTORS:
        return _BY_KIND[node.kind]
    found = _BY_SECTOR.get(node.sector, _BY_SECTOR[None])
    return Mark(found.colour, found.shape, hollow=node.kind is NodeKind.ORGANISATION)


def radius(node: DrawnNode) -> float:
    """Return how large a node is drawn, between 3 and 24: a person by ties, all else by people where that is told."""
    counted = node.degree if node.kind is NodeKind.PERSON else node.size
    return round(min(LARGEST, SMALLEST + 1.3 * math.sqrt(max(0, counted or 0))), 2)


def faded(edges: int) -> float:
    """Return how dark lines are, from 0.06 to 0.7: many of them would hide what they join."""
    return round(max(0.06, min(0.7, 12 / math.sqrt(max(1, edges)))), 3)


def named(node: DrawnNode) -> Words:
    """Say what a node stands for: its kind, with the sector where it has one."""
    kind = KIND_NAMES[node.kind]
    if node.kind not in _OF_SECTORS:
        return kind
    sector = SECTOR_NAMES.get(node.sector, SECTOR_NAMES[None])
    return Words(f"{kind.nl}, {sector.nl}", f"{kind.en}, {sector.en}")


def legend(nodes: tuple[DrawnNode, ...]) -> list[tuple[Mark, Words]]:
    """Return each mark that occurs with what it means, people first, sectors in their own order."""
    order = {sector: place for place, sector in enumerate(SECTOR_NAMES)}
    kinds = {kind: place for place, kind in enumerate(NodeKind)}
    found: dict[tuple[int, int], tuple[Mark, Words]] = {}
    for node in nodes:
        sector = order.get(node.sector, order[None]) if node.kind in _OF_SECTORS else 0
        found.setdefault((kinds[node.kind], sector), (mark(node), named(node)))
    return [found[at] for at in sorted(found)]
