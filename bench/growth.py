"""How what a question costs grows with the city, and where it bends.

``python -m bench.growth [--people N …] [--questions N] [--quick]``.  Cities of the sample, all in memory; every
question is asked of every size in turn.  A cell is p50 / p95 and, in brackets, the exponent of the median since the
size before: 0 does not grow, 1 grows as the people do.  It bends where that first passes one half.
"""

import argparse
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from bench.limit import factors_for, random_pairs
from bench.match import TODAY, needs_of
from bench.search import questions
from bench.tables import Timing, interleaved, machine
from graph.access import Role, Viewer, matchable, standing, visible
from graph.analytics.matching import Matcher
from graph.analytics.paths import trusted_routes
from graph.analytics.search import SearchIndex
from graph.trust import ties
from ingest.sample import sample_city
from queries.entries import entries_of
from tests.networks import network_of

SIZES = (2_000, 5_000, 10_000, 30_000, 100_000)
BENDS = 0.5
Made = TypeVar("Made")


@dataclass(frozen=True)
class City:
    """One size: its questions, and the milliseconds that its parts took to work out."""

    people: int
    ties: int
    ask: Mapping[str, Callable[[int], object]]
    built: Mapping[str, float]


def city(people: int, number: int) -> City:
    """Make a city, work out what the product keeps, and return its questions."""
    network = network_of(sample_city(people, 1, today=TODAY), TODAY)
    viewer = Viewer(Role.COORDINATOR, network.city)
    now = standing(network, TODAY)
    built: dict[str, float] = {}

    def timed(name: str, make: Callable[[], Made]) -> Made:
        begin = time.perf_counter()
        made = make()
        built[name] = (time.perf_counter() - begin) * 1e3
        return made

    lattice = timed("ties of today", lambda: ties(network, TODAY, today=TODAY))
    matcher = timed("matcher", lambda: Matcher.build(network, lattice))
    entries = tuple(entries_of(network, visible(now, viewer), viewer))
    index = timed("search index", lambda: SearchIndex.build(entries))
    factors = factors_for(lattice)
    ends = random_pairs(len(network.people), number).tolist()
    needs, allowed = needs_of(network, number), matchable(now, viewer, None)
    typed = questions([person.name.removesuffix(" (fictief)") for person in network.people], number)

    def search(sort: str) -> Callable[[int], object]:
        return lambda at: index.search(typed[sort][at])

    return City(
        people,
        len(lattice.targets),
        {
            "trusted path, three routes": lambda at: trusted_routes(lattice, factors, *ends[at]),
            "match, top 10": lambda at: matcher.match(
                needs[at % len(needs)], allowed, reach=None, day=TODAY, k=10
            ),
            "search as you type, three letters": search("three letters"),
            "search as you type, a whole name": search("a whole name"),
            "search as you type, a name with a typing error": search("a name with a typing error"),
        },
        built,
    )


def exponents(people: Sequence[int], costs: Sequence[float]) -> list[float]:
    """Return, from every size to the next, the power of the people that the cost grew with.

    Examples
    --------
    >>> exponents([10, 100, 1000], [1.0, 1.0, 10.0])
    [0.0, 1.0]
    """
    return [
        math.log(costs[at + 1] / costs[at]) / math.log(people[at + 1] / people[at])
        for at in range(len(costs) - 1)
    ]


def line(name: str, people: Sequence[int], costs: Sequence[float], p95: Sequence[float] = ()) -> str:
    """Return one row of the table; costs in milliseconds, with what one in twenty exceeds where that is given."""
    grown = exponents(people, costs)
    told = [f"{cost:,.3g}" for cost in costs]
    if p95:
        told = [f"{cost} / {high:,.3g}" for cost, high in zip(told, p95, strict=True)]
    cells = [f"{told[0]} ms"] + [
        f"{cost} ms ({power:+.2f})" for cost, power in zip(told[1:], grown, strict=True)
    ]
    bends = next((f"above {people[at]:,}" for at, power in enumerate(grown) if power > BENDS), "nowhere here")
    return f"| {name} | {' | '.join(cells)} | {bends} |"


def measure(sizes: Sequence[int], number: int) -> dict[str, list[Timing]]:
    """Print the growth and return the timings of each question, a size each."""
    cities = [city(people, number) for people in sizes]
    results = {
        name: interleaved({f"{city.people:,} people": city.ask[name] for city in cities}, range(number))
        for name in cities[0].ask
    }
    print(f"\n### Cost over size\n\n{machine()}; {number} questions a size\n")
    print(
        "| | " + " | ".join(f"{city.people:,} people, {city.ties:,} ties" for city in cities) + " | bends |"
    )
    print("|---" * (len(cities) + 2) + "|")
    for name, timings in results.items():
        print(line(name, sizes, [timing.p50 for timing in timings], [timing.p95 for timing in timings]))
    for name in cities[0].built:
        print(line(f"working out the {name}, once", sizes, [city.built[name] for city in cities]))
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--quick", action="store_true", help="up to 10,000 people, 30 questions")
    given = parser.parse_args()
    sizes = sorted(given.people) or list(SIZES[: 3 if given.quick else None])
    results = measure(sizes, min(given.questions, 30) if given.quick else given.questions)
    out = Path(__file__).parent / "out"
    out.mkdir(exist_ok=True)
    kept = {name: [asdict(timing) for timing in timings] for name, timings in results.items()}
    (out / "growth.json").write_text(json.dumps({"machine": machine(), **kept}, indent=1))


if __name__ == "__main__":
    main()
