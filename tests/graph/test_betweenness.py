"""Betweenness against networkx, and the error of the sampled one against what it truly is."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from graph.analytics.betweenness import BLOCK_ENTRIES, LEAST_BLOCK, betweenness
from graph.analytics.graphs import Graph
from graph.network import Floats
from tests.graph.test_communities import planted
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns


def theirs(graph: Graph) -> Floats:
    found: dict[int, float] = nx.betweenness_centrality(as_networkx(graph), normalized=True)
    return np.array([found[node] for node in range(graph.nodes)])


def skewed(nodes: int, edges: int, seed: int) -> Graph:
    """Pairs drawn so that some have very many edges, and some nodes none."""
    random = np.random.default_rng(seed)
    weight = random.pareto(1.5, nodes) + 0.05
    start, end = random.choice(nodes, (2, edges), p=weight / weight.sum())
    return Graph.of(nodes, start, end)


def line(nodes: int) -> Graph:
    return Graph.of(nodes, np.arange(nodes - 1), np.arange(1, nodes))


@given(PAIRS)
@settings(deadline=None)
def test_exact_betweenness_is_that_of_networkx(pairs: list[tuple[int, int, int]]) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    found = betweenness(graph)
    assert found.error is None
    assert found.value == pytest.approx(theirs(graph), abs=1e-12)


@pytest.mark.parametrize("seed", range(2))
def test_it_is_so_too_over_several_blocks_with_hubs_isolates_and_parts(seed: int) -> None:
    graph = skewed(500, 700, seed)
    assert graph.nodes > max(LEAST_BLOCK, BLOCK_ENTRIES // graph.nodes)
    assert (graph.degree == 0).any()
    found = betweenness(graph)
    assert found.sources == np.count_nonzero(graph.degree)
    assert found.value == pytest.approx(theirs(graph), abs=1e-12)


def test_the_middle_of_a_star_lies_on_every_route_and_the_middle_of_a_line_on_half() -> None:
    star = Graph.of(6, np.zeros(5, dtype=np.int64), np.arange(1, 6))
    assert betweenness(star).value == pytest.approx([1, 0, 0, 0, 0, 0])
    # Of a line of n, the node with i before it lies between i (n - 1 - i) of (n - 1) (n - 2) / 2 pairs.
    assert betweenness(line(301)).value == pytest.approx(
        [at * (300 - at) / (300 * 299 / 2) for at in range(301)]
    )


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_nobody_is_between_in_a_graph_of_two(nodes: int) -> None:
    assert (
        betweenness(line(nodes) if nodes == 2 else Graph.of(nodes, *columns([]))).value.tolist()
        == [0] * nodes
    )


def test_over_all_samples_the_estimate_is_right_and_as_far_off_as_its_error_says() -> None:
    graph = skewed(60, 90, 4)
    exact, drawn = betweenness(graph).value, 12
    found = [betweenness(graph, drawn, seed) for seed in range(1500)]
    values = np.array([each.value for each in found])
    errors = np.array([each.error for each in found])
    true = values.std(axis=0)
    high = np.argsort(-exact)[:12]
    assert abs(values.mean(axis=0) - exact)[high] == pytest.approx(0, abs=float(4 * true.max() / 1500**0.5))
    assert np.sqrt(np.square(errors).mean(axis=0))[high] == pytest.approx(true[high], rel=0.1)


def test_intervals_of_those_who_rank_high_cover_the_exact_value_about_as_often_as_they_say() -> None:
    graph = planted(8, 50, 0.3, 1)[0]
    exact = betweenness(graph).value
    high = np.argsort(-exact)[:40]
    covered: list[float] = []
    for seed in range(40):
        found = betweenness(graph, 120, seed)
        assert found.error is not None
        covered.append(float((abs(found.value - exact) <= 1.96 * found.error)[high].mean()))
    assert 0.90 < np.mean(covered) < 0.98


def test_the_error_falls_with_more_pivots_and_is_gone_with_all() -> None:
    graph = planted(6, 30, 0.3, 2)[0]
    tied = int(np.count_nonzero(graph.degree))
    mean = []
    for drawn in (20, 80, tied - 1):
        error = betweenness(graph, drawn).error
        assert error is not None
        mean.append(error.mean())
    assert mean[0] > 1.9 * mean[1] > mean[2]
    # With all but one drawn, the correction for a finite population leaves nearly nothing.
    assert mean[2] < 0.1 * mean[1]
    assert betweenness(graph, tied).error is None


def test_the_same_seed_draws_the_same() -> None:
    graph = skewed(300, 900, 5)
    one, same, other = (betweenness(graph, 30, seed).value.tolist() for seed in (1, 1, 2))
    assert one == same != other


def test_fewer_than_two_pivots_have_no_error_and_are_refused() -> None:
    with pytest.raises(ValueError, match="2 pivots"):
        betweenness(line(5), 1)


def test_progress_goes_up_to_one_and_can_stop_the_work() -> None:
    told: list[float] = []
    betweenness(skewed(700, 900, 1), progress=told.append)
    assert told == sorted(told)
    assert len(told) > 1
    assert told[-1] == 1.0

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        betweenness(line(5), progress=stop)
