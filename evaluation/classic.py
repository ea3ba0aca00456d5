"""The classic small networks, with what the literature says of them beside what Ploeg works out.

``python -m evaluation.classic [--json FILE]``.  The networks come from networkx at run time: Zachary's karate club
(J. Anthropological Research 33, 1977), the marriages of Florentine families (Padgett and Ansell, AJS 98, 1993),
Krackhardt's kite (ASQ 35, 1990), and Burt's example of a network of six contacts as Borgatti draws it (Connections
20, 1997).  Where no figure was printed it is worked out by networkx, by hand, or straight from the definition, and
the table says so.  One that differs by more than its last decimal ends the program with an error.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

from evaluation.show import table
from graph.analytics.betweenness import betweenness
from graph.analytics.brokerage import ROLES, brokerage
from graph.analytics.communities import communities
from graph.analytics.graphs import Graph
from graph.analytics.holes import holes
from graph.analytics.mixing import ei_by_group, ei_index, mixing_matrix
from graph.analytics.robustness import articulation
from graph.analytics.structure import core_numbers, degree_assortativity, path_length, transitivity
from graph.network import Positions

BURT = ("AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC")
"""G knows six others, of whom A knows three and B two."""

KITE = ("Andre", "Beverly", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane")

BRANDES = "Brandes and others, IEEE TKDE 20, 2008: the optimum"
JACKSON = "Jackson, Social and Economic Networks, 2008, section 1.2"
KRACKHARDT = "Krackhardt 1990; Krebs, orgnet.com"
BORGATTI = "Borgatti 1997"
BY_HAND = "by hand, from the definition of Burt 1992"
GOULD = "Gould and Fernandez 1989, as they define it"
TRIADS = "counted triad by triad"
STERN = "Krackhardt and Stern 1988, (E − I) / (E + I), 11 and 67 ties counted"
NETWORKX = "networkx"


@dataclass(frozen=True)
class Figure:
    """A figure of a network, and what it should be to the decimals that are told."""

    network: str
    measure: str
    ours: float
    wanted: float
    decimals: int
    source: str

    @property
    def agrees(self) -> bool:
        """Whether ours lies within half a unit of the last decimal."""
        return abs(self.ours - self.wanted) <= 0.5 * 10.0**-self.decimals + 1e-9


@dataclass(frozen=True)
class Named:
    """A network with the names of its nodes."""

    graph: Graph
    place: Mapping[Any, int]


def named(given: "nx.Graph[Any]") -> Named:
    """Return a graph of networkx for the kernels, without weights."""
    place = {node: at for at, node in enumerate(given)}
    ends = np.array([(place[one], place[other]) for one, other in given.edges], dtype=np.int64)
    return Named(Graph.of(len(place), ends[:, 0], ends[:, 1]), place)


def karate() -> list[Figure]:
    """Return the figures of the karate club."""
    whole = nx.karate_club_graph()
    known = named(whole)
    plain: nx.Graph[int] = nx.Graph(whole.edges)
    theirs, holed = nx.betweenness_centrality(plain), nx.constraint(plain)
    cores = nx.core_number(plain)
    graph, faction = (
        known.graph,
        np.array([whole.nodes[node]["club"] == "Officer" for node in whole]).astype(int),
    )
    between, constraint = betweenness(graph).value, holes(graph).constraint
    best = communities(graph, seed=1, trials=10)
    mixing = mixing_matrix(graph, faction, 2)
    roles = brokerage(graph, faction).counts
    counted = triads(whole, faction.tolist())
    told = [
        ("modularity, 4 communities", best.modularity, 0.4198, 4, BRANDES),
        ("communities", float(len(best.size)), 4, 0, BRANDES),
        ("betweenness of 1 (instructor), of 528 pairs", between[0], theirs[0], 4, NETWORKX),
        ("betweenness of 34 (administrator)", between[33], theirs[33], 4, NETWORKX),
        ("betweenness of 33", between[32], theirs[32], 4, NETWORKX),
        ("constraint of 1", constraint[0], holed[0], 4, NETWORKX),
        ("constraint of 34", constraint[33], holed[33], 4, NETWORKX),
        ("largest core", float(core_numbers(graph).max()), float(max(cores.values())), 0, NETWORKX),
        (
            "people in it",
            float(np.count_nonzero(core_numbers(graph) == 4)),
            float(list(cores.values()).count(4)),
            0,
            NETWORKX,
        ),
        ("transitivity", transitivity(graph), nx.transitivity(plain), 4, NETWORKX),
        (
            "degree assortativity",
            degree_assortativity(graph),
            nx.degree_assortativity_coefficient(plain),
            4,
            NETWORKX,
        ),
        (
            "steps between two members",
            path_length(graph).mean or 0.0,
            nx.average_shortest_path_length(plain),
            4,
            NETWORKX,
        ),
        ("E-I index of the two factions", float(ei_index(mixing)), (11 - 67) / 78, 4, STERN),
        ("E-I index of the instructor's faction", float(ei_by_group(mixing)[0]), (11 - 35) / 46, 4, STERN),
        *(
            (f"1 as {role}, pairs both ways", float(roles[0, at]), float(counted[0, at]), 0, TRIADS)
            for at, role in enumerate(ROLES)
        ),
        ("all roles of all, ours less counted", float(np.abs(roles - counted).sum()), 0, 0, TRIADS),
    ]
    return [Figure("karate club", *one) for one in told]


def triads(whole: "nx.Graph[int]", group: Sequence[int]) -> Positions:
    """Count roles by looking at every two contacts of everybody; shape (nodes, roles)."""
    found = np.zeros((whole.number_of_nodes(), len(ROLES)), dtype=np.int64)
    for middle in whole:
        for start in whole[middle]:
            for end in whole[middle]:
                if start == end or whole.has_edge(start, end):
                    continue
                a, b, c = group[start], group[middle], group[end]
                if a == b == c:
                    role = "coordinator"
                elif b == c:
                    role = "gatekeeper"
                elif a == b:
                    role = "representative"
                else:
                    role = "consultant" if a == c else "liaison"
                found[middle, ROLES.index(role)] += 1
    return found


def families() -> list[Figure]:
    """Return the figures of the Florentine families that married into others."""
    known = named(nx.florentine_families_graph())
    between = betweenness(known.graph).value
    cut = {name for name, at in known.place.items() if articulation(known.graph)[at]}
    told = [
        ("betweenness of the Medici", between[known.place["Medici"]], 0.522, 3, JACKSON),
        ("betweenness of the Guadagni", between[known.place["Guadagni"]], 0.255, 3, JACKSON),
        ("betweenness of the Strozzi", between[known.place["Strozzi"]], 0.103, 3, JACKSON),
        (
            "cut it apart: Albizzi, Guadagni, Medici, Salviati",
            float(cut == {"Albizzi", "Guadagni", "Medici", "Salviati"}),
            1,
            0,
            NETWORKX,
        ),
    ]
    return [Figure("Florentine families", *one) for one in told]


def kite() -> list[Figure]:
    """Return the figures of the kite."""
    known = named(nx.krackhardt_kite_graph())
    between = betweenness(known.graph).value
    cut = np.flatnonzero(articulation(known.graph)).tolist()
    told = [
        *(
            (f"betweenness of {KITE[at]}", between[at], figure, 3, KRACKHARDT)
            for at, figure in ((7, 0.389), (5, 0.231), (6, 0.231), (8, 0.222), (3, 0.102))
        ),
        ("ties of Diane, the most", float(known.graph.degree[3]), 6, 0, KRACKHARDT),
        ("cut it apart: Heather, Ike", float([KITE[at] for at in cut] == ["Heather", "Ike"]), 1, 0, NETWORKX),
    ]
    return [Figure("Krackhardt's kite", *one) for one in told]


def contacts() -> list[Figure]:
    """Return the figures of Burt's six contacts."""
    known = named(nx.Graph([(pair[0], pair[1]) for pair in BURT]))
    found = holes(known.graph)
    told = [
        ("effective size of G", found.effective_size[known.place["G"]], 4.67, 2, BORGATTI),
        ("efficiency of G", found.effective_size[known.place["G"]] / 6.0, 0.78, 2, BORGATTI),
        ("effective size of A", found.effective_size[known.place["A"]], 2.5, 2, BORGATTI),
        ("constraint of G", found.constraint[known.place["G"]], 0.400, 3, BY_HAND),
        ("constraint of A", found.constraint[known.place["A"]], 0.595, 3, BY_HAND),
        ("constraint of C, who knows G only", found.constraint[known.place["C"]], 1.0, 3, BY_HAND),
    ]
    return [Figure("Burt's six contacts", *one) for one in told]


def roles() -> list[Figure]:
    """Return the five roles of the middle one of three, as they are defined; each way of the pair counts."""
    line = Graph.of(3, np.array([0, 1]), np.array([1, 2]))
    of_groups: Mapping[tuple[int, int, int], Sequence[str]] = {
        (0, 0, 0): ("coordinator", "coordinator"),
        (1, 0, 0): ("gatekeeper", "representative"),
        (1, 0, 1): ("consultant", "consultant"),
        (0, 1, 2): ("liaison", "liaison"),
    }
    found: list[Figure] = []
    for groups, said in of_groups.items():
        counts = brokerage(line, np.array(groups)).counts[1]
        wanted = np.array([said.count(role) for role in ROLES])
        words = " − ".join("ABC"[group] for group in groups)
        found.append(
            Figure(
                "three in a row",
                f"{words}: {' and '.join(dict.fromkeys(said))}",
                float((counts == wanted).all()),
                1,
                0,
                GOULD,
            )
        )
    return found


NETWORKS: Sequence[Callable[[], list[Figure]]] = (karate, families, kite, contacts, roles)


def main(arguments: Sequence[str] | None = None) -> None:
    """Compare and print; raise where a figure does not agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    given = parser.parse_args(arguments)
    found = [figure for network in NETWORKS for figure in network()]
    print("## Classic small networks\n")
    table(
        ["network", "measure", "Ploeg", "should be", "by"],
        (
            [
                one.network,
                one.measure,
                f"{one.ours:.{one.decimals}f}",
                f"{one.wanted:.{one.decimals}f}" + ("" if one.agrees else " **differs**"),
                one.source,
            ]
            for one in found
        ),
    )
    if given.json:
        given.json.write_text(json.dumps([asdict(one) for one in found], indent=1))
    wrong = [f"{one.network}: {one.measure}" for one in found if not one.agrees]
    if wrong:
        raise SystemExit("These are not what they should be: " + "; ".join(wrong))
    print(f"\nAll {len(found)} agree.")


if __name__ == "__main__":
    main()
