"""Counts of themes and places against counting people one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.coverage import counts, gap, rolled_up

BROADER = np.array([-1, 0, 0, 1, 3])
ABOVE = np.array([-1, 0, 0, 1, 1, 2])
UNITS = st.lists(
    st.tuples(
        st.lists(st.integers(1, 4), max_size=3), st.lists(st.integers(1, 5), max_size=3), st.integers(1, 4)
    ),
    max_size=20,
)


def chain(at: int, parent: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> set[int]:
    return {at} | (chain(int(parent[at]), parent) if at else set())


@settings(max_examples=60, deadline=None)
@given(units=UNITS)
def test_every_unit_counts_once_in_each_cell_that_it_is_in(
    units: list[tuple[list[int], list[int], int]],
) -> None:
    themes = rolled_up([each for each, _, _ in units], BROADER)
    places = rolled_up([each for _, each, _ in units], ABOVE)
    amount = np.array([each for _, _, each in units], dtype=np.int64)
    found, weighed = counts(themes, places), counts(themes, places, amount)
    for row in range(len(BROADER)):
        for column in range(len(ABOVE)):
            there = [
                size
                for given_themes, given_places, size in units
                if (row == 0 or any(row in chain(each, BROADER) for each in given_themes))
                and (column == 0 or any(column in chain(each, ABOVE) for each in given_places))
            ]
            assert (found[row, column], weighed[row, column]) == (len(there), sum(there))


def test_a_gap_is_what_is_needed_beyond_who_is_there() -> None:
    assert gap(np.array([0, 3, 3, 5]), np.array([2, 3, 4, 1])).tolist() == [0, 0, 0, 4]


@pytest.mark.parametrize("parent", [[], [0], [-1, -1], [-1, 2, 0], [-1, 1]])
def test_a_tree_stands_with_what_is_above_first(parent: list[int]) -> None:
    with pytest.raises(ValueError, match="root"):
        rolled_up([], np.array(parent, dtype=np.int64))
