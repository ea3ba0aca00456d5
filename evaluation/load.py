"""A year of requests on the fictitious city: how often the same people are asked, with and without load and limit.

``python -m evaluation.load [--cities N] [--people N] [--requests N …] [--yes P] [--quick]``.  Every city has its own
seed; under every policy the same people ask for the same people on the same days, and answer alike.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evaluation.data import VIEWER
from evaluation.metrics import bootstrap, gini
from evaluation.sample_network import sample_network
from evaluation.show import progress, table
from evaluation.year import DAYS, POLICIES, Arrival, End, Habits, Year, live
from graph.access import Standing, matchable, standing
from graph.analytics.matching import Matcher, Need
from graph.network import Floats, Network
from graph.trust import Ties, ties
from queries.snapshots import utc_today

SHORTLIST = 10
"""Matches a coordinator chooses from."""


@dataclass(frozen=True)
class City:
    """A snapshot with what is asked of it."""

    network: Network
    standing: Standing
    lattice: Ties


def make(people: int, seed: int) -> City:
    """Make the fictitious city of this seed."""
    today = utc_today()
    network = sample_network(people, seed, today=today)
    return City(network, standing(network, today), ties(network, today, today=today))


def arrivals(city: City, count: int, seed: int) -> list[Arrival]:
    """Draw `count` requests over the year: one of the stored requests, a day, an asker, and somebody who fits.

    The asker is anybody; who fits is one of the product's ten first matches, which say nothing of routes here, so
    that every policy has the same ends to join.  Requests that nobody fits are left out.
    """
    rng = np.random.default_rng(seed)
    network, today = city.network, utc_today()
    matcher = Matcher.build(network, city.lattice)
    allowed = matchable(city.standing, VIEWER, None)
    fitting: dict[int, list[int]] = {}
    for at, request in enumerate(progress(network.requests, "who fits")):
        need = Need(
            text=" ".join(filter(None, (request.title, request.text))),
            themes=request.themes,
            talents=request.talents,
            neighbourhoods=request.neighbourhoods,
            languages=frozenset(request.languages),
            kind=request.kind,
        )
        fitting[at] = [
            match.person for match in matcher.match(need, allowed, reach=None, day=today, k=SHORTLIST)
        ]
    found: list[Arrival] = []
    for _ in range(count):
        at, day = int(rng.integers(len(network.requests))), int(rng.integers(DAYS))
        asker = int(rng.integers(len(network.people)))
        fits = [person for person in fitting[at] if person != asker]
        if fits:
            themes = frozenset(
                above
                for theme in network.requests[at].themes
                for above in network.broader(theme, network.themes)
            )
            found.append(Arrival(day, asker, fits[int(rng.integers(len(fits)))], themes))
    return found


FIGURES: Sequence[tuple[str, Callable[[Year], float], str]] = (
    ("connectors asked", lambda year: float((year.asks > 0).sum()), ".0f"),
    ("asks", lambda year: float(year.asks.sum()), ".0f"),
    ("more asks open than their limit, connectors", lambda year: float(year.over.sum()), ".1f"),
    ("more asks in 30 days than their limit, connectors", lambda year: float(year.month.sum()), ".1f"),
    ("most asks open with one person", lambda year: float(year.most_open), ".1f"),
    ("most asks to one person in the year", lambda year: float(year.asks.max(initial=0.0)), ".0f"),
    (
        "share of asks that go to the busiest tenth",
        lambda year: busiest_tenth(year.asks[year.eligible]),
        ".2f",
    ),
    ("Gini of asks over all who may be asked", lambda year: gini(year.asks[year.eligible]), ".3f"),
    ("people in the middle of a route", lambda year: year.introductions, ".2f"),
    *((f"requests, {end}", lambda year, end=end: year.ends[end] / year.ends.total(), ".1%") for end in End),
)
"""What is counted in a year, and how it is printed."""


def busiest_tenth(asks: Floats) -> float:
    """Return the share of all asks that the tenth of the people with most of them get."""
    total = float(asks.sum())
    return float(np.sort(asks)[-max(1, len(asks) // 10) :].sum()) / total if total else float("nan")


def show(years: Sequence[Sequence[Year]], requests: int) -> None:
    """Print a row per figure and a column per policy; `years` holds, per city, a year of each policy."""
    print(f"\n## {requests:,} requests in a year; mean of {len(years)} cities [95%]\n")
    rows: list[list[str]] = []
    for label, figure, form in FIGURES:
        columns = [np.array([figure(city[at]) for city in years]) for at in range(len(POLICIES))]
        cells = [_cell(values, form) for values in columns]
        rows.append([label, *cells, _cell(columns[0] - columns[-1], "+" + form)])
    table(["", *(policy.name for policy in POLICIES), "product − plain"], rows)


def _cell(values: Floats, form: str) -> str:
    one = bootstrap(lambda drawn: float(values[drawn].mean()), len(values), seed=1)
    return f"{one.value:{form}} [{one.low:{form}}, {one.high:{form}}]"


def evaluate(count: int, people: int, requests: Sequence[int], habits: Habits) -> None:
    """Let the year pass in every city under every policy, and print it."""
    years: dict[int, list[list[Year]]] = {number: [] for number in requests}
    for seed in range(1, count + 1):
        city = make(people, seed)
        drawn = arrivals(city, max(requests), seed)
        for number in requests:
            # The first of a random order: fewer requests are a random part of the same ones.
            years[number].append(
                [
                    live(
                        city.network,
                        city.standing,
                        city.lattice,
                        VIEWER,
                        drawn[:number],
                        policy,
                        seed=seed,
                        habits=habits,
                    )
                    for policy in progress(POLICIES, f"city {seed} of {count}, {number} requests")
                ]
            )
    for number in requests:
        show(years[number], number)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=int, default=8)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--requests", type=int, nargs="+", default=[250, 1000])
    parser.add_argument("--yes", type=float, default=Habits().yes)
    parser.add_argument("--quick", action="store_true", help="two cities of 300 people: to see that it runs")
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    habits = Habits(yes=given.yes)
    if given.quick:
        evaluate(2, 300, [40], habits)
    else:
        evaluate(given.cities, given.people, given.requests, habits)
    print(
        f"\na yes {habits.yes:.0%} of the time, an answer after {habits.soonest} to {habits.latest} days; "
        f"{time.perf_counter() - begin:.0f} s"
    )


if __name__ == "__main__":
    main()
