"""The Cypher that the kernel is measured against answers what the kernel answers."""

from collections.abc import Sequence

import numpy as np
import pytest

from bench.limit import factors_for
from bench.paths import random_ties
from bench.with_neo4j import ANY_LENGTH, EACH_LENGTH, three
from graph.analytics.paths import trusted_routes
from graph.store import Store, Transaction

PEOPLE, TIES = 24, 60


@pytest.mark.neo4j
@pytest.mark.parametrize("text", [ANY_LENGTH, EACH_LENGTH])
def test_cypher_finds_the_kernels_routes_also_between_two_who_know_each_other(
    neo4j_store: Store, text: str
) -> None:
    lattice = random_ties(PEOPLE, TIES, 5)
    factors = factors_for(lattice, 5)
    rows = np.repeat(np.arange(PEOPLE), np.diff(lattice.indptr)).tolist()
    ties = [list(tie) for tie in zip(rows, lattice.targets.tolist(), lattice.strength.tolist(), strict=True)]

    def fill(transaction: Transaction) -> None:
        transaction.run(
            "UNWIND $people AS row CREATE (:Person {id: row[0], factor: row[1]})",
            {"people": [list(person) for person in enumerate(factors.tolist())]},
        )
        transaction.run(
            "UNWIND $ties AS row MATCH (a:Person {id: row[0]}), (b:Person {id: row[1]}) "
            "CREATE (a)-[:TIE {strength: row[2]}]->(b)",
            {"ties": ties},
        )

    neo4j_store.write("antwerpen", fill)

    def one(given: dict[str, object]) -> Sequence[int] | None:
        found = neo4j_store.read(text, given)
        return found[0]["people"] if found else None

    ask, direct = three(one), 0
    for start in range(0, PEOPLE, 6):
        for target in range(PEOPLE):
            if start == target:
                continue
            ours = [route.people for route in trusted_routes(lattice, factors, start, target)]
            direct += (start, target) in ours
            assert ask(start, target) == ours
    assert direct > 5
