"""Neighbourhoods from a GeoJSON file (RFC 7946): names, districts and outlines as rows of a table."""

import json
from collections.abc import Mapping
from typing import cast

from graph.errors import InvalidInput
from ingest.cells import Cell
from ingest.columns import Column
from ingest.folding import squash
from ingest.layout import TABLE
from ingest.naming import column_named
from ingest.outline import NotAnOutline, centre, outline_text
from ingest.raw import Grid, NumberedRow, invalid
from ingest.refusals import Refusal, Words

_COLUMNS = TABLE["neighbourhoods"].columns
_HEADER: tuple[Cell, ...] = tuple(column.name for column in _COLUMNS)
_WORLD = {"crs84", "4326"}


def grid(file: str, content: bytes) -> Grid:
    """Return a row for every feature, numbered from 1; the centre of the outline fills latitude and longitude.

    A name such as "Ekeren - Centrum" is split into district and name where the feature has no district.

    Raises
    ------
    InvalidInput
        It is no GeoJSON with features, or not in degrees (WGS84).
    """
    found = _object(file, content)
    features = found.get("features") if found.get("type") == "FeatureCollection" else [found]
    if (
        not isinstance(features, list)
        or not features
        or found.get("type") not in {"FeatureCollection", "Feature"}
    ):
        raise _not_geojson(file)
    _in_degrees(file, found)
    rows: list[NumberedRow] = []
    refusals: list[Refusal] = []
    for number, feature in enumerate(cast("list[object]", features), start=1):
        if not isinstance(feature, Mapping):
            raise _not_geojson(file)
        row = _row(cast("Mapping[str, object]", feature))
        if row is None:
            refusals.append(Refusal(file, None, number, "geometry", None, _EXPECTED))
        else:
            rows.append((number, row))
    return Grid(0, _HEADER, tuple(rows), tuple(refusals))


_EXPECTED = Words(
    "een Polygon of MultiPolygon met graden (WGS84: lengte, breedte)",
    "a Polygon or MultiPolygon in degrees (WGS84: longitude, latitude)",
)


def _object(file: str, content: bytes) -> Mapping[str, object]:
    try:
        found: object = json.loads(content)
    except (ValueError, RecursionError):
        raise invalid(
            Words(
                f"'{file}' is geen volledige JSON; is het bestand afgebroken? Haal het opnieuw op.",
                f"'{file}' is no whole JSON; is the file cut off? Fetch it again.",
            )
        ) from None
    if not isinstance(found, Mapping):
        raise _not_geojson(file)
    return cast("Mapping[str, object]", found)


def _in_degrees(file: str, found: Mapping[str, object]) -> None:
    system = found.get("crs")
    if system is not None and not any(name in squash(json.dumps(system)) for name in _WORLD):
        raise invalid(
            Words(
                f"'{file}' gebruikt een ander coördinatenstelsel. Exporteer het in WGS84 (EPSG:4326).",
                f"'{file}' uses another coordinate system. Export it in WGS84 (EPSG:4326).",
            )
        )


def _not_geojson(file: str) -> InvalidInput:
    return invalid(
        Words(
            f"'{file}' is geen GeoJSON met wijken (een FeatureCollection).",
            f"'{file}' is no GeoJSON with neighbourhoods (a FeatureCollection).",
        )
    )


def _row(feature: Mapping[str, object]) -> tuple[Cell, ...] | None:
    found = feature.get("properties")
    properties = cast("Mapping[str, object]", found) if isinstance(found, Mapping) else {}
    cells: dict[str, Cell] = {}
    for name, value in properties.items():
        column = column_named(TABLE["neighbourhoods"], name)
        if column is not None and isinstance(value, str | int | float) and _better(column, name, cells):
            cells[column.name] = value
    if "id" not in cells and isinstance(feature.get("id"), str | int):
        cells["id"] = cast("str | int", feature["id"])
    label = cells.get("name")
    if "district" not in cells and isinstance(label, str) and " - " in label:
        district, _, rest = label.partition(" - ")
        cells["district"], cells["name"] = district, rest
    try:
        outline = outline_text(feature.get("geometry"))
    except NotAnOutline:
        return None
    middle = centre(outline)
    if middle is not None:
        cells["latitude"], cells["longitude"] = middle
    cells["polygon"] = outline
    return tuple(cells.get(column.name) for column in _COLUMNS)


def _better(column: Column, name: str, cells: Mapping[str, Cell]) -> bool:
    """Tell whether this property says it best: "wijkcode" before a technical "id" or "OBJECTID"."""
    return column.name not in cells or squash(name) != squash(column.name)
