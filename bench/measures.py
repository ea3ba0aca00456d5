"""Our measures of a learning network against networkx, igraph, networkit and rustworkx, on the same graph.

``python -m bench.measures [--size 10000x50000 …] [--only MEASURE …] [--seconds N] [--quick]``.  The libraries run in
an environment of their own (bench/environment.py); they and ours take turns, each by its own clock, until the
seconds of a measure are spent; twice at least.  Each has one core (``--cores`` gives networkit and rustworkx more;
ours, igraph and networkx use one).  A ratio is of two turns beside each other; told are its median and quartiles,
and the median of processor time.  What networkx would be busy with for minutes is taken of a part and multiplied, and
marked ≈.  Where there is one right result, everybody's must be ours.
"""

import argparse
import json
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bench.environment import NoLibraries
from bench.libraries import Libraries, libraries
from bench.measured import MEASURES, Contender, Given, Measure
from bench.paths import random_ties
from bench.tables import machine
from graph.analytics.graphs import Graph, people_graph

SIZES = ((2_000, 10_000), (10_000, 50_000), (100_000, 1_000_000))
FEWEST = 2
SECTORS = (0.45, 0.25, 0.15, 0.05, 0.05, 0.05)


@dataclass(frozen=True)
class Row:
    """One contender of one measure: seconds, and its turns over ours as median and quartiles."""

    measure: str
    name: str
    turns: int
    seconds: float
    ratio: float
    low: float
    high: float
    busy: float
    told: str


def given(people: int, rows: int) -> Given:
    """Return a graph with skewed degrees, its planted groups, and a sector for each person."""
    lattice = random_ties(people, rows)
    # The first draw of that generator is the groups.
    planted = np.random.default_rng(1).integers(0, max(people // 80, 2), people)
    graph: Graph = people_graph(lattice, np.ones(people, dtype=np.bool_))
    sector = np.random.default_rng(2).choice(len(SECTORS), people, p=SECTORS)
    return Given(graph, planted, sector)


def raced(measure: Measure, contenders: Mapping[str, Contender], seconds: float) -> list[Row]:
    """Let everybody have a turn after the other and return a row each; the first is ours."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    found: dict[str, object] = {}
    begun = time.monotonic()
    turn = 0
    while turn < FEWEST or time.monotonic() - begun < seconds:
        for name, ask in contenders.items():
            told = ask(turn)
            taken[name].append((told.seconds, told.busy))
            found.setdefault(name, told.found)
        turn += 1
    ours = np.array(taken[next(iter(contenders))])
    remarks = measure.compared(found)
    rows: list[Row] = []
    for name, each in taken.items():
        times = np.array(each)
        ratio = times[:, 0] / ours[:, 0]
        low, middle, high = np.percentile(ratio, [25, 50, 75])
        busy = float(np.median(times[:, 1] / np.maximum(ours[:, 1], 1e-9)))
        rows.append(
            Row(
                measure.name,
                name,
                turn,
                float(np.median(times[:, 0])),
                float(middle),
                float(low),
                float(high),
                busy,
                remarks.get(name, ""),
            )
        )
    return rows


def show(rows: Sequence[Row]) -> None:
    """Print a line each."""
    for row in rows:
        ratio = "1" if row.name.startswith("Ploeg") else f"{row.ratio:.2g} [{row.low:.2g}, {row.high:.2g}]"
        busy = "1" if row.name.startswith("Ploeg") else f"{row.busy:.2g}"
        cells = (row.measure, row.name, str(row.turns), f"{row.seconds * 1e3:,.3g}", ratio, busy, row.told)
        print(f"| {' | '.join(cells)} |", flush=True)


def measured(size: tuple[int, int], only: Sequence[str], seconds: float, cores: int) -> list[Row]:
    """Print and return every measure of one size."""
    made = given(*size)
    print(f"\n### Measures, {made.graph.nodes:,} people, {made.graph.edges:,} ties\n\n{machine()}\n")
    print("| measure | | turns | median ms | × ours [quartiles] | × processor time | what came of it |")
    print("|---|---|---|---|---|---|---|", flush=True)
    found: list[Row] = []
    with libraries(made.graph, cores) as running:
        for measure in MEASURES:
            if not only or measure.name in only:
                found.extend(_one(measure, made, running, seconds))
    return found


def _one(measure: Measure, made: Given, running: Libraries, seconds: float) -> list[Row]:
    contenders = measure.contenders(made, running)
    if not contenders:
        return []
    rows = raced(measure, contenders, seconds)
    show(rows)
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", action="append", default=[], help="PEOPLExTIES")
    parser.add_argument("--only", action="append", default=[], help="a measure by its name")
    parser.add_argument("--seconds", type=float, default=20.0, help="of turns, for each measure")
    parser.add_argument("--cores", type=int, default=1, help="of the libraries that can use more")
    parser.add_argument("--quick", action="store_true", help="1,000 people, two turns")
    chosen = parser.parse_args(arguments)
    sizes = [tuple(int(part) for part in size.split("x")) for size in chosen.size] or list(SIZES)
    if chosen.quick:
        sizes, chosen.seconds = [(1_000, 5_000)], 0.0
    kept: dict[str, list[dict[str, object]]] = {}
    try:
        for people, rows in sizes:
            kept[f"{people}x{rows}"] = [
                asdict(row) for row in measured((people, rows), chosen.only, chosen.seconds, chosen.cores)
            ]
    except NoLibraries as reason:
        raise SystemExit(str(reason)) from None
    out = Path(__file__).parent / "out"
    out.mkdir(exist_ok=True)
    (out / "measures.json").write_text(
        json.dumps({"machine": machine(), "argv": sys.argv[1:], **kept}, indent=1)
    )


if __name__ == "__main__":
    main()
