"""Planted communities are as they were meant, what does not hang together is counted, and the evaluation runs."""

from collections.abc import Generator
from contextlib import contextmanager

import networkx as nx
import numpy as np
import pytest

import evaluation.communities
from bench.environment import NoLibraries
from bench.libraries import Libraries
from evaluation.communities import as_networkx, broken, labels, spread
from evaluation.partitions import LARGEST, MOST_DEGREE, SMALLEST, planted
from graph.analytics.communities import communities, nmi
from graph.analytics.graphs import Graph
from tests.evaluation.test_trust import ADVOGATO

EMAIL = ADVOGATO.parent / "email-eu-core"


@pytest.mark.parametrize("mixing", [0.1, 0.5])
def test_planted_ties_lead_out_as_often_as_asked(mixing: float) -> None:
    made = planted(1000, mixing, seed=1)
    start, end, _ = made.graph.pairs
    assert made.mixing == np.mean(made.member[start] != made.member[end])
    assert made.mixing == pytest.approx(mixing, abs=0.03)
    assert made.graph.degree.max() <= MOST_DEGREE
    assert 12 < made.graph.degree.mean() < 16
    size = np.bincount(made.member)
    assert size.sum() == 1000
    assert size.min() >= SMALLEST
    assert size.max() <= LARGEST + SMALLEST


def test_the_same_seed_plants_the_same() -> None:
    one, same, other = (planted(300, 0.3, seed) for seed in (1, 1, 2))
    assert np.array_equal(one.graph.targets, same.graph.targets)
    assert np.array_equal(one.member, same.member)
    assert not np.array_equal(one.graph.targets, other.graph.targets)


def test_what_is_planted_clearly_is_found() -> None:
    made = planted(1000, 0.1, seed=3)
    assert nmi(communities(made.graph).member, made.member) > 0.98


def test_communities_that_fall_apart_are_counted() -> None:
    graph = Graph.of(6, np.array([0, 1, 3, 4]), np.array([1, 2, 4, 5]))
    assert broken(graph, np.array([0, 0, 0, 1, 1, 1])) == 0
    assert broken(graph, np.array([0, 1, 0, 2, 2, 2])) == 1
    assert broken(graph, np.array([0, 1, 0, 1, 0, 0])) == 2
    assert broken(graph, np.zeros(6, dtype=np.int64)) == 1


def test_groups_become_labels_and_graphs_stay_the_same() -> None:
    assert labels([{2, 0}, {1}], 3).tolist() == [0, 1, 0]
    made = planted(300, 0.3, 1).graph
    assert nx.number_of_edges(as_networkx(made)) == made.edges


def test_a_spread_is_the_middle_of_the_values() -> None:
    found = spread([float(value) for value in range(1001)])
    assert (found.value, found.low, found.high) == (500.0, 25.0, 975.0)


@pytest.mark.skipif(not EMAIL.exists(), reason="the shared data do not stand beside this checkout")
def test_the_evaluation_of_communities_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def nothing(_: Graph) -> Generator[Libraries]:
        message = "not in the tests"
        raise NoLibraries(message)
        yield

    monkeypatch.setattr(evaluation.communities, "libraries", nothing)
    evaluation.communities.main(["--quick"])
    printed = capsys.readouterr().out
    assert "986 people who mailed with somebody (19 others did not), 16,064 ties, 42 departments" in printed
    assert printed.count("| **Ploeg: Leiden** |") == 2
