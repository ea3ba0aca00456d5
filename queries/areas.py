"""The areas of a city as they are drawn: where each lies and, where it was imported, its outline."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.access import Question, Role, Viewer
from graph.errors import InvalidInput
from graph.network import NeighbourhoodNode, Network
from graph.store import Store
from queries.coverage import LEVELS
from queries.outlines import Outline, inside, simplified, united
from queries.query import Query
from queries.snapshots import Snapshots


@dataclass(frozen=True)
class _Outlined:
    id: str
    polygon: str


OUTLINES = Query("outlines", _Outlined)


@dataclass(frozen=True, slots=True)
class Area:
    """A neighbourhood or a district; its middle in degrees (WGS84), of a district with an outline a point inside."""

    id: str
    name: str
    district: str | None
    latitude: float | None
    longitude: float | None
    outline: Outline


@dataclass(frozen=True, slots=True)
class Areas:
    """The areas of one level, by id."""

    by: str
    items: tuple[Area, ...]


@dataclass(frozen=True)
class _Drawn:
    """What was drawn of some outlines, so that it is not drawn anew when something else changed."""

    source: tuple[tuple[str, str], ...]
    network: Network
    items: tuple[Area, ...]


def areas(store: Store, snapshots: Snapshots, viewer: Viewer, *, by: str = "neighbourhood") -> Areas:
    """Return the areas of the viewer's city.

    Parameters
    ----------
    by
        ``neighbourhood`` or ``district``.  A researcher sees districts, whichever is asked; the answer says which.

    Raises
    ------
    NotAllowed, InvalidInput, StoreUnavailable
    """
    viewer.require(Question.MAP)
    if by not in LEVELS:
        message = (
            f"Gebieden zijn er per 'neighbourhood' of 'district', niet per '{by}'. "
            f"/ There are areas by 'neighbourhood' or 'district', not by '{by}'."
        )
        raise InvalidInput(message)
    by = "district" if viewer.role is Role.RESEARCHER else by
    snapshot = snapshots.fresh(viewer.city)

    def made(before: _Drawn | None) -> _Drawn:
        network = snapshot.network
        source = tuple((row.id, row.polygon) for row in OUTLINES.read(store, city=viewer.city))
        if before and before.source == source and before.network.neighbourhoods == network.neighbourhoods:
            return _Drawn(source, network, before.items)
        return _Drawn(source, network, _drawn(network, dict(source), by))

    return Areas(by, snapshot.carry(("areas", by), ("areas", by), made).items)


def _drawn(network: Network, outlines: dict[str, str], by: str) -> tuple[Area, ...]:
    nodes = [node for _, node in sorted(network.neighbourhoods.items())]
    if by == "neighbourhood":
        drawn = simplified(outlines)
        return tuple(
            Area(node.id, node.name, node.district, node.latitude, node.longitude, drawn.get(node.id, ()))
            for node in nodes
        )
    districts: dict[str, list[NeighbourhoodNode]] = {}
    for node in nodes:
        if node.district:
            districts.setdefault(node.district, []).append(node)
    drawn = simplified(united(outlines, {name: [each.id for each in of] for name, of in districts.items()}))
    return tuple(_district(name, districts[name], drawn.get(name, ())) for name in sorted(districts))


def _district(name: str, of: Sequence[NeighbourhoodNode], outline: Outline) -> Area:
    at = inside(outline)
    if at is None:
        placed = [
            (node.longitude, node.latitude)
            for node in of
            if node.latitude is not None and node.longitude is not None
        ]
        if not placed:
            return Area(name, name, None, None, None, outline)
        at = sum(x for x, _ in placed) / len(placed), sum(y for _, y in placed) / len(placed)
    return Area(name, name, None, at[1], at[0], outline)
