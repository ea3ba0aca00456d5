"""What the benchmarks work out of their timings and answers."""

import sys
from dataclasses import dataclass

import numpy as np
import pytest

from bench.growth import exponents, line
from bench.memory import weight
from bench.others import Agreement
from graph.analytics.paths import Route


def test_a_cost_that_grows_as_the_people_do_has_exponent_one() -> None:
    assert exponents([10, 100, 1000], [2.0, 2.0, 20.0]) == pytest.approx([0.0, 1.0])


def test_a_row_says_from_where_the_cost_bends() -> None:
    assert line("path", [10, 100, 1000], [2.0, 2.0, 20.0]).endswith("| above 100 |")
    assert line("path", [10, 100, 1000], [2.0, 2.0, 2.0]).endswith("| nowhere here |")


def test_what_is_shared_weighs_once_and_a_view_as_much_as_what_it_looks_at() -> None:
    numbers = np.zeros(1000)
    seen: set[int] = set()
    alone = weight(numbers, seen)
    assert alone >= 8000
    assert weight([numbers, numbers], seen) == sys.getsizeof([numbers, numbers])
    assert weight(numbers[:2], set()) >= 8000


def test_fields_of_a_dataclass_with_slots_weigh_too() -> None:
    @dataclass(frozen=True, slots=True)
    class Held:
        text: str

    assert weight(Held("x" * 5000), set()) > 5000


def test_a_better_route_of_four_ties_than_ours_contradicts() -> None:
    said = Agreement()
    said.add([Route((0, 1, 2), 0.3)], [(0, 3, 2)], [0.4])
    said.add([Route((0, 1, 2), 0.3)], [], [])
    said.add([Route((0, 1, 2), 0.3)], [(0, 3, 2)], [0.2])
    assert (said.asked, said.wrong) == (3, 3)


def test_a_longer_route_is_another_answer_and_no_contradiction() -> None:
    said = Agreement()
    said.add([Route((0, 1, 2), 0.3)], [(0, 3, 4, 5, 6, 2), (0, 7, 2)], [0.4, 0.35])
    said.add([Route((0, 1, 2), 0.3)], [(0, 1, 2), (0, 3, 4, 5, 6, 2)], [0.3, 0.1])
    said.add([], [(0, 1, 2)], [0.005])
    assert (said.longer, said.compared, said.wrong) == (2, 1, 0)
