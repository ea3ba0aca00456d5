"""The whole product on the embedded store: import, snapshot, a path and a match as answers over HTTP, start-up.

``python -m bench.product [--people N]``.  HTTP is measured against an empty handler of the same application plus one
round trip to the store, in turn.
"""

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import httpx
import uvicorn

from api.app import AppState, create_app
from bench.tables import Timing, interleaved, keep, machine, show
from graph.access import Role, Viewer
from graph.schema import migrate
from graph.store import StoreSettings, open_store
from ingest.checks import check
from ingest.load import load
from ingest.out import write_csv_zip
from ingest.sample import sample_city
from ingest.tables import read
from queries.snapshot import build
from queries.snapshots import Snapshots

TODAY = date(2026, 11, 23)
CITY = "antwerpen"


def seconds(title: str, begin: float) -> float:
    """Print how long something took."""
    taken = time.perf_counter() - begin
    print(f"| {title} | {taken:.2f} s |")
    return taken


def measure(people: int) -> dict[str, list[Timing]]:
    """Print and return the timings of one size."""
    print(
        f"\n### The product, {people:,} people of the sample city\n\n{machine()}\n\n| what | wall |\n|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "city.csv.zip"
        tables = sample_city(people, 1, today=TODAY)
        write_csv_zip(tables, archive)
        begin = time.perf_counter()
        store = open_store(StoreSettings(data=Path(folder) / "data"))
        migrate(store)
        seconds("start the embedded store, empty", begin)
        begin = time.perf_counter()
        checked = check(read([archive]), today=TODAY)
        seconds("read and check the tables", begin)
        begin = time.perf_counter()
        load(store, checked.tables, city=CITY, today=TODAY)
        rows = sum(len(part) for _, part in checked.tables.items())
        seconds(f"write {rows:,} rows in one transaction", begin)
        for turn in ("first", "second", "third"):
            begin = time.perf_counter()
            build(store, CITY)
            seconds(f"snapshot, {turn} time", begin)
        snapshots = Snapshots(store)
        viewer = Viewer(Role.COORDINATOR, CITY)
        state = AppState(store=store, snapshots=snapshots, city=CITY, role=viewer.role, version="bench")
        results = _http(state, people)
        store.close()
        time.sleep(3)
        begin = time.perf_counter()
        store = open_store(StoreSettings(data=Path(folder) / "data"))
        migrate(store)
        Snapshots(store).fresh(CITY)
        seconds("start with these data to first answer", begin)
        store.close()
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "ploeg", "version"], check=True, capture_output=True)
        seconds("`ploeg version`, whole process", begin)
        time.sleep(3)
    return results


def _http(state: AppState, people: int) -> dict[str, list[Timing]]:
    server = uvicorn.Server(uvicorn.Config(create_app(state), port=0, log_level="critical"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    client = httpx.Client(base_url=f"http://127.0.0.1:{port}")
    keys = [f"p{number}" for number in range(1, min(people, 400))]

    def path(at: int) -> object:
        return client.get("/v1/paths", params={"from": keys[at], "to": keys[-1 - at]}).raise_for_status()

    def empty(_: int) -> object:
        client.get("/healthz")
        return state.store.read("RETURN 1 AS one")

    compared = interleaved(
        {
            "an empty handler and one round trip to the store": empty,
            "GET /v1/paths": path,
            "GET /v1/requests/…/matches": lambda at: client.get(f"/v1/requests/v{at % 40 + 1}/matches"),
        },
        range(100),
    )
    server.should_exit = True
    show(f"Over HTTP, {people:,} people", compared)
    return {f"http {people}": compared}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, action="append", default=[])
    given = parser.parse_args()
    results: dict[str, list[Timing]] = {}
    for people in given.people or [2_000, 10_000]:
        results |= measure(people)
    keep("product", results)


if __name__ == "__main__":
    main()
