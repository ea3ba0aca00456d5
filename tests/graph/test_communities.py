"""Communities, their modularity and their agreement, against networkx and sums over counted tables."""

from collections import Counter
from math import log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.communities import Communities, communities, modularity, nmi, numbered, stability
from graph.analytics.graphs import Graph
from graph.network import Positions
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns

LABELS = st.lists(st.integers(0, 3), min_size=SIZE, max_size=SIZE)


def planted(groups: int, size: int, mixing: float, seed: int) -> tuple[Graph, Positions]:
    """Eight ties a person, of which a share `mixing` lead anywhere and the others stay in the group."""
    random = np.random.default_rng(seed)
    people = groups * size
    start = np.repeat(np.arange(people), 4)
    at_home = start // size * size + random.integers(0, size, len(start))
    anywhere = random.integers(0, people, len(start))
    end = np.where(random.random(len(start)) < mixing, anywhere, at_home)
    weight = random.uniform(0.2, 1.0, len(start))
    return Graph.of(people, start, end, weight), np.arange(people) // size


def sets(member: Positions) -> list[set[int]]:
    return [set(np.flatnonzero(member == label).tolist()) for label in np.unique(member)]


@given(PAIRS, LABELS, st.sampled_from([0.5, 1.0, 2.0]))
def test_modularity_is_that_of_networkx(
    pairs: list[tuple[int, int, int]], labels: list[int], resolution: float
) -> None:
    graph, member = Graph.of(SIZE, *columns(pairs)), np.array(labels)
    found = modularity(graph, member, resolution)
    if not graph.edges:
        assert found == 0.0
        return
    oracle = nx.community.modularity(as_networkx(graph), sets(member), resolution=resolution)
    assert found == pytest.approx(oracle, abs=1e-12)


@given(PAIRS, st.integers(0, 3))
@settings(deadline=None)
def test_every_community_hangs_together_and_who_has_no_tie_is_alone(
    pairs: list[tuple[int, int, int]], seed: int
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    whole = as_networkx(graph)
    found = communities(graph, seed)
    for members in sets(found.member):
        assert nx.is_connected(nx.Graph(whole.subgraph(members)))
    assert found.modularity == modularity(graph, found.member)


@given(PAIRS, st.integers(0, 3))
@settings(deadline=None)
def test_no_division_at_random_is_better_than_what_is_found(
    pairs: list[tuple[int, int, int]], seed: int
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    found = communities(graph, seed, trials=5)
    for labels in np.random.default_rng(0).integers(0, 3, (50, SIZE)):
        assert modularity(graph, labels) <= found.modularity + 1e-9


def test_communities_are_numbered_by_size_and_among_equals_by_their_smallest_member() -> None:
    assert numbered(np.array([7, 2, 2, 9, 9, 4, -1])).tolist() == [2, 0, 0, 1, 1, 3, -1]
    graph, _ = planted(6, 30, 0.1, seed=1)
    size = communities(graph).size
    assert size.tolist() == sorted(size.tolist(), reverse=True)


def test_planted_groups_are_found() -> None:
    graph, truth = planted(10, 40, 0.1, seed=2)
    assert nmi(communities(graph).member, truth) == pytest.approx(1.0)


def test_modularity_is_no_lower_than_networkx_finds_by_louvain() -> None:
    graph, _ = planted(10, 40, 0.4, seed=3)
    theirs = [
        modularity(graph, member_of(nx.community.louvain_communities(as_networkx(graph), seed=seed)))
        for seed in range(3)
    ]
    assert communities(graph).modularity >= max(theirs) - 0.005


def member_of(groups: list[set[int]]) -> Positions:
    member = np.zeros(sum(map(len, groups)), dtype=np.int64)
    for label, group in enumerate(groups):
        member[list(group)] = label
    return member


def test_a_higher_resolution_makes_more_communities() -> None:
    graph, _ = planted(10, 40, 0.3, seed=4)
    assert len(communities(graph, resolution=4.0).size) > len(communities(graph, resolution=0.3).size)


def test_the_same_seed_gives_the_same_communities() -> None:
    graph, _ = planted(10, 40, 0.6, seed=5)
    one, other = communities(graph, 8, trials=2), communities(graph, 8, trials=2)
    assert one.member.tolist() == other.member.tolist()
    assert one.member.tolist() != communities(graph, 9, trials=2).member.tolist()


def test_more_starts_are_never_worse() -> None:
    graph, _ = planted(10, 40, 0.6, seed=6)
    one, five = communities(graph, 1, trials=1), communities(graph, 1, trials=5)
    assert five.modularity >= one.modularity


def test_a_graph_without_edges_or_people_is_divided_too() -> None:
    none = np.zeros(0, dtype=np.int64)
    assert communities(Graph.of(0, none, none)).member.tolist() == []
    assert communities(Graph.of(3, none, none)).member.tolist() == [0, 1, 2]


@pytest.mark.parametrize(("resolution", "trials"), [(0.0, 1), (float("nan"), 1), (1.0, 0)])
def test_a_resolution_or_number_of_starts_that_means_nothing_is_refused(
    resolution: float, trials: int
) -> None:
    graph, _ = planted(2, 5, 0.1, seed=7)
    with pytest.raises(ValueError, match="Resolution"):
        communities(graph, resolution=resolution, trials=trials)


def counted_nmi(one: list[int], other: list[int]) -> float:
    both, left, right, n = Counter(zip(one, other, strict=True)), Counter(one), Counter(other), len(one)
    mutual = sum(c / n * log(c * n / (left[a] * right[b])) for (a, b), c in both.items())
    entropy = -sum(c / n * log(c / n) for c in (*left.values(), *right.values()))
    return 2 * mutual / entropy if entropy else 1.0


@given(LABELS, LABELS)
def test_nmi_is_that_of_the_counted_table(one: list[int], other: list[int]) -> None:
    assert nmi(np.array(one), np.array(other)) == pytest.approx(counted_nmi(one, other), abs=1e-12)


def test_clear_groups_are_stable_and_chance_is_not() -> None:
    clear, _ = planted(10, 40, 0.1, seed=8)
    chance, _ = planted(10, 40, 1.0, seed=8)
    assert stability(clear, range(3)).mean == pytest.approx(1.0)
    shaky = stability(chance, range(3))
    assert shaky.pairs == 3
    assert shaky.least <= shaky.mean < 0.6


def test_who_has_no_tie_does_not_flatter_stability() -> None:
    graph, _ = planted(6, 30, 0.7, seed=9)
    start, end, weight = graph.pairs
    padded = Graph.of(graph.nodes + 500, start, end, weight)
    assert stability(padded, range(3)) == stability(graph, range(3))


def test_stability_of_one_seed_means_nothing() -> None:
    with pytest.raises(ValueError, match="two seeds"):
        stability(planted(2, 5, 0.1, seed=1)[0], [1])


def test_progress_goes_up_to_one_and_can_stop_the_work() -> None:
    graph, _ = planted(3, 10, 0.1, seed=1)
    told: list[float] = []
    communities(graph, trials=4, progress=told.append)
    assert told == [0.25, 0.5, 0.75, 1.0]

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stability(graph, progress=stop)


def test_sizes_count_the_members() -> None:
    assert Communities(np.array([0, 0, 1, 0]), 0.0).size.tolist() == [3, 1]
