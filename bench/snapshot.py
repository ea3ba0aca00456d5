"""Reading a snapshot from the embedded store and from a real Neo4j, in turn.

``python -m bench.snapshot [--people N …] [--data DIR] [--turns N]``.  Both stores hold the same city of the sample;
with ``--data`` an embedded store that is filled already is read, by itself.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path

from bench.neo4j_server import measured_server
from bench.tables import Timing, interleaved, keep, show
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.load import load
from ingest.sample import sample_city
from queries.snapshot import build
from tests.neo4j_server import Unavailable

TODAY = date(2026, 11, 23)
CITY = "antwerpen"


def measure(people: int, turns: int) -> list[Timing]:
    """Print and return the timings of one size on both stores."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stores = {"embedded": stack.enter_context(open_store(StoreSettings(data=folder)))}
        try:
            server, _ = stack.enter_context(measured_server())
        except Unavailable as reason:
            print(f"Without Neo4j: {reason}.")
        else:
            settings = StoreSettings(folder, server.uri, server.user, server.password)
            stores["Neo4j"] = stack.enter_context(open_store(settings))
        tables = sample_city(people, 1, today=TODAY)
        for name, store in stores.items():
            migrate(store)
            begin = time.perf_counter()
            load(store, tables, city=CITY, today=TODAY)
            print(f"{name}: {people:,} people written in {time.perf_counter() - begin:.1f} s", flush=True)
        return timed(f"Snapshot, {people:,} people", stores, turns)


def timed(title: str, stores: dict[str, Store], turns: int) -> list[Timing]:
    """Print and return how long reading takes, once everything is warm."""
    timings = interleaved({name: partial(_build, store) for name, store in stores.items()}, range(turns))
    show(title, timings)
    return timings


def _build(store: Store, _: int) -> None:
    build(store, CITY)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    parser.add_argument("--data", type=Path, help="an embedded store that is filled already")
    parser.add_argument("--turns", type=int, default=5)
    given = parser.parse_args(arguments)
    if given.data:
        with open_store(StoreSettings(data=given.data, heap="2g")) as store:
            migrate(store)
            found = {"data": timed("Snapshot of a store at hand", {"embedded": store}, given.turns)}
    else:
        found = {str(people): measure(people, given.turns) for people in given.people or (2_000, 10_000)}
    keep("snapshot", found)


if __name__ == "__main__":
    main()
