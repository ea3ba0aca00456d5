"""Gould and Fernandez's roles against all triples, and what to expect against all ways to deal groups out."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.brokerage import ROLES, brokerage
from graph.analytics.graphs import Graph
from graph.network import Positions
from tests.graph.test_betweenness import skewed
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns

GROUPS = st.lists(st.integers(-1, 2), min_size=SIZE, max_size=SIZE)


def by_hand(graph: Graph, group: list[int]) -> list[list[int]]:
    whole = as_networkx(graph)
    counts = [[0] * len(ROLES) for _ in range(graph.nodes)]
    for a, b, c in permutations(range(graph.nodes), 3):
        one, middle, other = group[a], group[b], group[c]
        if min(one, middle, other) < 0 or not (whole.has_edge(a, b) and whole.has_edge(b, c)):
            continue
        if whole.has_edge(a, c):
            continue
        if one == middle == other:
            role = "coordinator"
        elif middle == other:
            role = "gatekeeper"
        elif one == middle:
            role = "representative"
        elif one == other:
            role = "consultant"
        else:
            role = "liaison"
        counts[b][ROLES.index(role)] += 1
    return counts


@given(PAIRS, GROUPS)
@settings(deadline=None)
def test_roles_are_those_of_all_triples(pairs: list[tuple[int, int, int]], group: list[int]) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    assert brokerage(graph, np.array(group)).counts.tolist() == by_hand(graph, group)


def test_they_are_so_in_a_larger_network_too() -> None:
    graph = skewed(70, 400, 2)
    group = np.random.default_rng(1).integers(-1, 4, 70)
    assert brokerage(graph, group).counts.tolist() == by_hand(graph, group.tolist())


@given(PAIRS, GROUPS)
@settings(deadline=None)
def test_all_roles_together_are_all_pairs_of_contacts_that_do_not_know_each_other(
    pairs: list[tuple[int, int, int]], group: list[int]
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    known = np.array(group) >= 0
    # Walks of two steps between different nodes that have no edge.
    matrix = graph.unweighted.toarray() * np.outer(known, known)
    open_pairs = (matrix @ matrix) * (1 - matrix) * (1 - np.eye(SIZE))
    found = brokerage(graph, np.array(group))
    assert int(found.counts.sum()) == int(open_pairs.sum())
    assert (found.counts[:, 1] == found.counts[:, 2]).all()


@given(PAIRS, st.lists(st.integers(-1, 2), min_size=5, max_size=5))
@settings(max_examples=25, deadline=None)
def test_expected_is_the_mean_over_all_ways_to_deal_the_groups_out(
    pairs: list[tuple[int, int, int]], group: list[int]
) -> None:
    graph = Graph.of(5, *columns([(a % 5, b % 5, w) for a, b, w in pairs]))
    known = [node for node in range(5) if group[node] >= 0]
    total, ways = np.zeros((5, len(ROLES))), 0
    for dealt in permutations([group[node] for node in known]):
        labels = list(group)
        for node, label in zip(known, dealt, strict=True):
            labels[node] = label
        total += np.array(by_hand(graph, labels))
        ways += 1
    found = brokerage(graph, np.array(group))
    assert found.expected == pytest.approx(total / ways)
    assert found.chance.sum() == pytest.approx(1.0 if len(known) > 2 else 0.0)


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ([0, 0, 0], {"coordinator": 2}),
        ([1, 0, 0], {"gatekeeper": 1, "representative": 1}),
        ([1, 0, 1], {"consultant": 2}),
        ([1, 0, 2], {"liaison": 2}),
        ([1, -1, 2], {}),
    ],
)
def test_the_middle_of_a_line_of_three_has_one_role(groups: list[int], role: dict[str, int]) -> None:
    graph = Graph.of(3, np.array([0, 1]), np.array([1, 2]))
    counts: Positions = brokerage(graph, np.array(groups)).counts
    assert {name: count for name, count in zip(ROLES, counts[1].tolist(), strict=True) if count} == role
    assert not counts[[0, 2]].any()


def test_a_graph_without_anybody_has_no_roles() -> None:
    assert brokerage(Graph.of(0, *columns([])), np.zeros(0, dtype=np.int64)).counts.shape == (0, 5)
