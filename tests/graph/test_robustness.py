"""Who may not fall away, and what is left when some stop, against networkx."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.graphs import Graph
from graph.analytics.robustness import (
    articulation,
    carried,
    crossing,
    edges_left,
    left_connected,
    when_first_stop,
)
from tests.graph.test_betweenness import line, skewed
from tests.graph.test_communities import planted
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns

STOPPED = st.lists(st.booleans(), min_size=SIZE, max_size=SIZE)


@given(PAIRS)
@settings(deadline=None)
def test_articulation_is_that_of_networkx(pairs: list[tuple[int, int, int]]) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    assert set(np.flatnonzero(articulation(graph)).tolist()) == set(
        nx.articulation_points(as_networkx(graph))
    )


@pytest.mark.parametrize("seed", range(5))
def test_it_is_so_in_larger_networks_too(seed: int) -> None:
    graph = skewed(800, 900, seed)
    found = set(np.flatnonzero(articulation(graph)).tolist())
    assert len(found) > 30
    assert found == set(nx.articulation_points(as_networkx(graph)))


def test_a_line_of_any_length_is_searched_without_recursion() -> None:
    assert np.count_nonzero(articulation(line(50_000))) == 49_998


@given(PAIRS, STOPPED)
@settings(deadline=None)
def test_pairs_left_are_those_that_still_have_a_route(
    pairs: list[tuple[int, int, int]], stopped: list[bool]
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    whole = as_networkx(graph)
    others = [node for node in range(SIZE) if not stopped[node]]
    without = whole.subgraph(others)
    before = [pair for pair in combinations(others, 2) if nx.has_path(whole, *pair)]
    after = [pair for pair in before if nx.has_path(without, *pair)]
    expected = len(after) / len(before) if before else float("nan")
    assert left_connected(graph, np.array(stopped)) == pytest.approx(expected, nan_ok=True)


@given(PAIRS, STOPPED, st.lists(st.integers(-1, 2), min_size=SIZE, max_size=SIZE))
@settings(deadline=None)
def test_edges_left_between_groups_are_those_of_nobody_who_stopped(
    pairs: list[tuple[int, int, int]], stopped: list[bool], group: list[int]
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    between = [(u, v) for u, v in as_networkx(graph).edges if -1 != group[u] != group[v] != -1]
    left = [pair for pair in between if not any(stopped[node] for node in pair)]
    found = edges_left(graph, np.array(stopped), crossing(graph, np.array(group)))
    assert found == pytest.approx(len(left) / len(between) if between else float("nan"), nan_ok=True)


@given(PAIRS, st.lists(st.booleans(), min_size=40, max_size=40))
@settings(deadline=None)
def test_edges_lean_on_those_with_most_of_them_until_these_have_more_than_half(
    pairs: list[tuple[int, int, int]], marks: list[bool]
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    among = np.array(marks[: graph.edges], dtype=np.bool_)
    edges = [
        (int(u), int(v)) for u, v, marked in zip(graph.pairs[0], graph.pairs[1], among, strict=True) if marked
    ]
    having = sorted(range(SIZE), key=lambda node: (-sum(node in edge for edge in edges), node))
    expected: list[int] = []
    while 2 * sum(not set(expected).isdisjoint(edge) for edge in edges) <= len(edges) and edges:
        expected.append(having[len(expected)])
    found = carried(graph, among)
    assert found.nodes.tolist() == expected
    assert (found.edges, found.every) == (
        sum(not set(expected).isdisjoint(edge) for edge in edges),
        len(edges),
    )


def test_steps_are_what_is_left_beside_as_many_at_random() -> None:
    graph, group = planted(6, 20, 0.05, 3)
    ranking = np.argsort(-graph.degree, kind="stable")
    found = when_first_stop(graph, ranking, group, [0, 1, 5, 20, 500], draws=30, seed=2)
    assert [step.stopped for step in found] == [1, 5, 20]
    for step in found:
        stopped = np.zeros(graph.nodes, dtype=np.bool_)
        stopped[ranking[: step.stopped]] = True
        assert step.connected == left_connected(graph, stopped)
        assert step.crossing == edges_left(graph, stopped, crossing(graph, group))
        assert step.connected_at_random.low <= step.connected_at_random.mean <= step.connected_at_random.high
    # Each of n edges' two ends stays with chance (n - k)(n - k - 1) / n (n - 1).
    expected = 100 * 99 / (120 * 119)
    assert found[-1].crossing_at_random.mean == pytest.approx(expected, abs=0.05)


@given(PAIRS, st.integers(0, 5))
@settings(deadline=None)
def test_at_random_goes_by_the_seed_alone(pairs: list[tuple[int, int, int]], seed: int) -> None:
    graph, group = Graph.of(SIZE, *columns(pairs)), np.array([0, 0, 1, 1, -1, 2])
    one, other = (when_first_stop(graph, np.arange(SIZE), group, [2], 5, seed) for _ in range(2))
    assert repr(one) == repr(other)


def test_a_star_without_its_middle_falls_apart_and_at_random_it_seldom_does() -> None:
    star = Graph.of(101, np.zeros(100, dtype=np.int64), np.arange(1, 101))
    (step,) = when_first_stop(star, np.array([0]), np.arange(101) % 2, [1], draws=40)
    assert step.connected == 0.0
    assert step.crossing == 0.0
    assert step.connected_at_random.mean > 0.9


def test_nothing_can_be_said_of_a_network_without_ties_or_people() -> None:
    nobody = Graph.of(0, *columns([]))
    assert when_first_stop(nobody, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), [1]) == ()
    assert articulation(nobody).tolist() == []
    (step,) = when_first_stop(Graph.of(3, *columns([])), np.arange(3), np.arange(3), [1], draws=2)
    assert np.isnan([step.connected, step.connected_at_random.mean, step.crossing]).all()


def test_progress_goes_up_to_one_and_can_stop_the_work() -> None:
    told: list[float] = []
    when_first_stop(line(5), np.arange(5), np.arange(5), [1], draws=4, progress=told.append)
    assert told == [0.25, 0.5, 0.75, 1.0]

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        when_first_stop(line(5), np.arange(5), np.arange(5), [1], progress=stop)
