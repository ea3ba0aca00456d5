"""How long a map takes, how well it shows communities, and how far people move when some are added.

``python -m bench.layout [--people N …] [--runs N]``.  Graphs of planted communities with skewed numbers of ties, a
third of the ties between communities.  At up to :data:`SPRING` people a spring layout of networkx is made beside it,
in turn.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

import networkx as nx
import numpy as np
from scipy.spatial import KDTree

from bench.tables import Timing, interleaved, keep, machine, show
from graph.analytics.communities import communities
from graph.analytics.graphs import Graph
from graph.analytics.layout import layout
from graph.analytics.layout_discs import Points
from graph.network import Mask, Positions

SIZES = {2_000: 6_000, 10_000: 50_000, 50_000: 150_000}
"""People and about how many ties."""

MIXING, ISOLATED, LARGEST = 0.3, 0.04, 6
SPRING = 2_000
NEAREST = 10
ADDED = 0.01


@dataclass(frozen=True)
class Quality:
    """How a layout shows a graph.

    Attributes
    ----------
    planted, found
        Share of the ten nearest of each that are of their planted community, and of the one that was found.
    kept
        Share of everybody's ties (ten at most) that are among their ten nearest.
    apart
        Share of the pairs of communities found, of five people and more, of which the circles around nine in ten
        members don't overlap.
    """

    layout: str
    people: int
    planted: float
    found: float
    kept: float
    apart: float


@dataclass(frozen=True)
class Shift:
    """How far people lie from where they lay, after one in a hundred was added: median, of the width of the map.

    ``turned`` is after the best turn, stretch and shift (Procrustes).
    """

    layout: str
    people: int
    median: float
    turned: float


def planted(people: int, ties: int, seed: int) -> tuple[Graph, Positions]:
    """Return a graph of communities, and the community of each."""
    rng = np.random.default_rng(seed)
    sizes: list[int] = []
    while sum(sizes) < people:
        sizes.append(int(np.clip(rng.lognormal(np.log(70), 0.7), 5, people / LARGEST)))
    sizes[-1] -= sum(sizes) - people
    home = rng.permutation(np.repeat(np.arange(len(sizes)), sizes))
    sociable = rng.pareto(2.2, people) + 0.6
    chance = sociable / sociable.sum()
    start = rng.choice(people, round(1.15 * ties), p=chance)
    end = rng.choice(people, len(start), p=chance)
    within = rng.random(len(start)) > MIXING
    for community in range(len(sizes)):
        members = np.flatnonzero(home == community)
        mine = np.flatnonzero(within & (home[start] == community))
        if len(mine):
            weight = sociable[members] / sociable[members].sum()
            end[mine] = rng.choice(members, len(mine), p=weight)
    alone = rng.random(people) < ISOLATED
    known = ~alone[start] & ~alone[end]
    weight = rng.uniform(0.2, 1.0, int(known.sum()))
    return Graph.of(people, start[known], end[known], weight), home


def quality(name: str, graph: Graph, home: Positions, points: Points) -> Quality:
    """Return how a layout shows a graph; isolates are left out."""
    tied = graph.degree > 0
    found = communities(graph, 1).member
    near = np.asarray(KDTree(points[tied]).query(points[tied], k=NEAREST + 1)[1])[:, 1:]
    of = np.flatnonzero(tied)

    def purity(label: Positions) -> float:
        return float((label[of[near]] == label[of][:, None]).mean())

    keys = graph.rows * graph.nodes + graph.targets
    asked = (of[:, None] * graph.nodes + of[near]).ravel()
    hits = int(np.isin(asked, keys).sum())
    possible = int(np.minimum(graph.degree, NEAREST).sum())
    return Quality(
        name, graph.nodes, purity(home), purity(found), hits / possible, _apart(points, found, tied)
    )


def _apart(points: Points, member: Positions, tied: Mask) -> float:
    middle: list[Points] = []
    reach: list[float] = []
    for community in np.flatnonzero(np.bincount(member[tied]) >= 5).tolist():
        mine = points[member == community]
        middle.append(np.median(mine, axis=0))
        reach.append(float(np.quantile(np.hypot(*(mine - middle[-1]).T), 0.9)))
    at, far = np.array(middle), np.array(reach)
    distance = np.hypot(*(at[:, None] - at[None, :]).transpose(2, 0, 1))
    pairs = np.triu_indices(len(at), 1)
    return float((distance >= far[:, None] + far[None, :])[pairs].mean())


def shifts(graph: Graph, seed: int) -> list[Shift]:
    """Return how far people move when one in a hundred is added, going on from before and from nothing."""
    old = np.random.default_rng(seed).random(graph.nodes) >= ADDED
    before = _made(graph.among(old))
    previous = np.full((graph.nodes, 2), np.nan)
    previous[old] = before
    found: list[Shift] = []
    for name, after in (("going on", _made(graph, previous)), ("from nothing", _made(graph))):
        moved, turned = after[old] - before, _turned(after[old], before) - before
        found.append(
            Shift(
                name,
                graph.nodes,
                float(np.median(np.hypot(*moved.T))),
                float(np.median(np.hypot(*turned.T))),
            )
        )
    return found


def _turned(points: Points, onto: Points) -> Points:
    one, other = points - points.mean(axis=0), onto - onto.mean(axis=0)
    left, values, right = np.linalg.svd(one.T @ other)
    stretched = one @ (left @ right) * (values.sum() / np.square(one).sum())
    return np.asarray(stretched + onto.mean(axis=0), dtype=np.float64)


def _made(graph: Graph, previous: Points | None = None) -> Points:
    return layout(graph, communities(graph, 1).member, previous)


def spring(graph: Graph, seed: int) -> Points:
    """Return the spring layout of networkx with its own number of steps."""
    start, end, weight = graph.pairs
    made: nx.Graph[int] = nx.Graph()
    made.add_nodes_from(range(graph.nodes))
    made.add_weighted_edges_from(zip(start.tolist(), end.tolist(), weight.tolist(), strict=True))
    places = cast("dict[int, Points]", nx.spring_layout(made, seed=seed))
    return np.array([places[at] for at in range(graph.nodes)])


def measure(people: int, ties: int, runs: int) -> dict[str, Sequence[Timing | Quality | Shift]]:
    """Print tables of one size, and return what is in them."""
    graph, home = planted(people, ties, 0)
    member, previous = communities(graph, 1).member, _made(graph)
    contenders: dict[str, Callable[[int], object]] = {
        "layout": lambda _: layout(graph, member),
        "layout, going on": lambda _: layout(graph, member, previous),
        "communities and layout": lambda _: _made(graph),
    }
    qualities = [quality("community first", graph, home, previous)]
    if people <= SPRING:
        contenders["networkx spring"] = lambda seed: spring(graph, seed)
        qualities.append(quality("networkx spring", graph, home, spring(graph, 1)))
    timings = interleaved(contenders, range(runs))
    show(f"{graph.nodes:,} people, {graph.edges:,} ties", timings)
    print("\n| layout | planted | found | ties kept | apart |\n|---|---|---|---|---|")
    for one in qualities:
        print(f"| {one.layout} | {one.planted:.2f} | {one.found:.3f} | {one.kept:.2f} | {one.apart:.3f} |")
    moved = shifts(graph, 5)
    print("\n| one in a hundred added | median shift | after turning |\n|---|---|---|")
    for each in moved:
        print(f"| {each.layout} | {each.median:.4f} | {each.turned:.4f} |", flush=True)
    return {f"{people} timings": timings, f"{people} quality": qualities, f"{people} shift": moved}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[], choices=sorted(SIZES))
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args(arguments)
    print(f"\n## Layout\n\n{machine()}")
    results: dict[str, Sequence[Timing | Quality | Shift]] = {}
    for people in given.people or SIZES:
        results |= measure(people, SIZES[people], given.runs)
    keep("layout", results)


if __name__ == "__main__":
    main()
