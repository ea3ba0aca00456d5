"""The graph that measures are taken of, against networkx."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.analytics.graphs import Graph, people_graph, with_organisations
from graph.network import Floats, Links, Positions
from graph.trust import Ties, offsets

SIZE = 6
PAIRS = st.lists(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1), st.integers(1, 9)), max_size=20
)


def as_networkx(graph: Graph) -> "nx.Graph[int]":
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(graph.nodes))
    made.add_weighted_edges_from(zip(*(column.tolist() for column in graph.pairs), strict=True))
    return made


def columns(pairs: list[tuple[int, int, int]]) -> tuple[Positions, Positions, Floats]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2] / 10


@given(PAIRS)
def test_a_pair_counts_once_with_its_strongest_weight_and_nobody_is_their_own_neighbour(
    pairs: list[tuple[int, int, int]],
) -> None:
    expected: dict[tuple[int, int], float] = {}
    for start, end, weight in pairs:
        if start != end:
            key = (min(start, end), max(start, end))
            expected[key] = max(expected.get(key, 0.0), weight / 10)
    u, v, w = (column.tolist() for column in Graph.of(SIZE, *columns(pairs)).pairs)
    assert dict(zip(zip(u, v, strict=True), w, strict=True)) == expected


@given(PAIRS, st.lists(st.booleans(), min_size=SIZE, max_size=SIZE))
def test_the_graph_of_some_nodes_is_the_induced_one(
    pairs: list[tuple[int, int, int]], keep: list[bool]
) -> None:
    graph = Graph.of(SIZE, *columns(pairs))
    kept = [at for at, inside in enumerate(keep) if inside]
    oracle = nx.relabel_nodes(as_networkx(graph).subgraph(kept), {old: new for new, old in enumerate(kept)})
    found = as_networkx(graph.among(np.array(keep)))
    assert sorted(found) == list(range(len(kept)))
    assert nx.utils.graphs_equal(found, nx.Graph(oracle))


def test_people_are_joined_by_the_stronger_direction_and_organisations_by_membership() -> None:
    rows, targets = np.array([0, 1, 2]), np.array([1, 0, 1])
    strength = np.array([0.2, 0.6, 0.9])
    nothing = np.zeros(0, dtype=np.int64)
    ties = Ties(offsets(rows, 3), targets, strength, np.zeros(4, dtype=np.int64), nothing, strength[:0])
    who = np.array([True, True, False])
    graph = people_graph(ties, who)
    assert [column.tolist() for column in graph.pairs] == [[0], [1], [0.6]]
    unknown = np.zeros(3, dtype=np.int64)
    links = Links(np.array([0, 2, 1]), np.array([1, 1, 0]), unknown, unknown, (None,) * 3)
    both = with_organisations(graph, who, links, np.array([False, True]))
    assert [column.tolist() for column in both.pairs] == [[0, 0], [1, 2], [0.6, 1.0]]
