"""Outlines as they are drawn: few corners, and borders that two share stay one line."""

import json
import math

import pytest
import shapely

from queries.outlines import Outline, inside, simplified, united


def wavy(left: float, right: float, corners: int = 400) -> str:
    """Return a square near Antwerp, in degrees, whose sides left and right are waves."""
    ups = [51.2 + 0.02 * step / corners for step in range(corners + 1)]
    side = [[4.4 + left + 0.0004 * math.sin(each * 9000), each] for each in ups]
    other = [[4.4 + right + 0.0004 * math.sin(each * 9000), each] for each in reversed(ups)]
    return json.dumps({"type": "Polygon", "coordinates": [[*side, *other, side[0]]]})


def shape(outline: Outline) -> shapely.Geometry:
    return shapely.union_all([shapely.Polygon(rings[0], rings[1:]) for rings in outline])


def corners(found: dict[str, Outline]) -> int:
    return sum(len(ring) for outline in found.values() for rings in outline for ring in rings)


TWO = {"a": wavy(0.0, 0.03), "b": wavy(0.03, 0.05)}


@pytest.mark.parametrize("most", [2000, 200, 40])
def test_outlines_have_few_corners_and_stay_side_by_side(most: int) -> None:
    found = simplified(TWO, most=most)
    assert corners(found) <= most
    a, b = shape(found["a"]), shape(found["b"])
    assert shapely.area(shapely.intersection(a, b)) < 1e-9
    border = shapely.length(shapely.intersection(shapely.boundary(a), shapely.boundary(b)))
    assert border >= 0.0199


def test_what_is_drawn_is_near_what_was_imported() -> None:
    true = shapely.from_geojson(TWO["a"])
    drawn = shape(simplified(TWO, most=200)["a"])
    assert shapely.area(shapely.symmetric_difference(true, drawn)) < 0.02 * shapely.area(true)


def test_an_outline_that_crosses_itself_or_has_a_hole_is_drawn() -> None:
    bow = {
        "type": "Polygon",
        "coordinates": [[[4.4, 51.2], [4.5, 51.3], [4.5, 51.2], [4.4, 51.3], [4.4, 51.2]]],
    }
    hole = [[4.6, 51.2], [4.7, 51.2], [4.7, 51.3], [4.6, 51.3], [4.6, 51.2]]
    inner = [[4.64, 51.24], [4.66, 51.24], [4.66, 51.26], [4.64, 51.26], [4.64, 51.24]]
    ring = {"type": "Polygon", "coordinates": [hole, inner]}
    found = simplified({"bow": json.dumps(bow), "ring": json.dumps(ring)})
    assert len(found["bow"]) == 2
    assert [len(rings) for rings in found["ring"]] == [2]


def test_a_district_is_one_outline_of_its_neighbourhoods() -> None:
    found = united(TWO, {"both": ["a", "b", "nowhere"], "none": ["nowhere"]})
    whole = shapely.union_all([shapely.from_geojson(each) for each in TWO.values()])
    assert set(found) == {"both"}
    drawn = shapely.from_geojson(found["both"])
    assert shapely.area(shapely.symmetric_difference(drawn, whole)) < 0.02 * shapely.area(whole)


def test_a_number_stands_inside() -> None:
    outline = simplified({"a": TWO["a"]})["a"]
    at = inside(outline)
    assert at is not None
    assert shapely.contains(shape(outline), shapely.Point(at))
    assert inside(()) is None


def test_no_outlines_are_none() -> None:
    assert simplified({}) == {}
    assert united({}, {"a": ["b"]}) == {}
