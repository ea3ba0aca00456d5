"""Constraint and effective size against networkx."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.graphs import Graph
from graph.analytics.holes import holes
from tests.graph.test_betweenness import skewed
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns


@given(PAIRS, st.booleans())
@settings(deadline=None)
def test_they_are_those_of_networkx_with_weights_and_without(
    pairs: list[tuple[int, int, int]], weighted: bool
) -> None:
    start, end, strength = columns(pairs)
    graph = Graph.of(SIZE, start, end, strength if weighted else None)
    found, whole = holes(graph), as_networkx(graph)
    if not graph.edges:
        assert np.isnan(found.constraint).all()
        return
    weight = "weight" if weighted else None
    constraint = nx.constraint(whole, nodes=list(whole), weight=weight)
    effective = nx.effective_size(whole, nodes=list(whole), weight=weight)
    for node in whole:
        assert found.constraint[node] == pytest.approx(constraint[node], nan_ok=True)
        assert found.effective_size[node] == pytest.approx(effective[node], nan_ok=True)


def test_they_are_so_in_a_larger_network_too() -> None:
    start, end, _ = skewed(120, 500, 3).pairs
    graph = Graph.of(120, start, end, np.random.default_rng(3).uniform(0.15, 1.0, len(start)))
    found, whole = holes(graph), as_networkx(graph)
    chosen = [int(node) for node in np.argsort(-graph.degree, kind="stable")[[0, 5, 20, 60]]]
    constraint = nx.constraint(whole, nodes=chosen, weight="weight")
    effective = nx.effective_size(whole, nodes=chosen, weight="weight")
    for node in chosen:
        assert found.constraint[node] == pytest.approx(constraint[node])
        assert found.effective_size[node] == pytest.approx(effective[node])


def test_who_has_one_contact_is_held_by_them_and_who_has_none_has_no_figure() -> None:
    found = holes(Graph.of(4, np.array([0, 0]), np.array([1, 2])))
    assert found.constraint.tolist()[:3] == [0.5, 1.0, 1.0]
    assert found.effective_size.tolist()[:3] == [2.0, 1.0, 1.0]
    assert math.isnan(found.constraint[3])
    assert math.isnan(found.effective_size[3])


def test_six_contacts_with_four_ties_among_them_are_worth_four_and_two_thirds() -> None:
    contacts = [(0, each) for each in range(1, 7)]
    between = [(1, 2), (1, 6), (2, 4), (5, 6)]
    start, end = np.array(contacts + between).T
    assert holes(Graph.of(7, start, end)).effective_size[0] == pytest.approx(6 - 2 * 4 / 6)
