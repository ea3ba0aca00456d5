"""Figures of a network, chance, intervals, suggestions: processor seconds, beside networkx where it has the same.

``python -m bench.bridging [--size 2000x10000 …] [--most-networkx PEOPLE]``.  One run of each on the same graph, as
they take from milliseconds to minutes; on one core.  networkx walks from as many sources as we do, and draws one
graph of chance by ten swaps an edge, where ours draws all that its name says.
"""

import argparse
import time
from collections.abc import Callable

import networkx as nx
import numpy as np

from bench.paths import random_ties
from graph.analytics.bootstrap import vertex_bootstrap
from graph.analytics.graphs import Graph, Matrix, matrix, people_graph
from graph.analytics.mixing import attribute_assortativity, mixing_matrix
from graph.analytics.null_model import null_mixing
from graph.analytics.paths import connector_factors
from graph.analytics.structure import (
    EXACT,
    SOURCES,
    components,
    core_numbers,
    degree_assortativity,
    path_length,
    transitivity,
)
from graph.analytics.weavable import Weaving
from graph.analytics.weaving import suggestions
from graph.trust import Ties, offsets

GROUPS = 6


def having(random: np.random.Generator, nodes: int, columns: int) -> Matrix:
    rows, column = np.nonzero(random.random((nodes, columns)) < 0.1)
    return matrix(np.ones(len(rows)), column, offsets(rows, nodes), (nodes, columns))


def weaving_of(lattice: Ties, graph: Graph, seed: int = 1) -> Weaving:
    random = np.random.default_rng(seed)
    nodes = graph.nodes
    return Weaving(
        ties=lattice,
        graph=graph,
        group=random.integers(0, GROUPS, nodes),
        ends=random.random(nodes) < 0.7,
        factors=connector_factors(lattice, random.random(nodes) < 0.5, np.ones(nodes)),
        themes=having(random, nodes, 20),
        talents=having(random, nodes, 20),
        apart=np.zeros(0, dtype=np.int64),
    )


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ours(of: Weaving) -> dict[str, Callable[[], object]]:
    graph, group = of.graph, of.group
    start, end, _ = graph.pairs
    draws, replicates = (100, 200) if graph.edges > 200_000 else (200, 400)
    return {
        "components": lambda: components(graph),
        "path length": lambda: path_length(graph),
        "k-core": lambda: core_numbers(graph),
        "transitivity": lambda: transitivity(graph),
        "degree assortativity": lambda: degree_assortativity(graph),
        "mixing, assortativity": lambda: attribute_assortativity(mixing_matrix(graph, group, GROUPS)),
        f"chance, {draws} graphs": lambda: null_mixing(graph, group, GROUPS, draws=draws),
        f"bootstrap, {replicates}": lambda: vertex_bootstrap(
            start, end, group, GROUPS, replicates=replicates
        ),
        "suggestions, 20": lambda: suggestions(of, 20),
    }


def theirs(of: Weaving) -> dict[str, Callable[[], object]]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from((node, {"group": group}) for node, group in enumerate(of.group.tolist()))
    start, end, _ = of.graph.pairs
    graph.add_edges_from(zip(start.tolist(), end.tolist(), strict=True))
    tied = [node for node, degree in graph.degree() if degree]
    sources = tied if len(tied) <= EXACT else tied[:SOURCES]
    return {
        "components": lambda: list(nx.connected_components(graph)),
        "path length": lambda: [
            sum(nx.single_source_shortest_path_length(graph, source).values()) for source in sources
        ],
        "k-core": lambda: nx.core_number(graph),
        "transitivity": lambda: nx.transitivity(graph),
        "degree assortativity": lambda: nx.degree_pearson_correlation_coefficient(graph),
        "mixing, assortativity": lambda: nx.attribute_assortativity_coefficient(graph, "group"),
        "chance, one graph": lambda: nx.double_edge_swap(
            graph.copy(), 10 * of.graph.edges, 1000 * of.graph.edges, seed=1
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", nargs="*", default=["2000x10000", "10000x50000", "100000x1000000"])
    parser.add_argument("--most-networkx", type=int, default=10_000)
    asked = parser.parse_args()
    for size in asked.size:
        people, rows = (int(part) for part in size.split("x"))
        lattice = random_ties(people, rows)
        of = weaving_of(lattice, people_graph(lattice, np.ones(people, dtype=np.bool_)))
        for name, work in ours(of).items():
            print(f"{people:>7} {'ploeg':<9} {name:<24} {seconds(work):9.3f} s", flush=True)
        if people <= asked.most_networkx:
            for name, work in theirs(of).items():
                print(f"{people:>7} {'networkx':<9} {name:<24} {seconds(work):9.3f} s", flush=True)


if __name__ == "__main__":
    main()
