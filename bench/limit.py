"""The trusted path kernel against the same algorithm in C, on the same ties and the same pairs.

``python -m bench.limit [--people N --ties N] [--pairs N] [--quick]``.  ``bench/limit.c`` is compiled once with the
machine's own compiler (``CC``, else cc, gcc or clang) into the user's cache.  Every pair is asked of both in turn,
and the routes must be the same people with the same values.  C times itself, so that the pipe between is not
counted; further rows are each asked all pairs after one another, with its memory warm.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from bench.paths import random_ties
from bench.tables import Timing, keep, show
from graph.analytics.paths import Route, connector_factors, trusted_routes
from graph.network import Floats, Positions
from graph.trust import Ties

SOURCE = Path(__file__).with_name("limit.c")
SIZES = ("2000x10000", "10000x50000", "100000x1000000")
FLAGS = (
    "-std=c11",
    "-O3",
    "-march=native",
    "-ffp-contract=off",
)  # contracted, a value could differ from numpy's


class NoCompiler(RuntimeError):
    """No C compiler is installed here."""


def compiler() -> str:
    """Return the C compiler's path; raise NoCompiler with what to do about it."""
    for name in (os.environ.get("CC", ""), "cc", "gcc", "clang"):
        if name and (found := shutil.which(name)):
            return found
    message = "No C compiler: install one (Debian: apt install gcc; macOS: xcode-select --install) or set CC."
    raise NoCompiler(message)


def program(cache: Path | None = None) -> Path:
    """Return the compiled program, compiling it where the source or the flags are new."""
    cc = compiler()
    mark = hashlib.sha256(SOURCE.read_bytes() + " ".join((cc, *FLAGS)).encode()).hexdigest()[:16]
    folder = cache or user_cache_path("ploeg") / "bench"
    made = folder / f"limit-{mark}"
    if made.exists():
        return made
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{made.name}.{os.getpid()}"
    said = subprocess.run(
        [cc, *FLAGS, "-o", str(draft), str(SOURCE), "-lm"], capture_output=True, text=True, check=False
    )
    if said.returncode:
        message = f"{cc} does not compile {SOURCE.name}: {said.stderr[-800:]}"
        raise RuntimeError(message)
    return draft.replace(made)


def dump(lattice: Ties, factors: Floats, into: Path) -> None:
    """Write the network as the C program reads it: the ties of a row strongest first."""
    with into.open("wb") as file:
        np.array([lattice.size, len(lattice.targets)], dtype=np.int64).tofile(file)
        for indptr, ends, strength in (
            (lattice.indptr, lattice.targets, lattice.strength),
            (lattice.indptr_in, lattice.sources, lattice.strength_in),
        ):
            order = np.lexsort((-strength, np.repeat(np.arange(lattice.size), np.diff(indptr))))
            indptr.astype(np.int64).tofile(file)
            ends[order].astype(np.int32).tofile(file)
            strength[order].astype(np.float64).tofile(file)
        factors.astype(np.float64).tofile(file)


@dataclass(frozen=True)
class Limit:
    """The running C program."""

    process: "subprocess.Popen[str]"

    def ask(self, start: int, target: int) -> tuple[list[Route], float]:
        """Return its routes, and the milliseconds by its own clock."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{start} {target}\n")
        self.process.stdin.flush()
        return read_answer(self.process.stdout.readline())


def read_answer(line: str) -> tuple[list[Route], float]:
    """Read one line of the program's output."""
    if not line:
        message = "the C program stopped"
        raise RuntimeError(message)
    taken, *parts = line.split(";")
    routes: list[Route] = []
    for part in parts:
        value, *people = part.split()
        routes.append(Route(tuple(int(person) for person in people), float(value)))
    return routes, int(taken) / 1e6


@contextmanager
def limit(lattice: Ties, factors: Floats) -> Generator[Limit]:
    """Yield the program with the network read; it ends with the block."""
    made = program()
    with tempfile.TemporaryDirectory() as folder:
        network = Path(folder) / "network"
        dump(lattice, factors, network)
        with subprocess.Popen(
            [str(made), str(network)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            yield Limit(process)
            assert process.stdin is not None
            process.stdin.close()


def differences(ours: Sequence[Route], theirs: Sequence[Route]) -> int:
    """Count the routes that are not the same people with the same value, to the last kept decimal."""
    same = sum(
        one.people == other.people and abs(one.value - other.value) < 2e-12
        for one, other in zip(ours, theirs, strict=False)
    )
    return max(len(ours), len(theirs)) - same


def random_pairs(people: int, number: int, seed: int = 7) -> Positions:
    """Return pairs of different people; shape (number, 2)."""
    rng = np.random.default_rng(seed)
    start = rng.integers(0, people, number)
    return np.stack([start, (start + rng.integers(1, people, number)) % people], axis=1)


def factors_for(lattice: Ties, seed: int = 7) -> Floats:
    """Return the factors when about one in twelve does not introduce."""
    eligible = np.random.default_rng(seed).random(lattice.size) < 0.92
    return connector_factors(lattice, eligible, np.ones(lattice.size))


def measure(people: int, rows: int, pairs: int) -> dict[str, list[Timing]]:
    """Print and return the timings of one size; raise where an answer differs."""
    lattice = random_ties(people, rows)
    factors = factors_for(lattice)
    ends = random_pairs(people, pairs).tolist()
    taken: dict[str, list[float]] = {"C": [], "Ploeg": [], "hot": [], "Ploeg hot": []}
    unequal = answered = routes = 0
    with limit(lattice, factors) as other:
        trusted_routes(lattice, factors, *ends[0])
        other.ask(*ends[0])
        for start, target in ends:
            theirs, spent = other.ask(start, target)
            taken["C"].append(spent)
            begin = time.perf_counter()
            ours = trusted_routes(lattice, factors, start, target)
            taken["Ploeg"].append((time.perf_counter() - begin) * 1e3)
            unequal += bool(differences(ours, theirs))
            answered += bool(ours)
            routes += len(ours)
        taken["hot"].extend(other.ask(start, target)[1] for start, target in ends)
        for start, target in ends:
            begin = time.perf_counter()
            trusted_routes(lattice, factors, start, target)
            taken["Ploeg hot"].append((time.perf_counter() - begin) * 1e3)
    first = float(np.median(taken["C"]))
    timings = [
        Timing(
            name,
            len(times),
            float(np.median(times)),
            float(np.percentile(times, 95)),
            float(np.median(times)) / first,
        )
        for name, times in (
            ("C, three routes, in turn", taken["C"]),
            ("Ploeg, three routes, in turn", taken["Ploeg"]),
            ("C, one pair after another", taken["hot"]),
            ("Ploeg, one pair after another", taken["Ploeg hot"]),
        )
    ]
    show(f"Trusted path against C, {people:,} people, {rows:,} ties", timings)
    print(
        f"\n{answered} of {len(ends)} pairs have a route, {routes} routes; pairs answered differently: {unequal}."
    )
    if unequal:
        message = f"C and the kernel differ on {unequal} of {len(ends)} pairs"
        raise SystemExit(message)
    return {f"{people}x{rows}": timings}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int)
    parser.add_argument("--ties", type=int)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--quick", action="store_true", help="the two smaller sizes, 200 pairs")
    given = parser.parse_args()
    sizes = [tuple(int(part) for part in size.split("x")) for size in SIZES]
    if given.people:
        sizes = [(given.people, given.ties or 5 * given.people)]
    elif given.quick:
        sizes = sizes[:2]
    results: dict[str, list[Timing]] = {}
    try:
        for people, rows in sizes:
            results |= measure(people, rows, min(given.pairs, 200) if given.quick else given.pairs)
    except NoCompiler as reason:
        raise SystemExit(str(reason)) from None
    keep("limit", results)


if __name__ == "__main__":
    main()
