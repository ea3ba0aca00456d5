"""Outlines of neighbourhoods as they are drawn: few corners, and still side by side without gaps.

A city's own drawing has tens of thousands of corners; a screen shows some thousands.  All outlines are simplified
together, so that a border which two share stays one line.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import shapely

MOST_CORNERS = 6_000
"""Corners of all outlines of a city together: some 100 kB of text."""

FINEST_M = 8.0
"""Metres of detail that nobody sees on a map of a city."""

DECIMALS = 5
"""Decimals of a degree: about a metre."""

CLOSES_M = 15.0
"""Metres over which the parts of a district are one: streets are left out of some drawings."""

_DEGREE_M = 111_320.0

Ring: TypeAlias = tuple[tuple[float, float], ...]
Outline: TypeAlias = tuple[tuple[Ring, ...], ...]
"""Polygons, each of rings of longitude and latitude; the first ring is the outer one."""


def simplified(outlines: Mapping[str, str], *, most: int = MOST_CORNERS) -> dict[str, Outline]:
    """Return outlines (GeoJSON text by id) with at most about `most` corners in all.

    Notes
    -----
    Metres come from an equirectangular projection at the mean latitude, good within a city.  What is left of a
    sliver is nothing, and is left out.
    """
    if not outlines:
        return {}
    ids, scale = list(outlines), _scale(outlines.values())
    shapes = _metric(outlines.values(), scale)
    tolerance = FINEST_M
    drawn = _simpler(shapes, tolerance)
    while _corners(drawn) > most and tolerance < _DEGREE_M:
        tolerance *= 1.6
        drawn = _simpler(shapes, tolerance)
    found = ((identity, _rings(shape, scale)) for identity, shape in zip(ids, drawn, strict=True))
    return {identity: outline for identity, outline in found if outline}


def united(outlines: Mapping[str, str], groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return one outline (GeoJSON text) for each group of ids of which some have one."""
    if not outlines:
        return {}
    scale = _scale(outlines.values())
    found: dict[str, str] = {}
    for name, members in groups.items():
        shapes = _metric([outlines[each] for each in members if each in outlines], scale)
        if shapes:
            whole = shapely.buffer(shapely.union_all(shapely.buffer(shapes, CLOSES_M)), -CLOSES_M)
            found[name] = shapely.to_geojson(shapely.transform(whole, lambda points: points / scale))
    return found


def inside(outline: Outline) -> tuple[float, float] | None:
    """Return longitude and latitude of a point well inside the largest part, to write a number at."""
    shapes = [shapely.Polygon(rings[0], rings[1:]) for rings in outline]
    if not shapes:
        return None
    largest = max(shapes, key=lambda shape: shape.area)
    middle = shapely.maximum_inscribed_circle(largest, tolerance=_width(largest) / 50).coords[0]
    return round(float(middle[0]), DECIMALS), round(float(middle[1]), DECIMALS)


def _width(shape: shapely.Geometry) -> float:
    left, low, right, high = shapely.bounds(shape).tolist()
    return float(max(right - left, high - low)) or 1.0


def _scale(outlines: Iterable[str]) -> npt.NDArray[np.float64]:
    """Return metres for a degree of longitude and of latitude, where these outlines are."""
    bounds = shapely.total_bounds([shapely.from_geojson(each) for each in outlines])
    middle = 0.0 if np.isnan(bounds).any() else float(bounds[1] + bounds[3]) / 2
    return np.array([np.cos(np.radians(middle)) * _DEGREE_M, _DEGREE_M])


def _metric(outlines: Iterable[str], scale: npt.NDArray[np.float64]) -> list[shapely.Geometry]:
    return [
        _areas(
            shapely.make_valid(shapely.transform(shapely.from_geojson(each), lambda points: points * scale))
        )
        for each in outlines
    ]


def _areas(shape: shapely.Geometry) -> shapely.Geometry:
    """Return what of a shape has an area: mending one may leave lines beside it."""
    parts = shapely.get_parts(shape)
    return shapely.union_all([each for each in parts if each.area > 0])


def _simpler(shapes: Sequence[shapely.Geometry], tolerance: float) -> Sequence[shapely.Geometry]:
    found: Sequence[shapely.Geometry] = list(shapely.coverage_simplify(list(shapes), tolerance))
    return found


def _corners(shapes: Sequence[shapely.Geometry]) -> int:
    return int(shapely.get_num_coordinates(list(shapes)).sum())


def _rings(shape: shapely.Geometry, scale: npt.NDArray[np.float64]) -> Outline:
    def ring(line: shapely.Geometry) -> Ring:
        points = shapely.get_coordinates(line) / scale
        return tuple((round(x, DECIMALS), round(y, DECIMALS)) for x, y in points.tolist())

    return tuple(
        (ring(shapely.get_exterior_ring(part)), *(ring(each) for each in part.interiors))
        for part in shapely.get_parts(shape)
        if isinstance(part, shapely.Polygon) and not part.is_empty
    )
