"""What a snapshot and what is worked out of it weigh in memory.

``python -m bench.memory [--people N …] [--quick]``.  A city of the sample is made, put away in a file and read by a
fresh process, so that nothing but the snapshot is there.  Two figures per part: the bytes of its objects, each
counted once, and what the process grew by (resident memory, Linux), which has the room that was needed on the way.
The parts are those the product keeps: the network, the ties of today, the matcher and a coordinator's search index.
"""

import argparse
import gc
import json
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from types import FunctionType, ModuleType

import numpy as np

from bench.match import TODAY
from bench.tables import machine
from graph.access import Role, Viewer, standing, visible
from graph.analytics.matching import Matcher
from graph.analytics.search import SearchIndex
from graph.network import Network
from graph.trust import ties
from ingest.sample import sample_city
from queries.entries import entries_of
from tests.networks import network_of

STATM = Path("/proc/self/statm")
MB = 1e6
SIZES = (2_000, 10_000, 100_000)


@dataclass(frozen=True)
class Part:
    """Megabytes of one part: its objects, and what the process grew by."""

    name: str
    objects: float
    resident: float


def resident() -> float:
    """Return this process's resident memory in megabytes; not a number where /proc does not tell."""
    gc.collect()
    if not STATM.exists():
        return float("nan")
    import resource

    return int(STATM.read_text().split()[1]) * resource.getpagesize() / MB


def weight(thing: object, seen: set[int]) -> int:
    """Return the bytes of everything reached from `thing` that is not in `seen` yet, and add it there."""
    total, waiting = 0, [thing]
    while waiting:
        item = waiting.pop()
        if id(item) in seen or isinstance(item, type | ModuleType | FunctionType):
            continue
        seen.add(id(item))
        if isinstance(item, np.ndarray) and item.base is not None:
            total += sys.getsizeof(item)
            waiting.append(item.base)
            continue
        total += sys.getsizeof(item)
        waiting.extend(_inside(item))
    return total


def _inside(item: object) -> Iterable[object]:
    if isinstance(item, dict):
        yield from item.keys()
        yield from item.values()
    elif isinstance(item, list | tuple | set | frozenset):
        yield from item
    elif is_dataclass(item) and not hasattr(item, "__dict__"):
        for field in fields(item):
            yield getattr(item, field.name, None)
    elif hasattr(item, "__dict__"):
        yield vars(item)


def weigh(file: Path) -> list[Part]:
    """Read the network in `file`, work out what the product keeps, and weigh it all in the end."""
    marks = [resident()]
    with file.open("rb") as stream:
        network: Network = pickle.load(stream)  # noqa: S301 - written by the process that started this one
    marks.append(resident())
    lattice = ties(network, TODAY, today=TODAY)
    marks.append(resident())
    matcher = Matcher.build(network, lattice)
    marks.append(resident())
    seen_now = visible(standing(network, TODAY), Viewer(Role.COORDINATOR, network.city))
    index = SearchIndex.build(tuple(entries_of(network, seen_now, Viewer(Role.COORDINATOR, network.city))))
    marks.append(resident())
    counted: set[int] = set()
    kept = {
        "the network": network,
        "the ties of today": lattice,
        "the matcher": matcher,
        "the search index": index,
    }
    parts = [
        Part(name, weight(thing, counted) / MB, after - before)
        for (name, thing), (before, after) in zip(kept.items(), pairwise(marks), strict=True)
    ]
    together = Part("together", sum(part.objects for part in parts), marks[-1] - marks[0])
    return [
        *parts,
        together,
        Part("the whole process, with Python and the libraries", float("nan"), marks[-1]),
    ]


def measure(people: int) -> list[Part]:
    """Print and return the weights of one size."""
    network = network_of(sample_city(people, 1, today=TODAY), TODAY)
    declared = len(network.declared.start)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.pickle"
        with file.open("wb") as stream:
            pickle.dump(network, stream, protocol=pickle.HIGHEST_PROTOCOL)
        del network
        said = subprocess.run(
            [sys.executable, "-m", "bench.memory", "--read", str(file)],
            capture_output=True,
            text=True,
            check=True,
        )
    parts = [Part(**part) for part in json.loads(said.stdout)]
    print(f"\n### Memory of a snapshot, {people:,} people, {declared:,} declared ties\n\n{machine()}\n")
    print("| part | objects, MB | resident, MB | bytes a person |\n|---|---|---|---|")
    for part in parts:
        told = part.objects if part.objects == part.objects else part.resident
        print(
            f"| {part.name} | {_megabytes(part.objects)} | {_megabytes(part.resident)} | {told * MB / people:,.0f} |"
        )
    sys.stdout.flush()
    return parts


def _megabytes(value: float) -> str:
    return f"{value:,.1f}" if value == value else "–"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    parser.add_argument("--quick", action="store_true", help="the two smaller sizes")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(json.dumps([asdict(part) for part in weigh(given.read)]))
        return
    results = {
        str(people): [asdict(part) for part in measure(people)]
        for people in given.people or SIZES[: 2 if given.quick else None]
    }
    out = Path(__file__).parent / "out"
    out.mkdir(exist_ok=True)
    (out / "memory.json").write_text(json.dumps({"machine": machine(), **results}, indent=1))


if __name__ == "__main__":
    main()
