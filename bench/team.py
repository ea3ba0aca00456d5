"""How long a team takes, and how far from the best one it may be.

``python -m bench.team [--people N …] [--questions N]``.  Requests of the sample city, with everything worked out
beforehand; a team whose search was stopped says what no team can exceed.
"""

import argparse
import time
from collections.abc import Sequence

import numpy as np

from bench.match import TODAY, needs_of
from bench.tables import Timing, keep, machine
from graph.access import Role, Viewer, matchable, standing
from graph.analytics.matching import Matcher
from graph.trust import ties
from ingest.sample import sample_city
from queries.matching import Prepared
from queries.team import compose
from tests.networks import network_of

TEAM_SIZES = (3, 5)


def measure(people: int, questions: int) -> list[Timing]:
    """Print a row for each size of team, and return the timings."""
    network = network_of(sample_city(people, 1, today=TODAY), TODAY)
    viewer = Viewer(Role.COORDINATOR, network.city)
    allowed = matchable(standing(network, TODAY), viewer, None)
    matcher = Matcher.build(network, ties(network, TODAY, today=TODAY))
    needs = needs_of(network, questions)
    timings: list[Timing] = []
    for size in TEAM_SIZES:
        taken, above, candidates = list[float](), list[float](), list[int]()
        for at in range(questions):
            ready = Prepared(matcher, needs[at % len(needs)], allowed.copy(), None)
            begin = time.perf_counter()
            found = compose(network, ready, viewer, size, TODAY)
            taken.append((time.perf_counter() - begin) * 1e3)
            above.append(0.0 if found.exact or not found.score else found.bound / found.score - 1.0)
            candidates.append(found.candidates.count)
        p50, p95 = (float(np.percentile(taken, part)) for part in (50, 95))
        exact = sum(one == 0.0 for one in above)
        print(
            f"| {people:,} | {size} | {int(np.median(candidates)):,} | {p50:,.0f} / {p95:,.0f} ms "
            f"| {exact} of {questions} | {np.median(above):.1%} | {max(above):.1%} |",
            flush=True,
        )
        timings.append(Timing(f"{people:,} people, {size} in a team", questions, p50, p95, 1.0))
    return timings


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    parser.add_argument("--questions", type=int, default=20)
    given = parser.parse_args(arguments)
    print(f"\n### Teams\n\n{machine()}\n")
    print(
        "| people | team | who fits, median | p50 / p95 | the best for sure | a better one: median | at most |"
    )
    print("|---|---|---|---|---|---|---|")
    sizes = given.people or (2_000, 10_000, 100_000)
    keep("team", {str(people): measure(people, given.questions) for people in sizes})


if __name__ == "__main__":
    main()
