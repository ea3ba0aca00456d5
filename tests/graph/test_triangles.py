"""Triangles against all triples."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.graphs import Graph
from graph.analytics.triangles import triangles
from tests.graph.test_graphs import PAIRS, SIZE, as_networkx, columns


@given(PAIRS, st.sampled_from([1, 3, 100]))
@settings(deadline=None)
def test_every_triangle_is_listed_once_with_the_edges_opposite(
    pairs: list[tuple[int, int, int]], most: int
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    whole = as_networkx(graph)
    expected = [
        set(three)
        for three in combinations(range(SIZE), 3)
        if all(whole.has_edge(*pair) for pair in combinations(three, 2))
    ]
    start, end, _ = graph.pairs
    found: list[set[int]] = []
    for part in triangles(graph, most):
        for nodes, edges in zip(part.nodes.T.tolist(), part.edges.T.tolist(), strict=True):
            found.append(set(nodes))
            assert [{int(start[edge]), int(end[edge])} for edge in edges] == [set(nodes) - {n} for n in nodes]
    assert sorted(map(sorted, found)) == sorted(map(sorted, expected))


def test_parts_are_bounded() -> None:
    complete = Graph.of(20, *(np.array(side) for side in zip(*combinations(range(20), 2), strict=True)))
    sizes = [part.nodes.shape[1] for part in triangles(complete, 40)]
    assert sum(sizes) == 20 * 19 * 18 // 6
    assert max(sizes) <= 40
