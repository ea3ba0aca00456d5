"""No hidden count follows from what is shown, for whoever tries every table that would look the same."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from graph.network import Positions
from queries.figures import LEAST
from queries.protecting_ties import ToldTies, hidden_counts, told_ties

COUNTS = st.lists(st.integers(0, 8), min_size=2, max_size=3)


def seen(counts: tuple[int, ...]) -> tuple[int | None, ...]:
    return tuple(
        None if hidden else count for count, hidden in zip(counts, hidden_counts(counts), strict=True)
    )


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_every_hidden_count_may_be_two_numbers_also_for_who_knows_the_rule(counts: list[int]) -> None:
    shown = seen(tuple(counts))
    assert all(count is None or count >= LEAST for count in shown)
    alike = [
        other
        for other in product(range(sum(counts) + 1), repeat=len(counts))
        if sum(other) == sum(counts) and seen(other) == shown
    ]
    for at, count in enumerate(shown):
        # Where everything is hidden and all are equal the total says it, but then there are fewer than 5 of each.
        if count is None and len(set(counts)) > 1:
            assert len({other[at] for other in alike}) > 1


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert hidden_counts([5, 9, 100]) == (False, False, False)


def test_the_smallest_large_count_hides_the_small_one() -> None:
    assert hidden_counts([40, 3, 12, 12, 80]) == (False, True, True, True, False)


MOST = 9


def alike(mixing: Positions, elsewhere: int, shown: ToldTies) -> NDArray[np.int16]:
    """Every table that gives what is shown: its cells, then its sums, then ties elsewhere; hidden cells to MOST."""
    groups = len(mixing)
    rows, columns = np.triu_indices(groups)
    free = np.flatnonzero(~shown.pairs[rows, columns])
    tries = np.indices((MOST + 1,) * len(free), dtype=np.int16).reshape(len(free), -1)
    cells = np.repeat(mixing[rows, columns].astype(np.int16)[:, None], tries.shape[1], axis=1)
    cells[free] = tries
    beside = (rows != columns) & (
        (rows == np.arange(groups)[:, None]) | (columns == np.arange(groups)[:, None])
    )
    away = beside.astype(np.int16) @ cells
    rest = int(np.triu(mixing).sum()) + elsewhere - cells.sum(axis=0)
    outside = mixing.sum(axis=1) - np.diag(mixing)
    fits = (rest >= 0) & (away == outside[:, None])[shown.outside].all(axis=0)
    return np.vstack([cells, away, rest])[:, fits]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from([0, 1, 4, 5, 6]), min_size=6, max_size=6),
    st.sampled_from([0, 3, 9]),
    st.lists(st.sampled_from([True, True, True, False]), min_size=3, max_size=3),
    st.booleans(),
)
def test_every_small_count_of_ties_may_be_several_numbers(
    counts: list[int], elsewhere: int, marks: list[bool], elsewhere_told: bool
) -> None:
    mixing = np.zeros((3, 3), dtype=np.int64)
    mixing[np.triu_indices(3)] = counts
    mixing += np.triu(mixing, 1).T
    told = np.array(marks)
    shown = told_ties(mixing, elsewhere, told, elsewhere_told=elsewhere_told, index=False)
    assert not (shown.pairs & (mixing < LEAST)).any()
    assert not shown.pairs[~told].any()
    assert not shown.pairs[:, ~told].any()
    assert not shown.outside[~told].any()
    if not shown.pairs.any() and not shown.outside.any():
        return
    tables = alike(mixing, elsewhere, shown)
    outside = mixing.sum(axis=1) - np.diag(mixing)
    is_told = [*shown.pairs[np.triu_indices(3)], *shown.outside, elsewhere_told and elsewhere >= LEAST]
    is_small = [*(mixing[np.triu_indices(3)] < LEAST), *(outside < LEAST), True]
    for column, (known, small) in enumerate(zip(is_told, is_small, strict=True)):
        if small and not known:
            assert len(np.unique(tables[column])) > 1


def test_a_table_without_small_counts_is_told_whole() -> None:
    mixing = np.full((4, 4), 20)
    everybody = np.ones(4, dtype=np.bool_)
    shown = told_ties(mixing, 30, everybody, elsewhere_told=True, index=True)
    assert shown.pairs.all()
    assert shown.outside.all()


def test_one_small_count_hides_some_others_and_not_all() -> None:
    mixing = np.arange(36).reshape(6, 6) + 20
    mixing = np.triu(mixing) + np.triu(mixing, 1).T
    mixing[0, 1] = mixing[1, 0] = 2
    shown = told_ties(mixing, 30, np.ones(6, dtype=np.bool_), elsewhere_told=True, index=True)
    assert not shown.pairs[0, 1]
    assert 4 <= np.count_nonzero(~shown.pairs[np.triu_indices(6)]) <= 12
    assert shown.outside.sum() >= 5


def test_the_index_alone_leaves_open_how_many_ties_a_small_group_has() -> None:
    mixing = np.array([[3, 2], [2, 50]])
    shown = told_ties(mixing, 0, np.array([False, True]), elsewhere_told=False, index=True)
    assert not shown.pairs.any()
    assert not shown.outside.any()
