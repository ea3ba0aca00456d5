"""What the literature says of classic networks is what is worked out, and a wrong figure would be told."""

import dataclasses

import networkx as nx
import pytest

from evaluation import classic
from evaluation.classic import Figure, contacts, triads


def test_the_classic_networks_are_as_in_the_literature(capsys: pytest.CaptureFixture[str]) -> None:
    classic.main([])
    printed = capsys.readouterr().out
    assert "| Florentine families | betweenness of the Medici | 0.522 | 0.522 |" in printed
    assert "differs" not in printed


def test_a_figure_agrees_to_its_last_decimal() -> None:
    found = Figure("network", "measure", 0.41978, 0.4198, 4, "")
    assert found.agrees
    assert not dataclasses.replace(found, ours=0.4197).agrees
    assert dataclasses.replace(found, ours=0.4, wanted=0.0, decimals=0).agrees


def test_a_wrong_figure_ends_in_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong() -> list[Figure]:
        return [dataclasses.replace(each, ours=9.0) for each in contacts()]

    monkeypatch.setattr(classic, "NETWORKS", [wrong])
    with pytest.raises(SystemExit, match="constraint of G"):
        classic.main([])


def test_triads_by_hand() -> None:
    # 1 joins 0 and 2, which don't know each other; 3 knows 1 and 2.
    graph: nx.Graph[int] = nx.Graph([(0, 1), (1, 2), (1, 3), (2, 3)])
    counts = triads(graph, [0, 0, 1, 1])
    assert counts[1].tolist() == [0, 2, 2, 0, 0]
    assert counts[[0, 2, 3]].sum() == 0
