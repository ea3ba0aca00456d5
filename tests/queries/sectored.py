"""Cities with sectors, and snapshots of a network that no store holds, for questions about the whole of it."""

import random
from dataclasses import replace
from typing import cast

from graph.model import Sector, Tables
from graph.network import Network
from graph.store import Store
from queries.held import Snapshot
from queries.snapshots import Snapshots
from tests.networks import random_city


class OfNetwork(Snapshots):
    """Answers from one network."""

    def __init__(self, network: Network) -> None:
        super().__init__(cast("Store", None))
        self.snapshot = Snapshot(network)

    def fresh(self, city: str, *, revision: int | None = None) -> Snapshot:
        return self.snapshot

    def rebuilt(self, city: str) -> Snapshot:
        return self.snapshot


def sectored_city(seed: int, people: int = 12, ties: int = 30, sectors: int = 6) -> Tables:
    """Return a random city in which most people are of one of the first sectors."""
    tables = random_city(seed, people, ties)
    dice = random.Random(f"sectors {seed}")
    some: list[Sector | None] = [*list(Sector)[:sectors], None]
    weights = [2 * dice.random() ** 2 + 0.1 for _ in some]
    drawn = {row.key: dice.choices(some, weights)[0] for row in tables.people}
    return replace(tables, people=tuple(replace(row, sector=drawn[row.key]) for row in tables.people))
