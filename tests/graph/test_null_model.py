"""Graphs drawn at random keep degrees and are as likely as each other, against all graphs with these degrees."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from graph.analytics.graphs import Graph
from graph.analytics.mixing import ei_index, mixing_matrix, mixing_of
from graph.analytics.null_model import expected_mixing, middle, null_graphs, null_mixing
from graph.network import Positions
from tests.graph.test_structure import graph_of, random_graph

Edges = frozenset[tuple[int, int]]


def edges_of(start: Positions, end: Positions) -> Edges:
    return frozenset((min(u, v), max(u, v)) for u, v in zip(start.tolist(), end.tolist(), strict=True))


def with_degrees(degrees: tuple[int, ...], first: int = 0) -> Iterator[Edges]:
    """Every simple graph with these degrees: choose the neighbours of one node after another."""
    if first == len(degrees):
        yield frozenset()
        return
    others = [node for node in range(first + 1, len(degrees)) if degrees[node] > 0]
    for chosen in combinations(others, degrees[first]):
        left = tuple(degree - (node in chosen) for node, degree in enumerate(degrees))
        left = (*left[:first], 0, *left[first + 1 :])
        for rest in with_degrees(left, first + 1):
            yield rest | {(first, node) for node in chosen}


@pytest.mark.parametrize("seed", range(3))
def test_everybody_keeps_as_many_edges_and_no_edge_is_double_or_a_loop(seed: int) -> None:
    graph = random_graph(60, 150, seed)
    for made in null_graphs(graph, seed, draws=20):
        assert (made.start != made.end).all()
        assert len(edges_of(made.start, made.end)) == graph.edges
        ends = np.concatenate([made.start, made.end])
        assert (np.bincount(ends, minlength=graph.nodes) == graph.degree).all()
        assert 0.2 < made.acceptance < 1.0


def test_every_graph_with_these_degrees_is_as_likely_as_any_other() -> None:
    graph = graph_of([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5)], 6)
    every = set(with_degrees(tuple(graph.degree.tolist())))
    assert edges_of(*graph.pairs[:2]) in every
    draws = 2500
    found = Counter(edges_of(made.start, made.end) for made in null_graphs(graph, 5, draws, 50, 8))
    assert set(found) == every
    expected = draws / len(every)
    surprise = sum((count - expected) ** 2 / expected for count in found.values())
    # Chi-square: its mean is the degrees of freedom, its variance twice that.
    free = len(every) - 1
    assert surprise < free + 4 * (2 * free) ** 0.5


def test_two_edges_alone_swap_too() -> None:
    graph = graph_of([(0, 1), (2, 3)], 4)
    found = Counter(edges_of(made.start, made.end) for made in null_graphs(graph, 1, 600))
    assert len(found) == 3
    assert min(found.values()) > 120


def test_mixing_by_chance_is_its_mean_over_all_graphs_with_these_degrees() -> None:
    graph = graph_of([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4), (4, 5), (1, 6)], 7)
    group = np.array([0, 0, 1, 1, 0, 1, -1])
    every = [
        mixing_matrix(graph_of(sorted(edges), 7), group, 2)
        for edges in with_degrees(tuple(graph.degree.tolist()))
    ]
    assert len(every) > 50
    found = [mixing_of(group[made.start], group[made.end], 2) for made in null_graphs(graph, 3, 2500, 50, 8)]
    # Draws eight rounds apart are all but independent: four standard errors.
    error = np.std(every, axis=0) / 2500**0.5
    assert (abs(np.mean(found, axis=0) - np.mean(every, axis=0)) < 4 * error).all()
    assert np.std(found, axis=0) == pytest.approx(np.std(every, axis=0), abs=0.05)


def test_what_was_there_is_forgotten_before_the_first_draw() -> None:
    random = np.random.default_rng(2)
    group = np.repeat([0, 1], 200)
    start = np.repeat(np.arange(400), 4)
    graph = Graph.of(400, start, start // 200 * 200 + random.integers(0, 200, len(start)))
    assert ei_index(mixing_matrix(graph, group, 2)) == -1.0
    found = [ei_index(null_mixing(graph, group, 2, seed, draws=1).mixing) for seed in range(20)]
    assert np.mean(found) == pytest.approx(ei_index(expected_mixing(graph, group, 2)), abs=0.02)


def test_the_closed_form_is_the_mean_over_all_ways_to_join_the_ends() -> None:
    degrees, group = [3, 2, 2, 1], np.array([0, 0, 1, 1])
    graph = graph_of([(0, 1), (0, 2), (0, 3), (1, 2)], 4)
    assert graph.degree.tolist() == degrees
    stubs = [node for node, degree in enumerate(degrees) for _ in range(degree)]

    def matchings(left: list[int]) -> Iterator[list[tuple[int, int]]]:
        if not left:
            yield []
            return
        for at in range(1, len(left)):
            for rest in matchings(left[1:at] + left[at + 1 :]):
                yield [(left[0], left[at]), *rest]

    every = [
        [[pair.count((0, 0)), pair.count((0, 1))], [pair.count((0, 1)), pair.count((1, 1))]]
        for made in matchings(stubs)
        for pair in [[tuple(sorted((int(group[u]), int(group[v])))) for u, v in made]]
    ]
    assert len(every) == 105
    assert expected_mixing(graph, group, 2) == pytest.approx(np.mean(every, axis=0))


def test_the_same_seed_draws_the_same_and_another_one_something_else() -> None:
    graph, group = random_graph(50, 120, 1), np.arange(50) % 3
    first, again, other = (null_mixing(graph, group, 3, seed, draws=5).mixing for seed in (1, 1, 2))
    assert (first == again).all()
    assert (first != other).any()


def test_a_graph_without_a_swap_stays_as_it_is() -> None:
    for pairs in ([], [(0, 1)]):
        graph = graph_of(pairs, 3)
        made = list(null_graphs(graph, 0, draws=2))
        assert [edges_of(each.start, each.end) for each in made] == [frozenset(pairs)] * 2
        assert made[-1].acceptance == 0.0
    assert not expected_mixing(graph_of([], 3), np.zeros(3, dtype=np.int64), 2).any()


def test_the_middle_of_draws_leaves_one_in_forty_out_on_each_side() -> None:
    mean, low, high = middle(np.arange(201.0))
    assert (float(mean), float(low), float(high)) == pytest.approx((100.0, 5.0, 195.0))
