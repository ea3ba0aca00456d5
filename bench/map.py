"""How soon a map is there, how it moves and what it weighs: our page, and pyvis with physics off, on the same data.

``python -m bench.map [--nodes N …] [--runs N]``.  A city of planted ties is loaded into an embedded store and kept
for all rows of its size; the page comes from the real server, as its coordinator.  Each look has a browser of its
own, in turn: the page with everybody on it, the page as it opens, and what pyvis makes of the same answer.  The map
of pyvis has our positions, as a page that works them out is not there within a minute.
"""

import argparse
import gzip
import json
import re
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from bench.map_browser import Seen, look
from bench.map_cities import TIES, city, city_served, today
from bench.tables import keep, machine
from tests.browser import browser

PATIENCE = 120.0
"""Seconds in which a map has to be there."""

DRAWN = """() => {
  let first = true;
  network.on("afterDrawing", () => {
    if (first) { first = false; void window.told("first"); }
  });
  network.on("hoverNode", () => { network.once("afterDrawing", () => { window.near(); }); });
  network.redraw();
}"""
"""Has a page of pyvis tell what ours tells."""


@dataclass(frozen=True)
class Answer:
    """The answer of ``GET /v1/map``: kilobytes, and seconds of the server.

    ``cold`` is the first after a start: the network is read from the store, then ties, communities and places are
    worked out.  ``loading`` is the tables into the store.
    """

    nodes: int
    ties: int
    raw: float
    compressed: float
    cold: float
    warm: float
    loading: float


@dataclass(frozen=True)
class Row:
    """Medians of one contender; ``least`` and ``most`` are of the first frame, ``ratio`` of its medians, to ours."""

    nodes: int
    name: str
    runs: int
    first: float
    least: float
    most: float
    ratio: float
    after_answer: float
    pan: float
    pan95: float
    zoom: float
    zoom95: float
    hover: float
    heap: float
    memory: float


def asked(client: httpx.Client) -> tuple[Any, Answer]:
    """Ask for the map, the first time and some more."""
    taken: list[float] = []
    content = b""
    for _ in range(4):
        begin = time.perf_counter()
        content = client.get("/v1/map").raise_for_status().content
        taken.append(time.perf_counter() - begin)
    found = json.loads(content)
    return found, Answer(
        nodes=len(found["nodes"]["id"]),
        ties=len(found["edges"]["end"]),
        raw=len(content) / 1e3,
        compressed=len(gzip.compress(content, 6)) / 1e3,
        cold=taken[0],
        warm=float(np.median(taken[1:])),
        loading=np.nan,
    )


def with_pyvis(found: Any) -> str:
    """Return what pyvis makes of an answer: its page as it is, less what it asks of other hosts."""
    from pyvis.network import Network

    nodes, edges = found["nodes"], found["edges"]
    held = Network(height="700px", width="100%", cdn_resources="in_line")
    # Its `add_edge` looks through all edges before each one: 30,000 of them take a minute.
    # As wide as our portable map, with nodes that a mouse can hit when all of it is seen.
    wide = 70 * len(nodes["id"]) ** 0.5 / 65_535
    held.nodes = [
        {"id": at, "label": label, "shape": "dot", "size": 25, "x": x * wide, "y": -y * wide}
        for at, (label, x, y) in enumerate(zip(nodes["label"], nodes["x"], nodes["y"], strict=True))
    ]
    held.edges = [
        {"from": start, "to": end}
        for start, end in zip(accumulate(edges["start"]), edges["end"], strict=True)
    ]
    held.toggle_physics(False)
    held.set_options(
        json.dumps(
            {
                "physics": {"enabled": False},
                "layout": {"improvedLayout": False},
                "interaction": {"hover": True},
                "edges": {"smooth": False},
            }
        )
    )
    return re.sub(r'(href|src)\s*=\s*"https:[^"]*"', "", held.generate_html(notebook=False))


def measure(nodes: int, runs: int) -> tuple[Answer, list[Row]]:
    """Return the figures of one size."""
    day = today()
    tables = city(nodes, TIES[nodes], 1, today=day)
    begin = time.perf_counter()
    with city_served(tables, today=day) as client, tempfile.TemporaryDirectory() as folder:
        loading = time.perf_counter() - begin
        found, answer = asked(client)
        answer = replace(answer, loading=loading)
        file = Path(folder) / "pyvis.html"
        file.write_text(with_pyvis(found), encoding="utf-8")
        page = f"{str(client.base_url).rstrip('/')}/kaart"

        def ours(path: str) -> Callable[[], Seen]:
            return lambda: looked(page + path, ".canvas")

        contenders: dict[str, Callable[[], Seen]] = {"the page, everybody": ours("?toon=alles")}
        if nodes > 10_000:
            contenders["the page, as it opens"] = ours("")
        contenders["pyvis, physics off"] = lambda: looked(file.as_uri(), "#mynetwork", DRAWN)
        seen: dict[str, list[Seen]] = {name: [] for name in contenders}
        for _ in range(runs):
            for name, see in contenders.items():
                seen[name].append(see())
    return answer, rows(nodes, seen)


def looked(address: str, place: str, after: str = "") -> Seen:
    """Look once, with a browser of its own; NaN where the map did not come."""
    with browser() as opened:
        try:
            return look(opened, address, place, PATIENCE, after)
        except TimeoutError:
            return Seen(*(np.nan for _ in fields(Seen)))


def rows(nodes: int, seen: Mapping[str, list[Seen]]) -> list[Row]:
    """Return the medians of each contender; ratios are of pairs of looks in turn."""
    ours = next(iter(seen.values()))
    return [
        Row(
            nodes=nodes,
            name=name,
            runs=len(all_),
            least=min(each.first for each in all_),
            most=max(each.first for each in all_),
            ratio=float(np.median([each.first / own.first for each, own in zip(all_, ours, strict=True)])),
            **{
                each.name: float(np.median([getattr(one, each.name) for one in all_]))
                for each in fields(Seen)
            },
        )
        for name, all_ in seen.items()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, action="append", choices=sorted(TIES), default=[])
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    answers: list[Answer] = []
    found: list[Row] = []
    print(f"\n### The map in a browser\n\n{machine()}\n")
    for nodes in given.nodes or sorted(TIES):
        answer, told = measure(nodes, given.runs)
        answers.append(answer)
        found += told
        print(
            f"\n{answer.nodes:,} nodes, {answer.ties:,} ties: loaded in {answer.loading:.0f} s; the answer "
            f"{answer.raw:,.0f} kB, {answer.compressed:,.0f} compressed; {answer.cold:.1f} s the first time, "
            f"then {1e3 * answer.warm:.0f} ms\n"
        )
        print(
            "| | first frame ms | × ours | after the answer | pan ms p50/p95 | zoom | hover | heap MB | all memory |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        for row in told:
            print(
                f"| {row.name} | {row.first:,.0f} ({row.least:,.0f} to {row.most:,.0f}) | {row.ratio:.2f} "
                f"| {row.after_answer:,.0f} | {row.pan:.0f}/{row.pan95:.0f} | {row.zoom:.0f}/{row.zoom95:.0f} "
                f"| {row.hover:.0f} | {row.heap:.0f} | {row.memory:.0f} |",
                flush=True,
            )
    keep("map", {"answers": answers, "looks": found})


if __name__ == "__main__":
    main()
