"""The vertex bootstrap against a plain one that builds every network, and against networks whose truth is known."""

import math

import numpy as np
import pytest

from graph.analytics.bootstrap import Resampled, bounds, vertex_bootstrap
from graph.analytics.mixing import ei_index, mixing_of
from graph.network import Floats, Positions
from tests.graph.test_structure import random_graph


def built(
    nodes: int, start: Positions, end: Positions, group: Positions, kind: Positions, replicates: int
) -> Resampled:
    """As Snijders and Borgatti say it: a matrix of ties, people drawn, and a pair picked for each copy."""
    random = np.random.default_rng(99)
    tie = np.full((nodes, nodes), -1)
    tie[start, end] = tie[end, start] = kind
    pairs = [(i, j) for i in range(nodes) for j in range(i)]
    people = np.zeros((replicates, 2), dtype=np.int64)
    ties = np.zeros((replicates, 2, 2, 2), dtype=np.int64)
    for replicate in range(replicates):
        drawn = random.integers(0, nodes, nodes)
        people[replicate] = np.bincount(group[drawn], minlength=2)
        for i in range(nodes):
            for j in range(i):
                u, v = int(drawn[i]), int(drawn[j])
                a, b = int(group[u]), int(group[v])
                if u == v:
                    u, v = pairs[random.integers(len(pairs))]
                if tie[u, v] >= 0:
                    ties[replicate, tie[u, v], a, b] += 1
                    if a != b:
                        ties[replicate, tie[u, v], b, a] += 1
    return Resampled(people, ties)


def test_counts_are_spread_as_those_of_networks_that_are_built() -> None:
    graph = random_graph(14, 40, 6)
    start, end, _ = graph.pairs
    group = np.arange(14) % 3 // 2
    kind = np.arange(graph.edges) % 2
    slow = built(14, start, end, group, kind, 1500)
    quick = vertex_bootstrap(start, end, group, 2, kind, 2, seed=1, replicates=6000)
    for one, other in ((quick.people, slow.people), (quick.ties, slow.ties)):
        spread = other.std(axis=0)
        # Five standard errors of the difference of the means; the spread itself to a tenth.
        assert (abs(one.mean(axis=0) - other.mean(axis=0)) < 5 * spread * (1 / 1500 + 1 / 6000) ** 0.5).all()
        assert one.std(axis=0) == pytest.approx(spread, rel=0.1)
    assert (quick.ties == quick.ties.swapaxes(-1, -2)).all()


def test_ties_are_on_average_as_many_as_there_are() -> None:
    graph = random_graph(60, 200, 1)
    start, end, _ = graph.pairs
    found = vertex_bootstrap(start, end, np.zeros(60, dtype=np.int64), 1, replicates=4000)
    assert (found.people == 60).all()
    assert found.ties.mean() == pytest.approx(graph.edges, rel=0.02)


def drawn_network(random: np.random.Generator, nodes: int) -> tuple[Positions, Positions, Positions]:
    """Two groups of a larger town; who seeks company has more ties, and other groups are sought half as much."""
    group = (random.random(nodes) < 0.4).astype(np.int64)
    seeking = random.gamma(2.0, 0.5, nodes)
    start, end = np.triu_indices(nodes, 1)
    chance = 0.12 * seeking[start] * seeking[end] * np.where(group[start] == group[end], 1.0, 0.5)
    there = random.random(len(start)) < np.minimum(chance, 1.0)
    return start[there], end[there], group


def measured(start: Positions, end: Positions, group: Positions) -> tuple[float, float]:
    nodes = len(group)
    return float(ei_index(mixing_of(group[start], group[end], 2))), 2 * len(start) / nodes


def test_bounds_hold_the_truth_at_least_as_often_as_they_say_and_are_not_twice_too_wide() -> None:
    random, networks = np.random.default_rng(8), 120
    found = [drawn_network(random, 100) for _ in range(networks)]
    truth = np.mean([measured(*drawn_network(random, 100)) for _ in range(400)], axis=0)
    held, width = np.zeros(2), np.zeros(2)
    for at, (start, end, group) in enumerate(found):
        counts = vertex_bootstrap(start, end, group, 2, seed=at, replicates=200)
        total = np.triu(counts.ties[:, 0]).sum(axis=(1, 2))
        figures: list[Floats] = [ei_index(counts.ties[:, 0]), 2 * total / 100]
        for figure, values in enumerate(figures):
            low, high = bounds(values) or (math.nan, math.nan)
            held[figure] += low <= truth[figure] <= high
            width[figure] += (high - low) / networks
    assert (held >= 0.9 * networks).all()
    spread = np.std([measured(*each) for each in found], axis=0)
    assert (width < 2 * 3.92 * spread).all()
    assert (held < networks).any()


def test_the_same_seed_draws_the_same() -> None:
    start, end, _ = random_graph(20, 40, 1).pairs
    group = np.arange(20) % 2
    first, again, other = (
        vertex_bootstrap(start, end, group, 2, seed=seed, replicates=9) for seed in (1, 1, 2)
    )
    assert (first.ties == again.ties).all()
    assert (first.ties != other.ties).any()


@pytest.mark.parametrize("nodes", [0, 1, 3])
def test_without_ties_there_are_none_in_any_network_drawn(nodes: int) -> None:
    nothing = np.zeros(0, dtype=np.int64)
    found = vertex_bootstrap(nothing, nothing, np.zeros(nodes, dtype=np.int64), 1, replicates=5)
    assert not found.ties.any()
    assert (found.people == nodes).all()


def test_bounds_pass_over_what_is_not_defined() -> None:
    assert bounds(np.array([math.nan] * 3)) is None
    assert bounds(np.array([math.nan, *np.arange(41.0)])) == pytest.approx((1.0, 39.0))
