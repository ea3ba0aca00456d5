"""What is told of a table with known margins gives no count of few away, by an audit that knows linear algebra."""

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.network import Mask, Positions
from queries.figures import LEAST
from queries.protecting import bridges, is_few, tellable


def drawn(seed: int, rows: int, columns: int, most: int) -> Positions:
    return np.random.default_rng(seed).integers(0, most, (rows, columns))


TABLES = st.builds(
    drawn, st.integers(0, 10**6), st.integers(1, 6), st.integers(1, 6), st.sampled_from([4, 8, 15, 40])
)


def followed(table: Positions, told: Mask) -> set[tuple[int, int]]:
    """Return the hidden cells that follow from what is told and the margins: where the null space moves nothing."""
    hidden = np.argwhere(~told)
    lines = np.zeros((sum(table.shape), len(hidden)))
    for at, (row, column) in enumerate(hidden.tolist()):
        lines[row, at] = lines[table.shape[0] + column, at] = 1.0
    _, values, vectors = np.linalg.svd(lines)
    free = vectors[int((values > 1e-9).sum()) :]
    return {
        (row, column) for at, (row, column) in enumerate(hidden.tolist()) if np.allclose(free[:, at], 0.0)
    }


@settings(max_examples=150, deadline=None)
@given(table=TABLES, chosen=st.integers(0, 10**6))
def test_no_count_of_few_is_told_or_follows(table: Positions, chosen: int) -> None:
    may = np.random.default_rng(chosen).random(table.shape) < 0.9
    told = tellable(table, may)
    assert not (told & ~may).any()
    assert (table[told] >= LEAST).all()
    for axis in (0, 1):
        left = np.where(told, 0, table).sum(axis=axis)
        some = told.any(axis=axis)
        assert not any(is_few(int(count)) for count in left[some])
    for row, column in followed(table, told) if not told.all() else ():
        # Where nothing else of its lines is told, the margins themselves give it away.
        if is_few(int(table[row, column])):
            assert not told[row].any()
            assert not told[:, column].any()


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 10**6), rows=st.integers(1, 7), columns=st.integers(1, 7), share=st.floats(0.0, 1.0)
)
def test_bridges_are_those_of_networkx(seed: int, rows: int, columns: int, share: float) -> None:
    cells = np.random.default_rng(seed).random((rows, columns)) < share
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_edges_from((("r", row), ("c", column)) for row, column in np.argwhere(cells).tolist())
    expected = {frozenset(edge) for edge in nx.bridges(graph)} if graph.number_of_edges() else set()
    found = {frozenset({("r", row), ("c", column)}) for row, column in np.argwhere(bridges(cells)).tolist()}
    assert found == expected


def test_what_is_large_everywhere_is_told() -> None:
    assert tellable(np.full((3, 4), 7)).all()


def test_a_sum_that_would_give_a_few_away_costs_the_smallest_of_its_row() -> None:
    told = tellable(np.array([[3, 7, 10], [20, 30, 40], [50, 60, 70]]))
    assert told.tolist() == [[False, False, True], [False, False, True], [True, True, True]]
