"""Communities against known truth: a real network with departments, and planted ones from easy to hard.

``python -m evaluation.communities [--seeds N] [--graphs N] [--quick] [--json FILE]``.  Email-Eu-core: who mailed with
whom in a research institute, and the 42 departments (Yin, Benson, Leskovec and Gleich, KDD 2017; SNAP).  Each
algorithm divides the same graph; igraph in an environment of its own, as it is GPL (bench/environment.py).  NMI is
with what is known; a community that does not hang together is counted.
"""

import argparse
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import connected_components

from bench.environment import NoLibraries
from bench.libraries import Libraries, libraries
from evaluation.data import shared
from evaluation.metrics import Interval
from evaluation.partitions import planted
from evaluation.show import progress, table
from graph.analytics.communities import communities, modularity, nmi
from graph.analytics.graphs import Graph
from graph.network import Positions
from queries.divided import TRIALS

MIXINGS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
OURS = "**Ploeg: Leiden**"
SHIPPED = f"**Ploeg: the best of {TRIALS} starts, as shipped**"
Divide = Callable[[int], Positions]


@dataclass(frozen=True)
class Divided:
    """What one algorithm made of a graph: over its seeds, each figure with the middle 95 % of them.

    Attributes
    ----------
    agreement
        NMI of each pair of seeds.
    broken
        Communities that do not hang together, over all seeds.
    """

    name: str
    seeds: int
    nmi: Interval
    modularity: Interval
    communities: Interval
    agreement: float
    broken: int


def email() -> tuple[Graph, Positions]:
    """Return who mailed with whom, one way or the other, and the department of each person."""
    folder = shared("networks", "email-eu-core")
    pairs = np.loadtxt(folder / "email-Eu-core.txt", dtype=np.int64)
    labels = np.loadtxt(folder / "email-Eu-core-department-labels.txt", dtype=np.int64)
    department = np.zeros(len(labels), dtype=np.int64)
    department[labels[:, 0]] = labels[:, 1]
    return Graph.of(len(labels), pairs[:, 0], pairs[:, 1]), department


def as_networkx(graph: Graph) -> "nx.Graph[int]":
    """Return the same with networkx."""
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(graph.nodes))
    start, end, weight = graph.pairs
    made.add_weighted_edges_from(zip(start.tolist(), end.tolist(), weight.tolist(), strict=True))
    return made


def labels(groups: Sequence[set[int]], nodes: int) -> Positions:
    """Return the number of the group that each node is in."""
    found = np.zeros(nodes, dtype=np.int64)
    for number, group in enumerate(groups):
        found[list(group)] = number
    return found


def algorithms(graph: Graph, others: Libraries | None, *, greedy: bool) -> dict[str, Divide]:
    """Return what divides `graph`, by name; each takes a seed."""
    whole = as_networkx(graph)

    def louvain(seed: int) -> Positions:
        return labels(nx.community.louvain_communities(whole, seed=seed), graph.nodes)

    def elsewhere(running: Libraries, cycles: int, seed: int) -> Positions:
        said = running.ask("igraph", "communities", seed=seed, cycles=cycles)
        return said.found.astype(np.int64)

    found: dict[str, Divide] = {
        OURS: lambda seed: communities(graph, seed).member,
        SHIPPED: lambda seed: communities(graph, seed, trials=TRIALS).member,
    }
    if others:
        found["igraph: Leiden, 2 cycles as it comes"] = partial(elsewhere, others, 2)
        found["igraph: Leiden until nothing changes"] = partial(elsewhere, others, -1)
    found["networkx: Louvain"] = louvain
    if greedy:
        found["networkx: greedy modularity"] = lambda _: labels(
            [set(group) for group in nx.community.greedy_modularity_communities(whole)], graph.nodes
        )
    return found


def broken(graph: Graph, member: Positions) -> int:
    """Return how many communities do not hang together by ties of their own."""
    inside = graph.unweighted.copy()
    inside.data = (member[graph.rows] == member[graph.targets]).astype(np.float64)
    inside.eliminate_zeros()
    pieces = connected_components(inside, directed=False)[1]
    whole = np.unique(np.stack([member, pieces]), axis=1)
    return int(np.count_nonzero(np.unique(whole[0], return_counts=True)[1] > 1))


def spread(values: Sequence[float]) -> Interval:
    """Return the mean with the middle 95 % of `values`."""
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(float(np.mean(values)), float(low), float(high))


def judged(name: str, graph: Graph, truth: Positions, divide: Divide, seeds: Sequence[int]) -> Divided:
    """Return how an algorithm does over seeds."""
    found = [divide(seed) for seed in seeds]
    pairs = [nmi(one, other) for one, other in combinations(found, 2)]
    return Divided(
        name,
        len(seeds),
        spread([nmi(member, truth) for member in found]),
        spread([modularity(graph, member) for member in found]),
        spread([float(len(np.unique(member))) for member in found]),
        float(np.mean(pairs)) if pairs else 1.0,
        sum(broken(graph, member) for member in found),
    )


def with_others(graph: Graph, work: Callable[[Libraries | None], list[Divided]]) -> list[Divided]:
    """Do `work` with the libraries, or without where they can't be had."""
    try:
        with libraries(graph) as running:
            return work(running)
    except NoLibraries as reason:
        print(f"Without igraph: {reason}\n")
        return work(None)


def departments(seeds: int) -> list[Divided]:
    """Print and return how well each algorithm finds the departments."""
    graph, department = email()
    tied = graph.degree > 0
    alone = int(np.count_nonzero(~tied))
    graph, department = graph.among(tied), department[tied]

    def work(running: Libraries | None) -> list[Divided]:
        found: list[Divided] = []
        for name, divide in progress(list(algorithms(graph, running, greedy=True).items()), "email-Eu-core"):
            found.append(judged(name, graph, department, divide, range(1 if "greedy" in name else seeds)))
        return found

    found = with_others(graph, work)
    count = len(np.unique(department))
    print(
        f"{graph.nodes:,} people who mailed with somebody ({alone} others did not), {graph.edges:,} ties, "
        f"{count} departments; modularity of the departments {modularity(graph, department):.3f}\n"
    )
    show(found)
    return found


def show(found: Sequence[Divided]) -> None:
    """Print a line each."""
    table(
        ["", "seeds", "NMI with the truth", "modularity", "communities", "NMI between seeds", "broken"],
        (
            [
                one.name,
                str(one.seeds),
                one.nmi.text(),
                one.modularity.text(4),
                f"{one.communities.value:.0f}",
                f"{one.agreement:.3f}",
                str(one.broken),
            ]
            for one in found
        ),
    )


def curve(nodes: int, mixings: Sequence[float], graphs: int) -> dict[str, list[Divided]]:
    """Print and return NMI from easy to hard; each figure over `graphs` graphs, one seed each, one row a mixing."""
    found: dict[str, list[Divided]] = {}
    for mixing in progress(list(mixings), f"planted, {nodes:,} nodes"):
        rows: dict[str, list[Divided]] = {}
        for seed in range(graphs):
            made = planted(nodes, mixing, seed)
            truth = Divided(
                "truth", 1, spread([1.0]), spread([modularity(made.graph, made.member)]),
                spread([float(len(np.unique(made.member)))]), 1.0, broken(made.graph, made.member),
            )  # fmt: skip
            rows.setdefault("truth", []).append(truth)

            def work(
                running: Libraries | None, graph: Graph = made.graph, member: Positions = made.member,
                seed: int = seed,
            ) -> list[Divided]:  # fmt: skip
                return [
                    judged(name, graph, member, divide, [seed])
                    for name, divide in algorithms(graph, running, greedy=False).items()
                    if "2 cycles" not in name
                ]

            for one in with_others(made.graph, work):
                rows.setdefault(one.name, []).append(one)
        found[f"{mixing:.1f}"] = [_together(each) for each in rows.values()]
    names = [one.name for one in found[f"{mixings[0]:.1f}"] if one.name != "truth"]
    print(
        f"\n### {nodes:,} nodes, {graphs} graphs each: NMI with what was planted (modularity − that of the truth)\n"
    )
    table(
        ["ties that lead out", "communities planted", *names, "broken, of ours"],
        (_line(mixing, by_name(each), names) for mixing, each in found.items()),
    )
    return found


def by_name(found: Sequence[Divided]) -> dict[str, Divided]:
    """Return each by its name."""
    return {one.name: one for one in found}


def _line(mixing: str, of: Mapping[str, Divided], names: Sequence[str]) -> list[str]:
    truth = of["truth"]
    cells = [
        f"{of[name].nmi.text(2)} ({of[name].modularity.value - truth.modularity.value:+.3f})"
        for name in names
    ]
    return [mixing, f"{truth.communities.value:.0f}", *cells, str(of[OURS].broken)]


def _together(each: Sequence[Divided]) -> Divided:
    return Divided(
        each[0].name,
        len(each),
        spread([one.nmi.value for one in each]),
        spread([one.modularity.value for one in each]),
        spread([one.communities.value for one in each]),
        1.0,
        sum(one.broken for one in each),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Divide, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50, help="of each algorithm on the real network")
    parser.add_argument("--graphs", type=int, default=5, help="planted ones, each size and mixing")
    parser.add_argument("--quick", action="store_true", help="two seeds, 300 nodes: to see that it runs")
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    print("## Departments in email-Eu-core\n")
    kept: dict[str, object] = {
        "email-Eu-core": [asdict(one) for one in departments(2 if given.quick else given.seeds)]
    }
    print("\n## Planted communities, from easy to hard")
    for nodes in (300,) if given.quick else (1_000, 10_000):
        found = curve(nodes, (0.1, 0.6) if given.quick else MIXINGS, 1 if given.quick else given.graphs)
        kept[f"planted {nodes}"] = {mixing: [asdict(one) for one in each] for mixing, each in found.items()}
    if given.json:
        given.json.write_text(json.dumps(kept, indent=1))
    print(f"\n{time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
