"""No small count of ties of communities follows from what is told, for whoever tries all whole numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from graph.network import Floats, Mask, Positions
from queries.figures import LEAST
from queries.protecting import is_few
from queries.protecting_between import protected


def symmetric(size: int, counts: list[int], *, elsewhere: bool) -> Positions:
    table = np.zeros((size, size), dtype=np.int64)
    table[np.triu_indices(size)] = counts[: size * (size + 1) // 2]
    # A community of five hangs together.
    table[np.arange(size - 1), np.arange(size - 1)] += 4
    if not elsewhere:
        table[:, -1] = 0
    return table + np.triu(table, 1).T


def leading_out(of: int, cells: list[tuple[int, int]]) -> Floats:
    return np.array([float(of in cell and cell[0] != cell[1]) for cell in cells])


def reach(
    aim: Floats, table: Positions, cells: list[tuple[int, int]], told: Mask, outside: Mask
) -> tuple[int, int]:
    """Return the least and the most that a sum of counts can be for who is told the others."""
    sums, values = [np.ones(len(cells))], [int(np.triu(table).sum())]
    for at, cell in enumerate(cells):
        if told[cell]:
            sums.append(np.eye(len(cells))[at])
            values.append(int(table[cell]))
    for row in np.flatnonzero(outside).tolist():
        sums.append(leading_out(row, cells))
        values.append(int(table[row].sum() - table[row, row]))
    ends: list[int] = []
    for sign in (1.0, -1.0):
        found = milp(
            sign * aim,
            constraints=[LinearConstraint(np.array(sums), values, values)],
            integrality=np.ones(len(cells), dtype=np.int64),
            bounds=Bounds(0, values[0]),
        )
        assert found.status == 0, found.message
        ends.append(round(sign * found.fun))
    return ends[0], ends[1]


@settings(max_examples=40, deadline=None)
@given(
    size=st.integers(3, 5),
    counts=st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 7, 12, 40]), min_size=15, max_size=15),
    elsewhere=st.booleans(),
)
def test_no_small_count_of_ties_follows_from_the_others(
    size: int, counts: list[int], elsewhere: bool
) -> None:
    table = symmetric(size, counts, elsewhere=elsewhere)
    told, outside = protected(table, elsewhere=elsewhere)
    assert (table[told] >= LEAST).all()
    assert not told[-1].any()
    assert not outside[-1]
    assert (told == told.T).all()
    cells = [(a, b) for a in range(size) for b in range(a, size) if elsewhere or b < size - 1]
    if not told.any() and not outside.any():
        return
    aims = [(int(table[cell]), np.eye(len(cells))[at]) for at, cell in enumerate(cells) if not told[cell]]
    aims += [
        (int(table[row].sum() - table[row, row]), leading_out(row, cells))
        for row in range(size)
        if not outside[row]
    ]
    for count, aim in aims:
        least, most = reach(aim, table, cells, told, outside)
        assert not is_few(count) or least < most


def test_a_hidden_triangle_would_follow_from_three_sums() -> None:
    table = symmetric(4, [20, 1, 2, 0, 20, 9, 0, 20, 0, 0], elsewhere=False)
    told, outside = protected(table, elsewhere=False)
    assert not (outside[:3].all() and not told[0, 1] and not told[1, 2] and not told[0, 2])


@pytest.mark.parametrize("elsewhere", [True, False])
def test_what_is_large_everywhere_is_told(elsewhere: bool) -> None:
    table = symmetric(4, [30] * 10, elsewhere=elsewhere)
    told, outside = protected(table, elsewhere=elsewhere)
    assert told[:3, :3].all()
    assert outside[:3].all()
