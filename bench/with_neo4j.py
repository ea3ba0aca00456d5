"""The trusted path kernel against what one would write in Cypher on Neo4j, on the same ties and the same pairs.

``python -m bench.with_neo4j [--people N --ties N] [--pairs N] [--seconds N] [--quick]``.  A Neo4j Community server is
put together as the tests do it, with its full compiler.  Two texts answer our question exactly, one route each and
therefore three times: (a) one pattern of one to four ties, (b) the four lengths apart.  Graph Data Science gives one
route, without a limit of ties, over a network that it has in memory.  A query is stopped after ``--seconds``; who is
stopped three times is not asked again, and all questions of one size end after a minute and a half.  Targets are
people who may introduce, as Graph Data Science cannot leave the last one's factor out.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import LiteralString

import neo4j
import numpy as np
from neo4j.exceptions import Neo4jError

from bench.limit import factors_for, random_pairs
from bench.neo4j_server import measured_server
from bench.others import value
from bench.paths import random_ties
from bench.tables import Timing, keep, show
from graph.analytics.paths import DEFAULT, Route, trusted_routes
from graph.network import Floats
from graph.trust import Ties
from tests.neo4j_server import Server, Unavailable

ROUTES = 3
WARMING = 30  # pairs, until the server has compiled what it runs
BUDGET = 90.0  # seconds of questions per size
STOPPED_MOST = 3
BATCH = 10_000

ANY_LENGTH = """
MATCH (a:Person {id: $start}), (b:Person {id: $target})
MATCH path = (a)-[:TIE*1..4]->(b)
WHERE all(n IN nodes(path)[1..-1] WHERE n.factor > 0.0 AND NOT n.id IN $used AND n <> a AND n <> b)
  AND length(path) >= $least
WITH path, 0.7 ^ (length(path) - 1) * reduce(v = 1.0, r IN relationships(path) | v * r.strength)
     * reduce(f = 1.0, n IN nodes(path)[1..-1] | f * n.factor) AS value
WHERE value >= 0.01
RETURN [n IN nodes(path) | n.id] AS people, value
ORDER BY value DESC LIMIT 1
"""

EACH_LENGTH = """
MATCH (a:Person {id: $start}), (b:Person {id: $target})
CALL (a, b) {
  MATCH (a)-[r:TIE]->(b) WHERE $least = 1
  RETURN [a.id, b.id] AS people, r.strength AS value
  UNION ALL
  MATCH (a)-[r:TIE]->(x)-[s:TIE]->(b)
  WHERE x.factor > 0.0 AND NOT x.id IN $used
  RETURN [a.id, x.id, b.id] AS people, 0.7 * r.strength * x.factor * s.strength AS value
  ORDER BY value DESC LIMIT 1
  UNION ALL
  MATCH (a)-[r:TIE]->(x)-[s:TIE]->(y)-[t:TIE]->(b)
  WHERE x.factor > 0.0 AND y.factor > 0.0 AND x <> b AND y <> a AND NOT x.id IN $used AND NOT y.id IN $used
  RETURN [a.id, x.id, y.id, b.id] AS people,
    0.49 * r.strength * x.factor * s.strength * y.factor * t.strength AS value
  ORDER BY value DESC LIMIT 1
  UNION ALL
  MATCH (a)-[r:TIE]->(x)-[s:TIE]->(y)-[t:TIE]->(z)-[u:TIE]->(b)
  WHERE x.factor > 0.0 AND y.factor > 0.0 AND z.factor > 0.0 AND x <> b AND z <> a AND x <> z AND y <> a AND y <> b
    AND NOT x.id IN $used AND NOT y.id IN $used AND NOT z.id IN $used
  RETURN [a.id, x.id, y.id, z.id, b.id] AS people,
    0.343 * r.strength * x.factor * s.strength * y.factor * t.strength * z.factor * u.strength AS value
  ORDER BY value DESC LIMIT 1
}
WITH people, value WHERE value >= 0.01
RETURN people, value ORDER BY value DESC LIMIT 1
"""

PROJECT = """
MATCH (a:Person)
OPTIONAL MATCH (a)-[r:TIE]->(b:Person) WHERE b.factor > 0.0
RETURN gds.graph.project('ties', a, b, {relationshipProperties: {cost: -log(0.7 * r.strength * b.factor)}})
"""

DIJKSTRA = """
MATCH (a:Person {id: $start}), (b:Person {id: $target})
CALL gds.shortestPath.dijkstra.stream('ties', {sourceNode: a, targetNode: b, relationshipWeightProperty: 'cost'})
YIELD nodeIds
RETURN [n IN nodeIds | gds.util.asNode(n).id] AS people
"""


def fill(session: neo4j.Session, lattice: Ties, factors: Floats) -> None:
    """Put the people and their ties in an empty store."""
    session.run("CREATE CONSTRAINT person_id IF NOT EXISTS FOR (p:Person) REQUIRE p.id IS UNIQUE").consume()
    people = [{"id": at, "factor": factor} for at, factor in enumerate(factors.tolist())]
    for at in range(0, len(people), BATCH):
        session.run(
            "UNWIND $rows AS row CREATE (:Person {id: row.id, factor: row.factor})",
            rows=people[at : at + BATCH],
        ).consume()
    rows = np.repeat(np.arange(lattice.size), np.diff(lattice.indptr)).tolist()
    ties = list(zip(rows, lattice.targets.tolist(), lattice.strength.tolist(), strict=True))
    for at in range(0, len(ties), BATCH):
        session.run(
            "UNWIND $rows AS row MATCH (a:Person {id: row[0]}), (b:Person {id: row[1]})"
            " CREATE (a)-[:TIE {strength: row[2]}]->(b)",
            rows=[list(tie) for tie in ties[at : at + BATCH]],
        ).consume()
    session.run("CALL db.awaitIndexes(60)").consume()


@dataclass
class Contender:
    """One way to ask the server, and what came of it."""

    name: str
    ask: Callable[[int, int], list[tuple[int, ...]]]
    taken: list[float] = field(default_factory=list[float])
    stopped: int = 0
    compared: int = 0
    wrong: int = 0

    def time(self, start: int, target: int) -> list[tuple[int, ...]] | None:
        """Ask and note how long it took; None where it was stopped."""
        begin = time.perf_counter()
        try:
            found = self.ask(start, target)
        except Neo4jError as error:
            if "TransactionTimedOut" not in (error.code or ""):
                raise
            self.stopped += 1
            found = None
        self.taken.append((time.perf_counter() - begin) * 1e3)
        return found


def three(
    one: Callable[[dict[str, object]], Sequence[int] | None],
) -> Callable[[int, int], list[tuple[int, ...]]]:
    """Return what asks for `one` best route three times, each time without the people used before."""

    def ask(start: int, target: int) -> list[tuple[int, ...]]:
        found: list[tuple[int, ...]] = []
        used: list[int] = []
        for _ in range(ROUTES):
            least = 2 if any(len(route) == 2 for route in found) else 1
            people = one({"start": start, "target": target, "used": used, "least": least})
            if people is None:
                break
            found.append(tuple(people))
            used.extend(people[1:-1])
        return found

    return ask


def in_cypher(
    session: neo4j.Session, text: LiteralString, seconds: float
) -> Callable[[int, int], list[tuple[int, ...]]]:
    """Return what asks `text` of a server three times, each within `seconds`."""

    def one(given: dict[str, object]) -> Sequence[int] | None:
        row = session.run(neo4j.Query(text, timeout=seconds), given).single()
        return None if row is None else row["people"]

    return three(one)


def measure(
    server: Server, missing: str, size: tuple[int, int], pairs: int, seconds: float
) -> dict[str, list[Timing]]:
    """Print and return the timings of one size; raise where an answer contradicts ours."""
    people, rows = size
    lattice = random_ties(people, rows)
    factors = factors_for(lattice)
    ends = [pair for pair in random_pairs(people, 2 * (pairs + WARMING)).tolist() if factors[pair[1]] > 0.0][
        : pairs + WARMING
    ]
    with (
        neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver,
        driver.session(database="neo4j") as session,
    ):
        fill(session, lattice, factors)

        def dijkstra(start: int, target: int) -> list[tuple[int, ...]]:
            query = neo4j.Query(DIJKSTRA, timeout=seconds)
            return [tuple(row["people"]) for row in session.run(query, start=start, target=target)]

        def nothing(*_: int) -> list[tuple[int, ...]]:
            session.run("RETURN 1 AS one").consume()
            return []

        contenders = [
            Contender("an empty question to Neo4j", nothing),
            Contender("Cypher, the four lengths apart, × 3", in_cypher(session, EACH_LENGTH, seconds)),
            Contender("Cypher, one pattern of 1 to 4 ties, × 3", in_cypher(session, ANY_LENGTH, seconds)),
        ]
        if not missing:
            begin = time.perf_counter()
            session.run(PROJECT).consume()
            print(
                f"\nGraph Data Science has {rows:,} ties in memory after {time.perf_counter() - begin:.1f} s."
            )
            contenders.append(
                Contender("Graph Data Science, Dijkstra, one route (no limit of ties)", dijkstra)
            )
        timings = interleave(lattice, factors, ends, contenders)
        if not missing:
            session.run("CALL gds.graph.drop('ties')").consume()
        session.run("MATCH (p:Person) CALL (p) { DETACH DELETE p } IN TRANSACTIONS OF 1000 ROWS").consume()
    show(f"Trusted path against Neo4j, {people:,} people, {rows:,} ties", timings)
    if missing:
        print(f"\nWithout Graph Data Science: {missing}.")
    print(f"\n| | pairs compared | contradict ours | stopped after {seconds:g} s |\n|---|---|---|---|")
    for contender in contenders[1:]:
        print(f"| {contender.name} | {contender.compared} | {contender.wrong} | {contender.stopped} |")
    if any(contender.wrong for contender in contenders):
        message = "an answer of Neo4j contradicts ours"
        raise SystemExit(message)
    return {f"{people}x{rows}": timings}


def interleave(
    lattice: Ties, factors: Floats, ends: Sequence[Sequence[int]], contenders: Sequence[Contender]
) -> list[Timing]:
    """Ask every pair of everybody in turn, after some to warm up, and compare the answers."""
    ours: list[float] = []
    begun, warm = time.monotonic(), False
    for at, (start, target) in enumerate(ends):
        if not warm and (at == WARMING or time.monotonic() - begun > BUDGET / 3):
            begun, warm = time.monotonic(), True
            for times in (ours, *(contender.taken for contender in contenders)):
                times.clear()
        if warm and (len(ours) >= len(ends) - WARMING or time.monotonic() - begun > BUDGET):
            break
        begin = time.perf_counter()
        routes = trusted_routes(lattice, factors, start, target)
        ours.append((time.perf_counter() - begin) * 1e3)
        for contender in contenders:
            if contender.stopped < STOPPED_MOST and (found := contender.time(start, target)) is not None:
                compare(contender, lattice, factors, routes, found)
    taken = {"Ploeg, three routes, in process": ours} | {
        contender.name: contender.taken for contender in contenders
    }
    first = float(np.median(ours))
    return [
        Timing(
            name,
            len(times),
            float(np.median(times)),
            float(np.percentile(times, 95)),
            float(np.median(times)) / first,
        )
        for name, times in taken.items()
        if times
    ]


def compare(
    contender: Contender,
    lattice: Ties,
    factors: Floats,
    ours: Sequence[Route],
    found: Sequence[tuple[int, ...]],
) -> None:
    """Note whether Cypher found our routes, and Graph Data Science one that is worth no less."""
    if contender.name.startswith("Cypher"):
        contender.compared += 1
        if [route.people for route in ours] != list(found):
            contender.wrong += 1
            print(f"{contender.name} answers {found} where Ploeg answers {ours}", file=sys.stderr)
    elif found:
        contender.compared += 1
        worth = value(lattice, factors, found[0])
        best = ours[0].value if ours else 0.0
        short = len(found[0]) <= 5 and worth >= DEFAULT.least
        contender.wrong += worth < best - 1e-9 or (short and worth > best + 1e-9)
    elif contender.name.startswith("Graph"):
        contender.wrong += bool(ours)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int)
    parser.add_argument("--ties", type=int)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--quick", action="store_true", help="2,000 people, 5 pairs")
    given = parser.parse_args()
    sizes = [(2_000, 10_000), (10_000, 50_000)]
    if given.people:
        sizes = [(given.people, given.ties or 5 * given.people)]
    elif given.quick:
        sizes = sizes[:1]
    results: dict[str, list[Timing]] = {}
    try:
        with measured_server() as (server, missing):
            for size in sizes:
                pairs = min(given.pairs, 5) if given.quick else given.pairs
                results |= measure(server, missing, size, pairs, given.seconds)
    except Unavailable as reason:
        message = f"No Neo4j here: {reason}"
        raise SystemExit(message) from None
    keep("neo4j", results)


if __name__ == "__main__":
    main()
