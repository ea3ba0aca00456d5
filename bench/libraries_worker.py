"""Measures of a graph with igraph, networkit and rustworkx, as a user of each would take them.

Run by bench/libraries.py with a Python that has the libraries; imports nothing of the project.  Reads a graph from
the .npz file that is named, then one question a line in JSON: ``library``, ``measure``, and what the measure takes.
Answers each with one line: the nanoseconds that passed and those of the processors, without handing the graph over,
and the file with the result.
"""

import json
import random
import sys
import tempfile
import time
from pathlib import Path

import igraph
import networkit
import numpy as np
import rustworkx


class Igraph:
    """One thread, C."""

    def __init__(self, nodes, start, end, weight):
        self.graph = igraph.Graph(n=nodes, edges=np.column_stack([start, end]))
        self.graph.es["weight"] = weight.tolist()

    def communities(self, seed=0, cycles=2, weighted=True):
        random.seed(seed)
        weights = "weight" if weighted else None
        found = self.graph.community_leiden("modularity", weights=weights, n_iterations=cycles)
        return found.membership

    def betweenness(self):
        return self.graph.betweenness(directed=False)

    def sampled(self, sources, seed=0):
        chosen = random.Random(seed).sample(range(self.graph.vcount()), sources)
        return self.graph.betweenness(directed=False, sources=chosen)

    def constraint(self):
        return self.graph.constraint(weights="weight")

    def cores(self):
        return self.graph.coreness()

    def components(self):
        return self.graph.connected_components().membership

    def mixing(self, label):
        return [self.graph.assortativity_nominal(label, directed=False)]

    def rewired(self, swaps, seed=0):
        random.seed(seed)
        other = self.graph.copy()
        other.rewire(n=swaps)
        return [other.ecount()]

    def layout(self, seed=0, kind="drl"):
        random.seed(seed)
        return self.graph.layout(kind).coords


class Networkit:
    """C++; threads as OMP_NUM_THREADS says."""

    def __init__(self, nodes, start, end, weight):
        self.graph = networkit.GraphFromCoo((weight, (start, end)), n=nodes, weighted=True, directed=False)
        self.plain = networkit.GraphFromCoo((start, end), n=nodes, weighted=False, directed=False)

    def communities(self, seed=0, leiden=False, weighted=True):
        networkit.setSeed(seed, False)
        graph = self.graph if weighted else self.plain
        found = networkit.community.ParallelLeiden(graph) if leiden else networkit.community.PLM(graph, True)
        found.run()
        return found.getPartition().getVector()

    def betweenness(self):
        return (
            np.asarray(self._run(networkit.centrality.Betweenness(self.plain)).scores()) / 2
        )  # of ordered pairs

    def sampled(self, sources, seed=0):
        networkit.setSeed(seed, False)
        return (
            np.asarray(self._run(networkit.centrality.EstimateBetweenness(self.plain, sources)).scores()) / 2
        )

    def cores(self):
        return self._run(networkit.centrality.CoreDecomposition(self.plain)).scores()

    def components(self):
        found = self._run(networkit.components.ConnectedComponents(self.plain))
        return found.getPartition().getVector()

    def rewired(self, swaps, seed=0):
        networkit.setSeed(seed, False)
        found = networkit.randomization.EdgeSwitching(self.plain, swaps / self.plain.numberOfEdges())
        return [self._run(found).getGraph().numberOfEdges()]

    @staticmethod
    def _run(algorithm):
        algorithm.run()
        return algorithm


class Rustworkx:
    """Rust; threads as RAYON_NUM_THREADS says."""

    def __init__(self, nodes, start, end, weight):
        self.graph = rustworkx.PyGraph(multigraph=False)
        self.graph.add_nodes_from(range(nodes))
        self.graph.add_edges_from(list(zip(start.tolist(), end.tolist(), weight.tolist(), strict=True)))

    def betweenness(self):
        found = rustworkx.betweenness_centrality(self.graph, normalized=False)
        return [found[node] for node in range(len(found))]

    def cores(self):
        found = rustworkx.core_number(self.graph)
        return [found[node] for node in range(len(found))]

    def components(self):
        found = np.zeros(self.graph.num_nodes(), dtype=np.int64)
        for number, members in enumerate(rustworkx.connected_components(self.graph)):
            found[list(members)] = number
        return found


def main():
    given = np.load(sys.argv[1])
    nodes, start, end, weight = int(given["nodes"]), given["start"], given["end"], given["weight"]
    kinds = {"igraph": Igraph, "networkit": Networkit, "rustworkx": Rustworkx}
    made = {}
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps({"ready": True}), flush=True)
        for number, line in enumerate(sys.stdin):
            asked = json.loads(line)
            library, measure = asked.pop("library"), asked.pop("measure")
            if library not in made:
                made[library] = kinds[library](nodes, start, end, weight)
            begin, busy = time.perf_counter_ns(), time.process_time_ns()
            found = getattr(made[library], measure)(**asked)
            taken, busy = time.perf_counter_ns() - begin, time.process_time_ns() - busy
            file = Path(folder) / f"{number}.npy"
            np.save(file, np.asarray(found))
            print(json.dumps({"ns": taken, "cpu": busy, "file": str(file)}), flush=True)


if __name__ == "__main__":
    main()
