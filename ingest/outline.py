"""The outline of a neighbourhood: a GeoJSON geometry (RFC 7946, WGS84) kept as compact text."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import cast

import shapely

DECIMALS = 7
"""Decimals kept of a degree: about a centimetre."""


class NotAnOutline(Exception):
    """Not a polygon in WGS84 degrees; never leaves this package."""


def outline_text(geometry: object) -> str:
    """Return a Polygon or MultiPolygon as compact GeoJSON text, heights left out.

    Raises
    ------
    NotAnOutline
        It is something else, is empty, or its coordinates are no degrees of longitude and latitude.
    """
    if not isinstance(geometry, Mapping):
        raise NotAnOutline
    found = cast("Mapping[str, object]", geometry)
    kind, coordinates = found.get("type"), found.get("coordinates")
    if kind == "Polygon":
        rings: object = _polygon(coordinates)
    elif kind == "MultiPolygon":
        rings = [_polygon(part) for part in _sequence(coordinates)]
    else:
        raise NotAnOutline
    return json.dumps({"type": kind, "coordinates": rings}, separators=(",", ":"))


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, list) or not value:
        raise NotAnOutline
    return cast("list[object]", value)


def _polygon(value: object) -> list[list[list[float]]]:
    return [_ring(ring) for ring in _sequence(value)]


def _ring(value: object) -> list[list[float]]:
    points = [_point(point) for point in _sequence(value)]
    if len(points) < 4 or points[0] != points[-1]:
        raise NotAnOutline
    return points


def _point(value: object) -> list[float]:
    numbers = _sequence(value)
    if len(numbers) < 2:
        raise NotAnOutline
    return [_degrees(numbers[0], 180.0), _degrees(numbers[1], 90.0)]


def _degrees(value: object, most: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise NotAnOutline
    if not math.isfinite(value) or abs(value) > most:
        raise NotAnOutline
    return round(float(value), DECIMALS)


def centre(outline: str) -> tuple[float, float] | None:
    """Return latitude and longitude of a point inside: the centroid where it lies inside, else another."""
    shape = shapely.make_valid(shapely.from_geojson(outline))
    if shape.is_empty:
        return None
    point = shape.centroid
    if not shape.contains(point):
        point = shape.representative_point()
    return round(point.y, 6), round(point.x, 6)
