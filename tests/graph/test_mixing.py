"""Ties within and between groups, against networkx, counting by hand, and a table of Newman's."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.mixing import (
    attribute_assortativity,
    ei_by_group,
    ei_index,
    inside_outside,
    mixing_matrix,
)
from tests.graph.test_graphs import as_networkx
from tests.graph.test_structure import NODES, PAIRS, graph_of

LABELS = st.lists(st.integers(-1, 2), min_size=NODES, max_size=NODES)


@settings(max_examples=50, deadline=None)
@given(PAIRS, LABELS)
def test_a_mixing_matrix_counts_every_edge_once(pairs: list[tuple[int, int]], labels: list[int]) -> None:
    graph = graph_of(pairs)
    found = mixing_matrix(graph, np.array(labels), 3)
    assert (found == found.T).all()
    for a in range(3):
        for b in range(a, 3):
            edges = [{labels[u], labels[v]} for u, v in as_networkx(graph).edges]
            assert found[a, b] == edges.count({a, b})


@settings(max_examples=50, deadline=None)
@given(PAIRS, LABELS)
def test_the_ei_index_is_what_counting_gives(pairs: list[tuple[int, int]], labels: list[int]) -> None:
    graph = graph_of(pairs)
    mixing = mixing_matrix(graph, np.array(labels), 3)
    edges = [(labels[u], labels[v]) for u, v in as_networkx(graph).edges if min(labels[u], labels[v]) >= 0]

    def index(of: list[tuple[int, int]]) -> float:
        within = sum(a == b for a, b in of)
        return (len(of) - 2 * within) / len(of) if of else math.nan

    assert float(ei_index(mixing)) == pytest.approx(index(edges), nan_ok=True)
    expected = [index([edge for edge in edges if group in edge]) for group in range(3)]
    assert ei_by_group(mixing).tolist() == pytest.approx(expected, nan_ok=True)
    inside, outside = inside_outside(mixing)
    assert inside.tolist() == [edges.count((group, group)) for group in range(3)]
    assert outside.tolist() == [sum(a != b and group in (a, b) for a, b in edges) for group in range(3)]


@settings(max_examples=50, deadline=None)
@given(PAIRS, st.lists(st.integers(0, 2), min_size=NODES, max_size=NODES))
def test_attribute_assortativity_is_that_of_networkx(pairs: list[tuple[int, int]], labels: list[int]) -> None:
    graph = graph_of(pairs)
    whole = as_networkx(graph)
    nx.set_node_attributes(whole, dict(enumerate(labels)), "group")
    found = float(attribute_assortativity(mixing_matrix(graph, np.array(labels), 3)))
    if len({labels[node] for edge in whole.edges for node in edge}) < 2:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(nx.attribute_assortativity_coefficient(whole, "group"))


def test_couples_in_san_francisco_mix_as_newman_says() -> None:
    # Newman 2003, table I, of couples by race, made symmetric.
    table = np.array(
        [
            [0.258, 0.016, 0.035, 0.013],
            [0.012, 0.157, 0.058, 0.019],
            [0.013, 0.023, 0.306, 0.035],
            [0.005, 0.007, 0.024, 0.016],
        ]
    )
    # A share of couples within a group is once on the diagonal, one between groups in both entries.
    mixing = table + table.T - np.diag(np.diag(table))
    assert float(attribute_assortativity(mixing)) == pytest.approx(0.621, abs=0.005)


def test_many_matrices_are_measured_at_once() -> None:
    many = np.array([[[3, 1], [1, 0]], [[0, 2], [2, 0]], [[0, 0], [0, 0]]])
    assert ei_index(many).tolist() == pytest.approx([-0.5, 1.0, math.nan], nan_ok=True)
    assert ei_by_group(many).shape == (3, 2)
