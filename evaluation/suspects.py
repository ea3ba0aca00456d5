"""Usual suspects: how unevenly proposals fall on people, with and without freshness and spread, and at what cost.

``python -m evaluation.suspects [--cities 5] [--requests 500] [--quick]``.  Requests come one after another; the first
two who are proposed are asked, and an ask stays open during the next sixty requests.  Everyone begins with nothing
open.  The way to people (`reach`) is that of the first day.  Gini is over everyone who may be proposed, those never
proposed included; its intervals are Student's t over cities, those of nDCG bootstrap over cities and requests.
"""

import argparse
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rich.console import Console
from rich.progress import track
from scipy import stats

from evaluation.hidden_city import city
from evaluation.hidden_kinds import USUAL
from evaluation.hidden_model import TODAY
from evaluation.judged import COLUMNS, Case, Judged, K, best, column, judged, quality
from evaluation.metrics import Interval, gini
from evaluation.ranking import interval, paired
from graph.analytics.match_model import DEFAULT
from graph.analytics.spread import Groups, spread_out
from graph.network import Floats, Network, Positions
from graph.trust import running

ASKED = 2
"""How many of a list are asked."""

OPEN = 60
"""During how many requests an ask stays open."""

FRESH = COLUMNS.index("freshness")


@dataclass(frozen=True, slots=True)
class Policy:
    """A way of proposing: the weight of freshness beside the shipped others, and whether the list is spread."""

    freshness: float
    spread: bool

    def weights(self) -> Floats:
        """Return the weights in the order of the columns."""
        return column({**DEFAULT.weights(), "freshness": self.freshness})


@dataclass(frozen=True)
class Run:
    """What came of one policy in one city.

    Attributes
    ----------
    ndcg
        Of every request.  Shape (requests,).
    proposed, first, asked
        How often each who may be proposed was among the ten, was the first, and was asked.  Shape (people,).
    past
        Share of the asks that went to somebody who had as many open as they take.
    """

    ndcg: Floats
    proposed: Floats
    first: Floats
    asked: Floats
    past: float


def groups_of(network: Network) -> list[Groups]:
    """Return what everyone may have in common with others, as the product sees it today."""
    links = network.memberships
    now = running(links.since, links.until, TODAY.toordinal())
    return [
        Groups(frozenset(links.other[rows[now[rows]]].tolist()), frozenset(network.people[at].neighbourhoods))
        for at in range(len(network.people))
        for rows in (links.of(at),)
    ]


def proposals(
    case: Case, open_asks: Positions, limits: Positions, groups: Sequence[Groups], policy: Policy
) -> list[int]:
    """Return who is proposed while `open_asks` stand, as :meth:`Matcher.match` does; shape of both (people,)."""
    people = case.people[case.listed]
    if not len(people):
        return []
    values = case.values[case.listed]
    fresh = np.maximum(0.0, 1.0 - open_asks[people] / np.maximum(limits[people], 1))
    weights = policy.weights() / policy.weights()[_asked(values)].sum()
    known = values @ weights - values[:, FRESH] * weights[FRESH]
    scores = np.round(known + np.round(fresh, 6) * weights[FRESH], 12)
    if not policy.spread:
        return [int(at) for at in people[best(scores)]]
    pool = [int(at) for at in people[best(scores, K * DEFAULT.pool)]]
    everyone = np.zeros(len(open_asks))
    everyone[people] = scores
    mine = {at: groups[at] for at in pool}
    return spread_out(pool, everyone, mine, DEFAULT.spread, DEFAULT.spread_place, K)


def _asked(values: Floats) -> Positions:
    """Return the columns that were asked: their weights are scaled to 1, against which spread takes its tenth."""
    found = np.flatnonzero(values.any(axis=0))
    return np.union1d(found[found < FRESH], [FRESH])


def run(town: Judged, groups: Sequence[Groups], policy: Policy | None) -> Run:
    """Propose for every request in turn, while asks open and close; without a policy, by chance."""
    chance = np.random.default_rng(1)
    size = len(town.city.network.people)
    limits = np.array([person.ask_limit for person in town.city.network.people])
    open_asks = np.zeros(size, dtype=np.int64)
    proposed, first, asked = np.zeros(size), np.zeros(size), np.zeros(size)
    running_asks: deque[list[int]] = deque()
    found: list[float] = []
    past = 0
    for case in town.cases:
        if len(running_asks) > OPEN:
            open_asks[running_asks.popleft()] -= 1
        if policy is None:
            listed = [int(at) for at in chance.permutation(case.people)[:K]]
        else:
            listed = proposals(case, open_asks, limits, groups, policy)
        found.append(quality(case, listed)[0])
        proposed[listed] += 1.0
        first[listed[:1]] += 1.0
        now = listed[:ASKED]
        past += int(np.count_nonzero(open_asks[now] >= limits[now]))
        open_asks[now] += 1
        asked[now] += 1.0
        running_asks.append(now)
    may = town.allowed
    return Run(np.array(found), proposed[may], first[may], asked[may], past / max(float(asked.sum()), 1.0))


def over_cities(figures: Sequence[float]) -> Interval:
    """Return the mean of a figure a city with Student's t interval."""
    values = np.array(figures)
    half = float(stats.t.ppf(0.975, len(values) - 1)) * float(values.std(ddof=1)) / len(values) ** 0.5
    return Interval(float(values.mean()), float(values.mean()) - half, float(values.mean()) + half)


def change(found: Sequence[float], plain: Sequence[float]) -> str:
    """Return the paired difference of a figure a city."""
    return over_cities([a - b for a, b in zip(found, plain, strict=True)]).text()


def show(runs: Mapping[str, Sequence[Run]], against: str) -> None:
    """Print a row a policy, with what changes `against` one of them."""
    titles = (
        "policy", "Gini of the first ten", "change", "Gini of the first", "change", "most often", "never",
        "asks past the limit", "nDCG@10", "change",
    )  # fmt: skip
    print("| " + " | ".join(titles) + " |\n|" + " --- |" * len(titles))
    plain = runs[against]
    base = [gini(one.proposed) for one in plain], [gini(one.first) for one in plain]
    for name, found in runs.items():
        ten, first = [gini(one.proposed) for one in found], [gini(one.first) for one in found]
        quality_of = [one.ndcg for one in found]
        cells = [
            name,
            over_cities(ten).text(),
            change(ten, base[0]),
            over_cities(first).text(),
            change(first, base[1]),
            f"{np.mean([one.proposed.max() for one in found]):.0f} times",
            f"{np.mean([np.mean(one.proposed == 0.0) for one in found]):.0%}",
            f"{np.mean([one.past for one in found]):.1%}",
            interval(quality_of).text(),
            paired(quality_of, [one.ndcg for one in plain]).text(),
        ]
        print("| " + " | ".join(cells) + " |")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=int, default=5, help="cities, a seed each; 2 at least")
    parser.add_argument("--requests", type=int, default=500, help="requests in each city, one after another")
    parser.add_argument("--people", type=int, default=500, help="people in each city")
    parser.add_argument("--quick", action="store_true", help="a small run that shows that all of it works")
    given = parser.parse_args(arguments)
    if given.cities < 2:
        parser.error("--cities: 2 or more, as the intervals are over cities")
    people, count, cities = (150, 80, 2) if given.quick else (given.people, given.requests, given.cities)
    shipped = DEFAULT.freshness
    policies: dict[str, Policy | None] = {
        "chance, within the hard limits": None,
        "neither": Policy(0.0, spread=False),
        "freshness": Policy(shipped, spread=False),
        "spread": Policy(0.0, spread=True),
        "**both, as shipped**": Policy(shipped, spread=True),
        "both, freshness .10": Policy(0.10, spread=True),
        "both, freshness .20": Policy(0.20, spread=True),
        "both, freshness .40": Policy(0.40, spread=True),
    }
    runs: dict[str, list[Run]] = {name: [] for name in policies}
    quiet = Console(stderr=True)
    jobs = range(201, 201 + cities)
    for seed in track(jobs, "cities", console=quiet, transient=True, disable=not quiet.is_terminal):
        town = judged(city(replace(USUAL, people=people), seed), count, seed)
        groups = groups_of(town.city.network)
        for name, policy in policies.items():
            runs[name].append(run(town, groups, policy))
    print(f"{cities} cities of {people} people, {count} requests each, {ASKED} asked of every ten\n")
    show(runs, "neither")


if __name__ == "__main__":
    main()
