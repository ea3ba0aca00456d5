"""Borders from outlines and from centres."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Key, NeighbourhoodRow
from ingest.borders import borders, gabriel
from ingest.checks import check
from ingest.tables import read

ANTWERP = Path(__file__).parents[3] / "shared" / "data" / "antwerp" / "antwerpen_wijken_2025.geojson"
DEGREE = 0.001
"""About 111 m to the north, 70 m to the east."""


def square(key: str, column: float, row: float, size: float = 1.0) -> NeighbourhoodRow:
    west, south = 4.4 + column * DEGREE, 51.2 + row * DEGREE
    east, north = west + size * DEGREE, south + size * DEGREE
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    outline = json.dumps({"type": "Polygon", "coordinates": [ring]})
    return NeighbourhoodRow(
        Key(key), key, latitude=(south + north) / 2, longitude=(west + east) / 2, polygon=outline
    )


def point(key: str, longitude: float, latitude: float) -> NeighbourhoodRow:
    return NeighbourhoodRow(Key(key), key, latitude=latitude, longitude=longitude)


def test_squares_that_share_a_side_border() -> None:
    assert borders([square("b", 1, 0), square("a", 0, 0)]) == (("a", "b"),)


def test_squares_with_a_street_between_them_border() -> None:
    assert borders([square("a", 0, 0), square("b", 1.2, 0)]) == (("a", "b"),)


def test_squares_far_apart_do_not_border() -> None:
    assert borders([square("a", 0, 0), square("b", 2, 0)]) == ()


def test_squares_that_meet_in_a_corner_do_not_border() -> None:
    assert borders([square("a", 0, 0), square("b", 1, 1)]) == ()


def test_three_centres_on_a_line_border_in_order() -> None:
    rows = [point("a", 4.40, 51.2), point("c", 4.42, 51.2), point("b", 4.41, 51.2)]
    assert borders(rows) == (("a", "b"), ("b", "c"))


def test_many_centres_on_a_line_border_in_order() -> None:
    rows = [point(f"p{n}", 4.40 + n / 100, 51.2) for n in range(6)]
    assert borders(rows) == tuple((f"p{n}", f"p{n + 1}") for n in range(5))


def test_centres_too_far_apart_do_not_border() -> None:
    assert borders([point("a", 4.4, 51.2), point("b", 4.4, 51.5)]) == ()


@pytest.mark.parametrize("rows", [[], [point("a", 4.4, 51.2)], [NeighbourhoodRow(Key("a"), "a")] * 2])
def test_too_little_to_go_by_gives_no_borders(rows: list[NeighbourhoodRow]) -> None:
    assert borders(rows) == ()


def test_pair_of_which_one_has_no_outline_is_judged_by_centres() -> None:
    rows = [square("a", 0, 0), replace(square("b", 1.5, 0), polygon=None)]
    assert borders(rows) == (("a", "b"),)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=12, unique=True))
def test_gabriel_graph_is_that_of_its_definition(spots: list[tuple[int, int]]) -> None:
    points = np.array(spots, dtype=np.float64) + 0.01 * np.sin(np.arange(2 * len(spots))).reshape(-1, 2)

    def blocks(a: int, b: int, c: int) -> bool:
        return bool(np.dot(points[a] - points[c], points[b] - points[c]) < 0)

    count = len(spots)
    expected = [
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if not any(blocks(a, b, c) for c in range(count) if c not in (a, b))
    ]
    assert gabriel(points) == expected


@pytest.mark.skipif(not ANTWERP.exists(), reason="the outlines of Antwerp are not on this machine")
def test_zurenborg_borders_on_its_real_neighbours() -> None:
    rows = check(read([ANTWERP]), today=date(2026, 11, 23)).tables.neighbourhoods
    names = {row.key: row.name for row in rows}
    found = {names[Key(a if b == "ANT25" else b)] for a, b in borders(rows) if "ANT25" in (a, b)}
    assert found == {
        "Centraal station", "Haringrode", "Stadspark", "Groenenhoek", "Oud-Berchem", "Extra muros",
        "Intra muros (zuid)",
    }  # fmt: skip
