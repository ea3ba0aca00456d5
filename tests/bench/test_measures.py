"""Turns become ratios, equal results are found equal and others are not, whoever numbered their parts."""

import networkx as nx
import numpy as np
import pytest

from bench.libraries import Told
from bench.measured import Measure, by_triads, here, same, same_parts
from bench.measures import given, raced
from graph.analytics.brokerage import brokerage
from graph.network import Floats


def timed(*seconds: float) -> "list[Told]":
    nothing: Floats = np.zeros(0)
    return [Told(nothing, each, each / 2) for each in seconds]


def test_a_ratio_is_of_turns_beside_each_other() -> None:
    ours, theirs = timed(1.0, 2.0), timed(3.0, 10.0)
    measure = Measure("measure", lambda _, __: {}, lambda found: dict.fromkeys(found, "told"))
    first, second = raced(
        measure, {"Ploeg": lambda turn: ours[turn], "other": lambda turn: theirs[turn]}, 0.0
    )
    assert (first.ratio, first.turns, first.told) == (1.0, 2, "told")
    assert (second.ratio, second.busy, second.seconds) == (4.0, 4.0, 6.5)
    assert (second.low, second.high) == (3.5, 4.5)


def test_what_is_taken_of_a_part_is_multiplied(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, moments in (("perf_counter", [1.0, 3.0]), ("process_time", [5.0, 6.0])):
        monkeypatch.setattr(f"bench.measured.time.{name}", iter(moments).__next__)
    told = here(lambda turn: turn + 1, 10.0)(4)
    monkeypatch.undo()
    assert (int(told.found), told.seconds, told.busy) == (5, 20.0, 10.0)


def test_another_result_ends_the_comparison() -> None:
    assert same({"Ploeg": [1.0, np.nan], "igraph": [1.0, np.nan]}) == {"igraph": "the same"}
    assert same({"Ploeg": [1.0], "≈ networkx": [7.0]}) == {}
    with pytest.raises(SystemExit, match="igraph differs"):
        same({"Ploeg": [1.0], "igraph": [1.1]})


def test_parts_may_be_numbered_in_any_way() -> None:
    assert same_parts({"Ploeg": [0, 0, 1], "igraph": [5, 5, 2]}) == {"igraph": "the same"}
    with pytest.raises(SystemExit):
        same_parts({"Ploeg": [0, 0, 1], "igraph": [5, 2, 2]})


def test_triads_are_counted_as_the_kernel_counts_them() -> None:
    of = given(300, 1500)
    counts = brokerage(of.graph, of.sector).counts
    some = [0, 7, 200]
    assert np.array_equal(by_triads(of.networkx, of.sector.tolist(), some), counts[some])
    assert nx.number_of_edges(of.networkx) == of.graph.edges
