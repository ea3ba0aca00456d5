"""The trusted path: our kernel against what one would write with networkx, on the same ties and the same pairs.

``python -m bench.paths [--size 2000x10000 …] [--pairs N]``.  Two honest networkx variants, each three times with the
connectors used so far taken out, as our three routes are: (a) ``bidirectional_dijkstra`` on -log of strength, decay
and factor, which knows no limit of ties, so that it answers an easier question; (b) a hop-limited best-first search
in plain Python with a heap, which answers ours.
"""

import argparse
import heapq
import math

import networkx as nx
import numpy as np

from bench.tables import Timing, interleaved, keep, show
from graph.analytics.paths import connector_factors, trusted_routes
from graph.network import Floats
from graph.trust import Ties


def random_ties(people: int, rows: int, seed: int = 1) -> Ties:
    """Return ties with skewed degrees and planted groups; `rows` undirected pairs."""
    rng = np.random.default_rng(seed)
    group = rng.integers(0, max(people // 80, 2), people)
    weight = rng.pareto(2.2, people) + 0.3
    order = np.argsort(group, kind="stable")
    start = rng.choice(people, rows * 2, p=weight / weight.sum())
    inside = rng.random(rows * 2) < 0.7
    bounds = np.searchsorted(group[order], np.arange(group.max() + 2))
    low, high = bounds[group[start]], bounds[group[start] + 1]
    near = order[(low + rng.random(rows * 2) * (high - low)).astype(np.int64)]
    far = rng.choice(people, rows * 2, p=weight / weight.sum())
    end = np.where(inside, near, far)
    keep_pair = start != end
    low_end, high_end = np.minimum(start, end)[keep_pair], np.maximum(start, end)[keep_pair]
    pairs = np.unique(low_end * people + high_end)
    pairs = rng.permutation(pairs)[:rows]
    one, other = pairs // people, pairs % people
    strength = rng.uniform(0.15, 1.0, len(one))
    rows_all = np.concatenate([one, other])
    columns = np.concatenate([other, one])
    values = np.concatenate([strength, strength * rng.uniform(0.7, 1.0, len(one))]).clip(0.15, 1.0)
    out = np.lexsort((columns, rows_all))
    back = np.lexsort((rows_all, columns))
    offsets = np.concatenate([[0], np.cumsum(np.bincount(rows_all, minlength=people))])
    offsets_in = np.concatenate([[0], np.cumsum(np.bincount(columns, minlength=people))])
    return Ties(offsets, columns[out], values[out], offsets_in, rows_all[back], values[back])


class WithNetworkx:
    """What a networkx user would write."""

    def __init__(self, lattice: Ties, factors: Floats) -> None:
        self.graph: nx.DiGraph[int] = nx.DiGraph()
        for person in range(lattice.size):
            row = slice(int(lattice.indptr[person]), int(lattice.indptr[person + 1]))
            for other, strength in zip(
                lattice.targets[row].tolist(), lattice.strength[row].tolist(), strict=True
            ):
                self.graph.add_edge(person, other, strength=strength)
        self.factors = factors.tolist()

    def unlimited(self, start: int, target: int) -> list[list[int]]:
        """Three times bidirectional Dijkstra, without a limit of ties."""
        used: set[int] = set()
        found: list[list[int]] = []

        def weight(_: int, end: int, data: dict[str, float]) -> float | None:
            if end == target:
                return -math.log(data["strength"] * 0.7)
            if end in used or self.factors[end] <= 0.0:
                return None
            return -math.log(data["strength"] * 0.7 * self.factors[end])

        for _ in range(3):
            try:
                _, path = nx.bidirectional_dijkstra(self.graph, start, target, weight=weight)
            except nx.NetworkXNoPath:
                break
            found.append(path)
            if len(path) == 2:
                break
            used.update(path[1:-1])
        return found

    def limited(self, start: int, target: int) -> list[list[int]]:
        """Three times best first with at most four ties: labels are (person, ties so far)."""
        used: set[int] = set()
        found: list[list[int]] = []
        for _ in range(3):
            path = self._limited(start, target, used, direct=not any(len(route) == 2 for route in found))
            if path is None:
                break
            found.append(path)
            used.update(path[1:-1])
        return found

    def _limited(self, start: int, target: int, used: set[int], *, direct: bool) -> list[int] | None:
        best = {(start, 0): 0.0}
        queue: list[tuple[float, int, int, tuple[int, ...]]] = [(0.0, start, 0, (start,))]
        while queue:
            cost, person, hops, path = heapq.heappop(queue)
            if person == target:
                return list(path)
            if hops == 4 or cost > -math.log(0.01):
                continue
            for other, data in self.graph.adj[person].items():
                if other in path or other in used or (other == target and hops == 0 and not direct):
                    continue
                if other != target and self.factors[other] <= 0.0:
                    continue
                step = (
                    data["strength"]
                    * (0.7 if hops else 1.0)
                    * (1.0 if other == target else self.factors[other])
                )
                onward = cost - math.log(step)
                if onward < best.get((other, hops + 1), math.inf):
                    best[other, hops + 1] = onward
                    heapq.heappush(queue, (onward, other, hops + 1, (*path, other)))
        return None


def measure(people: int, rows: int, pairs: int, slow_pairs: int) -> dict[str, list[Timing]]:
    """Print and return the timings of one size."""
    lattice = random_ties(people, rows)
    rng = np.random.default_rng(7)
    eligible = rng.random(people) < 0.92
    factors = connector_factors(lattice, eligible, np.ones(people))
    ends = rng.integers(0, people, (max(pairs, slow_pairs), 2))
    ends = ends[ends[:, 0] != ends[:, 1]]
    other = WithNetworkx(lattice, factors)

    def kernel(at: int) -> object:
        return trusted_routes(lattice, factors, int(ends[at, 0]), int(ends[at, 1]))

    contenders = {
        "Ploeg, three routes": kernel,
        "networkx, bidirectional Dijkstra × 3 (no limit of ties)": lambda at: other.unlimited(
            int(ends[at, 0]), int(ends[at, 1])
        ),
        "networkx graph, hop-limited best first × 3": lambda at: other.limited(
            int(ends[at, 0]), int(ends[at, 1])
        ),
    }
    size = f"{people:,} people, {rows:,} ties (largest degree {int(np.diff(lattice.indptr).max())})"
    compared = interleaved(contenders, range(min(slow_pairs, len(ends))))
    show(f"Trusted path, {size}", compared)
    alone = interleaved({"Ploeg, three routes": kernel}, range(min(pairs, len(ends))))
    show(f"The kernel alone, {size}", alone)
    answered = sum(bool(kernel(at)) for at in range(min(pairs, len(ends))))
    print(f"\n{answered} of {min(pairs, len(ends))} random pairs have a route.")
    return {f"{people}x{rows}": compared, f"{people}x{rows} alone": alone}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", action="append", default=[])
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--slow-pairs", type=int, default=20)
    given = parser.parse_args()
    results: dict[str, list[Timing]] = {}
    for size in given.size or ["2000x10000", "10000x50000", "100000x1000000"]:
        people, rows = (int(part) for part in size.split("x"))
        results |= measure(people, rows, given.pairs, given.slow_pairs)
    keep("paths", results)


if __name__ == "__main__":
    main()
