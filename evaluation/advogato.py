"""Advogato, real trust between 6,500 people, through the import; then 1,000 paths asked.

``python -m evaluation.advogato [--dated]``.  The certificates carry no date, so each counts as three years old and
weighs half; ``--dated`` gives them today's date.  People are numbers, with an invented consent to introduce.
"""

import argparse
import csv
import random
import tempfile
import time
from pathlib import Path

import numpy as np

from evaluation.data import CITY, VIEWER, Filled, imported, shared, tell
from queries.paths import trusted_path
from queries.snapshots import utc_today


def tables(folder: Path, *, dated: bool) -> list[Path]:
    """Write the network as the two tables a person would make of it."""
    rows: list[tuple[str, str, str]] = []
    for line in shared("networks", "advogato", "out.advogato.konect.txt").read_text().splitlines():
        if line and not line.startswith("%"):
            start, end, *weight = line.split()
            rows.append((start, end, weight[0] if weight else "1"))
    people = sorted({end for row in rows for end in row[:2]}, key=int)
    people_file, ties_file = folder / "people.csv", folder / "ties.csv"
    with people_file.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "consent_matching", "consent_connector", "consent_date"])
        writer.writerows(
            [f"a{number}", f"Advogato {number}", "yes", "yes", "2020-01-01"] for number in people
        )
    with ties_file.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["from", "to", "trust", "since"])
        since = utc_today().isoformat() if dated else ""
        writer.writerows([f"a{start}", f"a{end}", weight, since] for start, end, weight in rows)
    return [people_file, ties_file]


def ask(filled: Filled, count: int = 1000, seed: int = 1) -> None:
    """Ask random paths and print how many are answered, with how many routes, and how quickly."""
    keys = [row.key for row in filled.checked.tables.people]
    chance = random.Random(seed)
    taken: list[float] = []
    routes: list[int] = []
    for _ in range(count):
        start, target = chance.sample(keys, 2)
        begin = time.perf_counter()
        answer = trusted_path(filled.store, filled.snapshots, VIEWER, start, target)
        taken.append((time.perf_counter() - begin) * 1e3)
        routes.append(len(answer.routes))
    found = np.array(routes)
    print(
        f"{count} paths asked: {np.mean(found > 0):.1%} answered, {np.mean(found[found > 0]):.2f} routes each; "
        f"p50 {np.percentile(taken, 50):.1f} ms, p95 {np.percentile(taken, 95):.1f} ms with words and re-check"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dated", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, imported(tables(Path(folder), dated=given.dated)) as filled:
        tell(filled)
        network = filled.snapshots.fresh(CITY).network
        print(f"{len(network.people)} people, {len(network.declared.start)} ties in the snapshot")
        ask(filled)


if __name__ == "__main__":
    main()
