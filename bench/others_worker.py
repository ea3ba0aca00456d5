"""Three disjoint routes with igraph, rustworkx and networkit, as a user of each would write it.

Run by bench/others.py with a Python that has the libraries; imports nothing of the project.  Reads the network from
the .npz file that is named, then one "LIBRARY START TARGET" a line, and answers each with one line of JSON: the
routes, the nanoseconds until the first and until the last.

All libraries know one number per edge, so that who stands in between is made part of the edges that lead there; for
the last tie, into the target, that part is taken out first and put back afterwards.  Who was used is set aside by
making the edges into them too dear.
"""

import json
import sys
import time
from itertools import pairwise

import igraph
import networkit
import numpy as np
import rustworkx

TOO_DEAR = 1e9
ROUTES = 3


class Igraph:
    """Dijkstra with the costs as an edge attribute."""

    def __init__(self, people, rows, columns, cost):
        self.graph = igraph.Graph(n=people, edges=np.column_stack([rows, columns]), directed=True)
        self.graph.es["cost"] = cost.tolist()

    def set(self, edges, cost):
        self.graph.es[edges.tolist()]["cost"] = cost.tolist()

    def path(self, start, target):
        return self.graph.get_shortest_path(start, target, weights="cost", mode="out")


class Rustworkx:
    """Dijkstra with the cost as the edge itself."""

    def __init__(self, people, rows, columns, cost):
        self.graph = rustworkx.PyDiGraph(multigraph=False)
        self.graph.add_nodes_from(range(people))
        self.graph.add_edges_from(list(zip(rows.tolist(), columns.tolist(), cost.tolist(), strict=True)))

    def set(self, edges, cost):
        for edge, value in zip(edges.tolist(), cost.tolist(), strict=True):
            self.graph.update_edge_by_index(edge, value)

    def path(self, start, target):
        found = rustworkx.dijkstra_shortest_paths(self.graph, start, target=target, weight_fn=float)
        return list(found[target]) if target in found else []


class Networkit:
    """Bidirectional Dijkstra, the only one of the three."""

    def __init__(self, people, rows, columns, cost):
        data = (cost, (rows, columns))
        self.graph = networkit.GraphFromCoo(data, n=people, weighted=True, directed=True)
        self.rows, self.columns = rows, columns

    def set(self, edges, cost):
        for edge, value in zip(edges.tolist(), cost.tolist(), strict=True):
            self.graph.setWeight(int(self.rows[edge]), int(self.columns[edge]), value)

    def path(self, start, target):
        search = networkit.distance.BidirectionalDijkstra(self.graph, start, target)
        search.run()
        return [start, *search.getPath(), target] if search.getDistance() < TOO_DEAR else []


class Network:
    """The ties in the order of the edges, and for everyone which edges lead there."""

    def __init__(self, file):
        given = np.load(file)
        self.indptr, self.columns = given["indptr"], given["columns"]
        self.cost, self.last = given["cost"], given["last"]
        self.people = len(self.indptr) - 1
        self.rows = np.repeat(np.arange(self.people), np.diff(self.indptr))
        self.into = np.argsort(self.columns, kind="stable")
        self.begin = np.concatenate([[0], np.cumsum(np.bincount(self.columns, minlength=self.people))])
        self.libraries = {
            "igraph": Igraph(self.people, self.rows, self.columns, self.cost),
            "rustworkx": Rustworkx(self.people, self.rows, self.columns, self.cost),
            "networkit": Networkit(self.people, self.rows, self.columns, self.cost),
        }

    def edges_into(self, person):
        return self.into[self.begin[person] : self.begin[person + 1]]

    def edge(self, start, end):
        low, high = self.indptr[start], self.indptr[start + 1]
        return low + np.searchsorted(self.columns[low:high], end)

    def routes(self, name, start, target):
        """Return the routes and how long until the first and the last, in nanoseconds."""
        library = self.libraries[name]
        begin = time.perf_counter_ns()
        touched = [self.edges_into(target)]
        library.set(touched[0], self.last[touched[0]])
        found, banned, first = [], set(), None
        for _ in range(ROUTES):
            path = library.path(start, target)
            first = first or time.perf_counter_ns() - begin
            steps = [self.edge(*step) for step in pairwise(path)]
            if not path or any(edge in banned or self.cost[edge] >= TOO_DEAR for edge in steps[:-1]):
                break
            if steps[-1] in banned:
                break
            found.append(path)
            aside = [self.edges_into(person) for person in path[1:-1]] or [np.array([steps[-1]])]
            for edges in aside:
                library.set(edges, np.full(len(edges), TOO_DEAR))
                banned.update(edges.tolist())
            touched.extend(aside)
        taken = time.perf_counter_ns() - begin
        for edges in touched:
            library.set(edges, self.cost[edges])
        return {"routes": found, "first": first, "all": taken}


def main():
    network = Network(sys.argv[1])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        name, start, target = line.split()
        print(json.dumps(network.routes(name, int(start), int(target))), flush=True)


if __name__ == "__main__":
    main()
