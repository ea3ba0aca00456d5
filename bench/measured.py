"""Which measures are compared in bench/measures.py, how each library takes them, and what must agree."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations
from typing import Any

import networkx as nx
import numpy as np
from scipy.spatial import KDTree

from bench.libraries import Libraries, Told
from graph.analytics.betweenness import betweenness
from graph.analytics.bootstrap import REPLICATES, vertex_bootstrap
from graph.analytics.brokerage import brokerage
from graph.analytics.communities import communities, modularity
from graph.analytics.graphs import Graph
from graph.analytics.holes import holes
from graph.analytics.layout import layout
from graph.analytics.mixing import ei_index, mixing_matrix
from graph.analytics.null_model import MIXING_ROUNDS, null_graphs
from graph.analytics.structure import components, core_numbers
from graph.network import Floats, Positions

Contender = Callable[[int], Told]
Found = Mapping[str, Any]
LARGE = 20_000
"""Nodes from which networkx and whatever is quadratic is left out."""

SMALL = 2_000
"""Nodes up to which every library is asked for exact betweenness."""

PIVOTS = 1024
GROUPS = 6


@dataclass(frozen=True)
class Given:
    """A graph, the group that each node was planted in, and its sector."""

    graph: Graph
    planted: Positions
    sector: Positions

    @property
    def large(self) -> bool:
        """Whether it is too large for what takes long."""
        return self.graph.nodes > LARGE

    @cached_property
    def networkx(self) -> "nx.Graph[int]":
        """The same with networkx, the sector an attribute."""
        made: nx.Graph[int] = nx.Graph()
        made.add_nodes_from((node, {"sector": sector}) for node, sector in enumerate(self.sector.tolist()))
        start, end, weight = self.graph.pairs
        made.add_weighted_edges_from(zip(start.tolist(), end.tolist(), weight.tolist(), strict=True))
        return made

    @cached_property
    def exact(self) -> Floats:
        """Betweenness of each node."""
        return betweenness(self.graph).value


@dataclass(frozen=True)
class Measure:
    """A measure: who takes it, the first of them ours, and what to say of each one's result."""

    name: str
    contenders: Callable[[Given, Libraries], dict[str, Contender]]
    compared: Callable[[Found], dict[str, str]]


def here(work: Callable[[int], Any], times: float = 1.0) -> Contender:
    """Return what does `work` in this process, of which it is a part where it counts `times` over."""

    def ask(turn: int) -> Told:
        begin, busy = time.perf_counter(), time.process_time()
        found = work(turn)
        taken, busy = time.perf_counter() - begin, time.process_time() - busy
        return Told(found, taken * times, busy * times)

    return ask


def there(
    running: Libraries, library: str, measure: str, *, seeded: bool = False, **given: object
) -> Contender:
    """Return what asks a library."""
    return lambda turn: running.ask(library, measure, **given, **({"seed": turn} if seeded else {}))


def same(found: Found, tolerance: float = 1e-9) -> dict[str, str]:
    """Say of each whether it is ours; raise where it is not."""
    ours = np.asarray(found["Ploeg"], dtype=np.float64)
    told: dict[str, str] = {}
    for name, values in found.items():
        if name == "Ploeg" or name.startswith("≈"):
            continue
        apart = float(np.nanmax(np.abs(np.asarray(values, dtype=np.float64) - ours), initial=0.0))
        if apart > tolerance * max(1.0, float(np.nanmax(np.abs(ours), initial=0.0))):
            message = f"{name} differs from ours by {apart}"
            raise SystemExit(message)
        told[name] = "the same"
    return told


def _communities(of: Given, running: Libraries) -> dict[str, Contender]:
    graph = of.graph
    found = {
        "Ploeg": here(lambda turn: (graph, communities(graph, turn).member)),
        "igraph, Leiden, 2 cycles": there(running, "igraph", "communities", seeded=True),
        "networkit, Louvain (PLM)": there(running, "networkit", "communities", seeded=True),
        "networkit, Leiden": there(running, "networkit", "communities", seeded=True, leiden=True),
    }
    if not of.large:
        found["networkx, Louvain"] = here(
            lambda turn: _numbered(nx.community.louvain_communities(of.networkx, seed=turn), graph.nodes)
        )
    return found


def _numbered(groups: Any, nodes: int) -> Positions:
    found = np.zeros(nodes, dtype=np.int64)
    for number, group in enumerate(groups):
        found[list(group)] = number
    return found


def _modularities(found: Found) -> dict[str, str]:
    graph, ours = found["Ploeg"]
    members = {**found, "Ploeg": ours}
    return {
        name: f"modularity {modularity(graph, np.asarray(member, dtype=np.int64)):.4f}"
        for name, member in members.items()
    }


def _exact(of: Given, running: Libraries) -> dict[str, Contender]:
    if of.large:
        return {}
    pairs = (of.graph.nodes - 1) * (of.graph.nodes - 2) / 2
    few = min(16, of.graph.nodes)
    # The others are not asked above this: each took three to six times as long as igraph.
    others = ("igraph", "networkit", "rustworkx") if of.graph.nodes <= SMALL else ("igraph",)
    return {
        "Ploeg": here(lambda _: betweenness(of.graph).value * pairs),
        **{name: there(running, name, "betweenness") for name in others},
        f"≈ networkx, {few} sources multiplied": here(
            lambda turn: nx.betweenness_centrality(of.networkx, k=few, seed=turn), of.graph.nodes / few
        ),
    }


def _sampled(of: Given, running: Libraries) -> dict[str, Contender]:
    count = min(PIVOTS, of.graph.nodes // 2)
    pairs = (of.graph.nodes - 1) * (of.graph.nodes - 2) / 2
    scale = of.graph.nodes / count / pairs
    truth = None if of.large else of.exact

    def brought(ask: Contender, times: float) -> Contender:
        def again(turn: int) -> Told:
            told = ask(turn)
            return Told((truth, np.asarray(told.found) * times, None), told.seconds, told.busy)  # type: ignore[arg-type]

        return again

    def ours(turn: int) -> Any:
        found = betweenness(of.graph, count, turn)
        return truth, found.value, found.error

    return {
        "Ploeg": here(ours),
        "igraph, so many sources": brought(
            there(running, "igraph", "sampled", seeded=True, sources=count), scale
        ),
        "networkit, so many sources": brought(
            there(running, "networkit", "sampled", seeded=True, sources=count), 1.0 / pairs
        ),
    }


def _errors(found: Found) -> dict[str, str]:
    """Say how far the hundred that lie on most routes are off; against exact where that is known."""
    told: dict[str, str] = {}
    for name, (truth, value, error) in found.items():
        words: list[str] = []
        if truth is not None:
            first = np.argsort(-truth, kind="stable")[:100]
            off = np.abs(value[first] - truth[first])
            shared = len(set(first[:50].tolist()) & set(np.argsort(-value, kind="stable")[:50].tolist()))
            words.append(
                f"off by {np.mean(off / truth[first]):.1%} of the first 100, {shared} of the first 50"
            )
            if error is not None:
                words.append(f"{np.mean(off <= 2 * error[first]):.0%} within two of its errors")
        if error is not None:
            first = np.argsort(-value, kind="stable")[:100]
            words.append(f"says ± {np.mean(error[first] / value[first]):.1%}")
        told[name] = "; ".join(words)
    return told


def _constraint(of: Given, running: Libraries) -> dict[str, Contender]:
    found = {
        "Ploeg (with effective size)": here(lambda _: holes(of.graph).constraint),
        "igraph": there(running, "igraph", "constraint"),
    }
    if not of.large:
        some = random.Random(1).sample(range(of.graph.nodes), min(20, of.graph.nodes))
        found["≈ networkx, 20 people multiplied"] = here(
            lambda _: nx.constraint(of.networkx, nodes=some, weight="weight"), of.graph.nodes / len(some)
        )
    return found


def _first(found: Found) -> Found:
    ours = next(iter(found))
    return {"Ploeg" if name == ours else name: value for name, value in found.items()}


def _roles(of: Given, _: Libraries) -> dict[str, Contender]:
    some = random.Random(1).sample(range(of.graph.nodes), min(200, of.graph.nodes))
    found = {"Ploeg": here(lambda _: (some, brokerage(of.graph, of.sector).counts))}
    if not of.large:
        found["networkx, 200 people multiplied"] = here(
            lambda _: by_triads(of.networkx, of.sector.tolist(), some), of.graph.nodes / len(some)
        )
    return found


def by_triads(whole: "nx.Graph[int]", sector: list[int], nodes: list[int]) -> Positions:
    """Count the five roles of some people, as one would with networkx: no library has them."""
    found = np.zeros((len(nodes), 5), dtype=np.int64)
    for at, middle in enumerate(nodes):
        own = sector[middle]
        for one, other in combinations(whole[middle], 2):
            if whole.has_edge(one, other):
                continue
            a, b = sector[one], sector[other]
            if a == own == b:
                found[at, 0] += 2
            elif own in {a, b}:
                found[at, 1:3] += 1
            else:
                found[at, 3 if a == b else 4] += 2
    return found


def _same_roles(found: Found) -> dict[str, str]:
    some, counts = found["Ploeg"]
    return same({**found, "Ploeg": counts[some]})


def _cores(of: Given, running: Libraries) -> dict[str, Contender]:
    return {
        "Ploeg": here(lambda _: core_numbers(of.graph)),
        "igraph": there(running, "igraph", "cores"),
        "networkit": there(running, "networkit", "cores"),
        "rustworkx": there(running, "rustworkx", "cores"),
        "networkx": here(lambda _: _by_node(nx.core_number(of.networkx))),
    }


def _by_node(found: Mapping[int, float]) -> Floats:
    return np.array([found[node] for node in range(len(found))], dtype=np.float64)


def _components(of: Given, running: Libraries) -> dict[str, Contender]:
    return {
        "Ploeg": here(lambda _: components(of.graph).member),
        "igraph": there(running, "igraph", "components"),
        "networkit": there(running, "networkit", "components"),
        "rustworkx": there(running, "rustworkx", "components"),
        "networkx": here(lambda _: _numbered(nx.connected_components(of.networkx), of.graph.nodes)),
    }


def same_parts(found: Found) -> dict[str, str]:
    """Compare divisions, the parts of each numbered by their first node."""
    told: dict[str, Any] = {}
    for name, member in found.items():
        _, first, inverse = np.unique(np.asarray(member), return_index=True, return_inverse=True)
        told[name] = first[inverse]
    return same(told)


def _mixing(of: Given, _: Libraries) -> dict[str, Contender]:
    def with_networkx(_: int) -> float:
        table = nx.attribute_mixing_dict(of.networkx, "sector")
        inside = sum(row.get(sector, 0) for sector, row in table.items())
        whole = sum(sum(row.values()) for row in table.values())
        return float((whole - 2 * inside) / whole)

    return {
        "Ploeg": here(lambda _: float(ei_index(mixing_matrix(of.graph, of.sector, GROUPS)))),
        "networkx": here(with_networkx),
    }


def _null(of: Given, running: Libraries) -> dict[str, Contender]:
    swaps = MIXING_ROUNDS * (of.graph.edges // 2)
    found = {
        "Ploeg": here(lambda turn: len(next(iter(null_graphs(of.graph, turn, draws=1))).start)),
        "igraph": there(running, "igraph", "rewired", seeded=True, swaps=swaps),
        "networkit": there(running, "networkit", "rewired", seeded=True, swaps=swaps),
    }
    if not of.large:
        few, copied = max(swaps // 50, 1), of.networkx.copy()
        found["≈ networkx, a fiftieth multiplied"] = here(
            lambda turn: nx.double_edge_swap(copied, few, max_tries=100 * few, seed=turn) and 0,
            swaps / few,
        )
    return found


def _bootstrap(of: Given, _: Libraries) -> dict[str, Contender]:
    start, end, _weight = of.graph.pairs

    def ours(turn: int) -> float:
        drawn = vertex_bootstrap(start, end, of.sector, GROUPS, seed=turn)
        return float(np.std(ei_index(drawn.ties[:, 0])))

    def with_networkx(turn: int) -> float:
        drawn = random.Random(turn).choices(range(of.graph.nodes), k=of.graph.nodes)
        times = [0] * of.graph.nodes
        for one in drawn:
            times[one] += 1
        inside = outside = 0
        sector = of.sector.tolist()
        for one, other in of.networkx.edges:
            if sector[one] == sector[other]:
                inside += times[one] * times[other]
            else:
                outside += times[one] * times[other]
        return (outside - inside) / (outside + inside)

    return {"Ploeg": here(ours), "≈ networkx, one network multiplied": here(with_networkx, REPLICATES)}


def _layout(of: Given, running: Libraries) -> dict[str, Contender]:
    def ours(turn: int) -> Any:
        return of.planted, layout(of.graph, communities(of.graph, turn).member)

    found = {"Ploeg, with communities": here(ours)}
    if not of.large:
        found["igraph, drl"] = there(running, "igraph", "layout", seeded=True)
    return found


def _purity(found: Found) -> dict[str, str]:
    planted = next(iter(found.values()))[0]
    told: dict[str, str] = {}
    for name, value in found.items():
        places = value[1] if name.startswith("Ploeg") else np.asarray(value)
        near = np.asarray(KDTree(places).query(places, k=11)[1])[:, 1:]
        told[name] = (
            f"{np.mean(planted[near] == planted[:, np.newaxis]):.0%} of the ten nearest planted together"
        )
    return told


def _nothing(found: Found) -> dict[str, str]:
    return dict.fromkeys(found, "")


MEASURES = (
    Measure("communities", _communities, _modularities),
    Measure("betweenness, exact", _exact, partial(same, tolerance=1e-7)),
    Measure(f"betweenness, {PIVOTS:,} sources", _sampled, _errors),
    Measure("constraint", _constraint, lambda found: same(_first(found), 1e-9)),
    Measure("Gould and Fernandez's roles", _roles, _same_roles),
    Measure("k-core", _cores, same),
    Measure("components", _components, same_parts),
    Measure("E-I index", _mixing, same),
    Measure("null model, one graph", _null, _nothing),
    Measure(f"bootstrap, {REPLICATES} networks", _bootstrap, _nothing),
    Measure("layout", _layout, _purity),
)
