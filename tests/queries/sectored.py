"""Cities with sectors, for questions about the whole of a network."""

import random
from dataclasses import replace

from graph.model import Sector, Tables
from tests.networks import random_city


def sectored_city(seed: int, people: int = 12, ties: int = 30, sectors: int = 6) -> Tables:
    """Return a random city in which most people are of one of the first sectors."""
    tables = random_city(seed, people, ties)
    dice = random.Random(f"sectors {seed}")
    some: list[Sector | None] = [*list(Sector)[:sectors], None]
    weights = [2 * dice.random() ** 2 + 0.1 for _ in some]
    drawn = {row.key: dice.choices(some, weights)[0] for row in tables.people}
    return replace(tables, people=tuple(replace(row, sector=drawn[row.key]) for row in tables.people))
