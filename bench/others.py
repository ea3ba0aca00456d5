"""The trusted path kernel against igraph, rustworkx and networkit, on the same ties and the same pairs.

``python -m bench.others [--people N --ties N] [--pairs N] [--quick]``.  The libraries live in a virtual environment
of their own in the user's cache, made the first time (igraph is GPL: it is never part of an install).  Each gives
three routes that share nobody, and knows no limit of ties, so that it answers an easier question.  Compared: a
library's first route is never worth less than ours, and its routes up to the first of more than four ties are ours.
"""

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise, takewhile
from pathlib import Path

import numpy as np

from bench.environment import NoLibraries, environment
from bench.limit import SIZES, factors_for, random_pairs
from bench.paths import random_ties
from bench.tables import Timing, keep, show
from graph.analytics.paths import DEFAULT, MAX_INTRODUCTIONS, Route, trusted_routes
from graph.network import Floats
from graph.trust import Ties

WORKER = Path(__file__).with_name("others_worker.py")
LIBRARIES = ("igraph", "rustworkx", "networkit")
TOO_DEAR = 1e9
MOST_PEOPLE = MAX_INTRODUCTIONS + 2


@dataclass(frozen=True)
class Answer:
    """Routes of a library, and the milliseconds until the first and the last."""

    routes: list[tuple[int, ...]]
    first: float
    whole: float


@dataclass(frozen=True)
class Others:
    """The running libraries."""

    process: "subprocess.Popen[str]"

    def ask(self, library: str, start: int, target: int) -> Answer:
        """Return what a library answers."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{library} {start} {target}\n")
        self.process.stdin.flush()
        said = json.loads(self.line())
        return Answer([tuple(route) for route in said["routes"]], said["first"] / 1e6, said["all"] / 1e6)

    def line(self) -> str:
        """Return the next line; raise when the process has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            message = "the libraries' process stopped"
            raise RuntimeError(message)
        return line


@contextmanager
def others(lattice: Ties, factors: Floats) -> Generator[Others]:
    """Yield the libraries with the network read; they end with the block."""
    python = environment()
    cost = -np.log(lattice.strength * DEFAULT.decay)
    factor = factors[lattice.targets]
    with np.errstate(divide="ignore"):
        through = np.where(factor > 0.0, cost - np.log(factor), TOO_DEAR)
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder) / "network.npz"
        np.savez(network, indptr=lattice.indptr, columns=lattice.targets, cost=through, last=cost)
        with subprocess.Popen(
            [str(python), "-P", str(WORKER), str(network)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            running = Others(process)
            running.line()
            yield running
            assert process.stdin is not None
            process.stdin.close()


def value(lattice: Ties, factors: Floats, people: Sequence[int]) -> float:
    """Return a route's value by our definition."""
    worth = DEFAULT.decay ** (len(people) - 2)
    for start, end in pairwise(people):
        low, high = int(lattice.indptr[start]), int(lattice.indptr[start + 1])
        worth *= float(lattice.strength[low + int(np.searchsorted(lattice.targets[low:high], end))])
    for connector in people[1:-1]:
        worth *= float(factors[connector])
    return worth


@dataclass
class Agreement:
    """What the answers of one library have to do with ours."""

    asked: int = 0
    longer: int = 0
    compared: int = 0
    wrong: int = 0

    def add(self, ours: Sequence[Route], theirs: Sequence[tuple[int, ...]], values: Sequence[float]) -> None:
        """Compare one pair's answers, up to their first route of more than four ties."""
        self.asked += 1
        if ours and (not values or values[0] < ours[0].value - 1e-9):
            self.wrong += 1
            return
        short = list(takewhile(lambda route: len(route) <= MOST_PEOPLE, theirs))
        kept = [route for route, worth in zip(short, values, strict=False) if worth >= DEFAULT.least]
        self.longer += len(short) < len(theirs)
        self.compared += len(kept)
        mine = [route.people for route in ours]
        self.wrong += kept != (mine if len(short) == len(theirs) else mine[: len(kept)])


def measure(people: int, rows: int, pairs: int) -> dict[str, list[Timing]]:
    """Print and return the timings of one size; raise where an answer contradicts ours."""
    lattice = random_ties(people, rows)
    factors = factors_for(lattice)
    ends = random_pairs(people, pairs + 1).tolist()
    taken: dict[str, list[float]] = {"Ploeg, three routes": []}
    agreement = {name: Agreement() for name in LIBRARIES}
    with others(lattice, factors) as running:
        for at, (start, target) in enumerate(ends):
            begin = time.perf_counter()
            ours = trusted_routes(lattice, factors, start, target)
            spent = (time.perf_counter() - begin) * 1e3
            answers = {name: running.ask(name, start, target) for name in LIBRARIES}
            if at == 0:  # everybody's first question warms up and is not counted
                continue
            taken["Ploeg, three routes"].append(spent)
            for name, answer in answers.items():
                taken.setdefault(f"{name}, three routes (no limit of ties)", []).append(answer.whole)
                taken.setdefault(f"{name}, the first route alone", []).append(answer.first)
                values = [value(lattice, factors, route) for route in answer.routes]
                agreement[name].add(ours, answer.routes, values)
    first = float(np.median(taken["Ploeg, three routes"]))
    timings = [
        Timing(
            name,
            len(times),
            float(np.median(times)),
            float(np.percentile(times, 95)),
            float(np.median(times)) / first,
        )
        for name, times in taken.items()
    ]
    show(f"Trusted path against other libraries, {people:,} people, {rows:,} ties", timings)
    print(
        "\n| | pairs | with a route of more than four ties | routes compared with ours | pairs that contradict ours |"
    )
    print("|---|---|---|---|---|")
    for name, said in agreement.items():
        print(f"| {name} | {said.asked} | {said.longer} | {said.compared} | {said.wrong} |")
    if any(said.wrong for said in agreement.values()):
        message = "a library's answer contradicts ours"
        raise SystemExit(message)
    return {f"{people}x{rows}": timings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int)
    parser.add_argument("--ties", type=int)
    parser.add_argument("--pairs", type=int, default=50)
    parser.add_argument("--quick", action="store_true", help="the two smaller sizes, 20 pairs")
    given = parser.parse_args()
    sizes = [tuple(int(part) for part in size.split("x")) for size in SIZES]
    if given.people:
        sizes = [(given.people, given.ties or 5 * given.people)]
    elif given.quick:
        sizes = sizes[:2]
    results: dict[str, list[Timing]] = {}
    try:
        for people, rows in sizes:
            results |= measure(people, rows, min(given.pairs, 20) if given.quick else given.pairs)
    except NoLibraries as reason:
        raise SystemExit(str(reason)) from None
    keep("others", results)


if __name__ == "__main__":
    main()
