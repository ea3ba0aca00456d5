"""Parts, steps, cores, triangles and who knows whom by degree, against networkx."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.graphs import Graph
from graph.analytics.structure import (
    components,
    core_numbers,
    degree_assortativity,
    density,
    path_length,
    reciprocity,
    rings,
    transitivity,
    triangles,
)
from tests.graph.test_graphs import as_networkx

NODES = 9
PAIRS = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=24)


def graph_of(pairs: list[tuple[int, int]], nodes: int = NODES) -> Graph:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Graph.of(nodes, table[:, 0], table[:, 1])


def random_graph(nodes: int, edges: int, seed: int) -> Graph:
    random = np.random.default_rng(seed)
    # Some are picked far oftener, so that degrees differ.
    start = (nodes * random.random(edges) ** 2).astype(np.int64)
    return Graph.of(nodes, start, random.integers(0, nodes, edges))


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_components_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(pairs)
    found = components(graph)
    expected = sorted((len(each) for each in nx.connected_components(as_networkx(graph))), reverse=True)
    assert found.sizes.tolist() == expected
    assert found.largest_share == expected[0] / NODES
    start, end, _ = graph.pairs
    assert (found.member[start] == found.member[end]).all()


def mean_distance(graph: Graph) -> float:
    found = [
        steps
        for source, reached in nx.all_pairs_shortest_path_length(as_networkx(graph))
        for target, steps in reached.items()
        if source != target
    ]
    return sum(found) / len(found) if found else math.nan


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_the_mean_path_length_is_that_over_all_pairs_that_have_a_path(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(pairs)
    found = path_length(graph)
    assert found.mean == pytest.approx(mean_distance(graph), nan_ok=True)
    assert found.error == 0.0


def test_a_walk_from_more_sources_than_a_word_has_bits_finds_every_distance() -> None:
    graph = random_graph(150, 260, 4)
    sources = np.random.default_rng(1).permutation(150)[:131]
    found = np.full((150, len(sources)), -1)
    found[sources, np.arange(len(sources))] = 0
    for distance, new in rings(graph, sources):
        for node, of in np.ndindex(found.shape):
            if int(new[of // 64, node]) >> (of % 64) & 1:
                assert found[node, of] == -1
                found[node, of] = distance
    whole = as_networkx(graph)
    for of, source in enumerate(sources.tolist()):
        reached = nx.single_source_shortest_path_length(whole, source)
        assert found[:, of].tolist() == [reached.get(node, -1) for node in range(150)]


def test_a_path_length_from_more_sources_than_go_together_is_exact() -> None:
    graph = random_graph(400, 900, 2)
    assert path_length(graph).mean == pytest.approx(mean_distance(graph))


def test_a_sampled_path_length_lies_within_its_error_as_often_as_it_says() -> None:
    graph = random_graph(600, 1800, 3)
    exact = path_length(graph).mean
    found = [path_length(graph, seed, exact=1, sources=40) for seed in range(80)]
    assert {each.sources for each in found} == {40}
    inside = sum(abs(each.mean - exact) <= 1.96 * each.error for each in found)
    assert 0.85 * 80 <= inside < 80
    assert np.mean([each.mean for each in found]) == pytest.approx(exact, abs=0.01)


def test_a_sample_is_the_same_for_the_same_seed_only() -> None:
    graph = random_graph(300, 700, 5)
    first, again, other = (path_length(graph, seed, exact=1, sources=30) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_path_length_from_no_sources_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        path_length(graph_of([(0, 1)]), sources=0)


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_core_numbers_are_those_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(pairs)
    expected = nx.core_number(as_networkx(graph))
    assert core_numbers(graph).tolist() == [expected[node] for node in range(NODES)]


@pytest.mark.parametrize("seed", range(3))
def test_core_numbers_of_a_larger_graph_are_those_of_networkx(seed: int) -> None:
    graph = random_graph(300, 2500, seed)
    expected = nx.core_number(as_networkx(graph))
    assert core_numbers(graph).tolist() == [expected[node] for node in range(300)]


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_transitivity_is_that_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(pairs)
    whole = as_networkx(graph)
    found = transitivity(graph)
    if all(degree < 2 for _, degree in whole.degree()):
        assert math.isnan(found)
    else:
        assert found == pytest.approx(nx.transitivity(whole))


def test_triangles_are_counted_the_same_in_many_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = random_graph(200, 2000, 1)
    whole = as_networkx(graph)
    expected = sum(1 for clique in nx.enumerate_all_cliques(whole) if len(clique) == 3)
    assert triangles(graph) == expected > 0
    shares: list[float] = []
    monkeypatch.setattr("graph.analytics.structure.WEDGES", 50)
    assert triangles(graph, shares.append) == expected
    assert len(shares) > 10
    assert shares[-1] == 1.0


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_density_is_that_of_networkx(pairs: list[tuple[int, int]]) -> None:
    graph = graph_of(pairs)
    assert density(graph) == pytest.approx(nx.density(as_networkx(graph)))


@pytest.mark.parametrize("seed", range(5))
def test_degree_assortativity_is_that_of_networkx(seed: int) -> None:
    graph = random_graph(80, 200, seed)
    expected = nx.degree_pearson_correlation_coefficient(as_networkx(graph))
    assert degree_assortativity(graph) == pytest.approx(expected)


def test_degree_assortativity_is_minus_one_in_a_star_and_nothing_in_a_ring() -> None:
    star = graph_of([(0, each) for each in range(1, 6)])
    ring = graph_of([(each, (each + 1) % NODES) for each in range(NODES)])
    assert degree_assortativity(star) == -1.0
    assert math.isnan(degree_assortativity(ring))


@settings(max_examples=50, deadline=None)
@given(PAIRS)
def test_reciprocity_is_that_of_networkx(pairs: list[tuple[int, int]]) -> None:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    whole: nx.DiGraph[int] = nx.DiGraph([pair for pair in pairs if pair[0] != pair[1]])
    found = reciprocity(NODES, table[:, 0], table[:, 1])
    if not whole.number_of_edges():
        assert math.isnan(found)
    else:
        assert found == pytest.approx(nx.overall_reciprocity(whole))


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1))
def test_measures_of_nobody_are_not_defined(nodes: int) -> None:
    graph = graph_of([], nodes)
    assert all(math.isnan(measure(graph)) for measure in (density, transitivity, degree_assortativity))
    assert math.isnan(path_length(graph).mean)
    assert len(core_numbers(graph)) == len(components(graph).sizes) == nodes
