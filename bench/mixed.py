"""Questions while somebody writes: one writer at five edits a second, eight readers, on one store.

``python -m bench.mixed [--people N] [--data DIR] [--seconds S] [--rounds R]``.  Rounds with and without the writer
take turns; a reader asks a path, a match or a search, whatever comes next.  The writer gives and withdraws consents,
above all of people who were just named, and changes what people say of themselves.  Afterwards every answer is held
against the consents by a reader of its own: who had withdrawn, acknowledged, before a question was asked, must not
be named in its answer.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bench.tables import Timing, keep, machine
from graph.access import Role, Viewer
from graph.errors import Conflict
from graph.model import Purpose
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.load import load
from ingest.sample import sample_city
from queries.consents import record
from queries.edits import Edit, change_person
from queries.matching import match
from queries.paths import trusted_path
from queries.requested import Wanted
from queries.search import search
from queries.snapshots import Snapshots, utc_today

CITY = "antwerpen"
VIEWER = Viewer(Role.COORDINATOR, CITY)
PARTNER = Viewer(Role.PARTNER, CITY)
EDITS_A_SECOND = 5
READERS = 8
TEXTS = (
    "Wie kan de eerste avond over een schoolstraat voorzitten?",
    "Iemand die mensen samenbrengt rond groen in de wijk",
    "Hulp bij een buurtfeest, liefst met ervaring",
    "Wie begeleidt een gesprek over veilig fietsen?",
)
WORDS = ("jans", "an pee", "mar", "van de", "ann")


@dataclass(frozen=True)
class Answer:
    """When a question was asked and answered, on the monotonic clock, and whom its answer named for what."""

    kind: str
    begun: float
    ended: float
    named: tuple[str, ...]
    purpose: Purpose


@dataclass(frozen=True)
class Acknowledged:
    """A consent event: when its writing began and when it was acknowledged."""

    person: str
    purpose: Purpose
    given: bool
    begun: float
    ended: float


@dataclass
class Load:
    """What writer and readers share."""

    store: Store
    snapshots: Snapshots
    people: Sequence[str]
    answers: list[Answer] = field(default_factory=list)
    events: list[Acknowledged] = field(default_factory=list)
    refused: int = 0
    lately: list[tuple[str, Purpose]] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def ask(self, draw: random.Random) -> None:
        """Ask one question and note it."""
        kind = draw.choice(("path", "path", "match", "search"))
        begun = time.monotonic()
        try:
            named, purpose = self._answer(kind, draw)
        except Conflict:
            self.refused += 1
            return
        self.answers.append(Answer(kind, begun, time.monotonic(), named, purpose))
        if named:
            self.lately = [*self.lately[-40:], (draw.choice(named), purpose)]

    def _answer(self, kind: str, draw: random.Random) -> tuple[tuple[str, ...], Purpose]:
        if kind == "path":
            one, other = draw.sample(self.people, 2)
            path = trusted_path(self.store, self.snapshots, VIEWER, one, other)
            middle = {person.id or "" for route in path.routes for person in route.people[1:-1]}
            return tuple(sorted(middle)), Purpose.CONNECTOR
        if kind == "match":
            found = match(self.store, self.snapshots, VIEWER, wanted=Wanted(draw.choice(TEXTS)))
            return tuple(result.person.id or "" for result in found.results), Purpose.MATCHING
        seen = search(self.store, self.snapshots, PARTNER, draw.choice(WORDS), kinds=("person",))
        return tuple(result.id for result in seen.results), Purpose.PUBLIC

    def edit(self, draw: random.Random) -> None:
        """Make one write and note it."""
        if self.lately and draw.random() < 0.5:
            person, purpose, given = *draw.choice(self.lately), False
        elif self.events and draw.random() < 0.5:
            event = draw.choice(self.events)
            person, purpose, given = event.person, event.purpose, True
        else:
            about = f"Fictief: bezig met {draw.choice(TEXTS).lower()}"
            change_person(self.store, VIEWER, draw.choice(self.people), Edit({"about": about}))
            return
        begun = time.monotonic()
        record(self.store, VIEWER, person, purpose=purpose, given=given)
        self.events.append(Acknowledged(person, purpose, given, begun, time.monotonic()))


def run(load_: Load, seconds: float, *, writing: bool, seed: int) -> list[float]:
    """Let readers, and the writer, work for some seconds; return how long each write took, in seconds."""
    load_.stop.clear()
    taken: list[float] = []

    def read(number: int) -> None:
        draw = random.Random(f"{seed} {number}")
        while not load_.stop.is_set():
            load_.ask(draw)

    def write() -> None:
        draw, due = random.Random(seed), time.monotonic()
        while not load_.stop.is_set():
            due += 1 / EDITS_A_SECOND
            begun = time.monotonic()
            load_.edit(draw)
            taken.append(time.monotonic() - begun)
            load_.stop.wait(max(0.0, due - time.monotonic()))

    threads = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    if writing:
        threads.append(threading.Thread(target=write))
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    load_.stop.set()
    for thread in threads:
        thread.join()
    return taken


def against_consent(answers: Sequence[Answer], events: Sequence[Acknowledged]) -> int:
    """Count the names in answers of people whose withdrawal had been acknowledged before the question was asked.

    A consent that began to be given again before the answer came may count.
    """
    by_person: dict[tuple[str, Purpose], list[Acknowledged]] = defaultdict(list)
    for event in events:
        by_person[event.person, event.purpose].append(event)
    wrong = 0
    for answer in answers:
        for person in answer.named:
            told = by_person.get((person, answer.purpose), [])
            before = [event for event in told if event.ended < answer.begun]
            during = [event for event in told if event.ended >= answer.begun and event.begun <= answer.ended]
            wrong += bool(before) and not before[-1].given and not any(event.given for event in during)
    return wrong


def as_stored(store: Store, events: Sequence[Acknowledged]) -> int:
    """Count the people of whom the store's latest word, read by a text of its own, is not the one acknowledged."""
    latest = {(event.person, event.purpose): event.given for event in events}
    wrong = 0
    for (person, purpose), given in latest.items():
        rows = store.read(
            "MATCH (:Person {id: $id})-[:GAVE]->(c:Consent {purpose: $purpose}) "
            "RETURN c.given AS given ORDER BY c.start DESC, c.recorded_at DESC, c.id DESC LIMIT 1",
            {"id": person, "purpose": str(purpose)},
        )
        wrong += rows[0]["given"] != given
    return wrong


def measure(store: Store, seconds: float, rounds: int) -> dict[str, list[Timing]]:
    """Print and return the timings."""
    snapshots = Snapshots(store)
    people = [node.id for node in snapshots.fresh(CITY).network.people]
    load_ = Load(store, snapshots, people)
    begin = time.monotonic()
    warm = random.Random(0)
    for _ in range(12):
        load_.ask(warm)
    print(f"snapshot and indexes ready after {time.monotonic() - begin:.1f} s", file=sys.stderr)
    taken: dict[tuple[str, bool], list[float]] = defaultdict(list)
    writes: list[float] = []
    for at in range(rounds * 2):
        writing = at % 2 == 1
        load_.answers.clear() if not writing else None
        first = len(load_.answers)
        writes += run(load_, seconds, writing=writing, seed=at)
        for answer in load_.answers[first:]:
            taken[answer.kind, writing].append((answer.ended - answer.begun) * 1e3)
        if writing:
            wrong = against_consent(load_.answers[first:], load_.events)
            print(
                f"round {at}: {len(load_.answers) - first} answers, {wrong} against consent", file=sys.stderr
            )
            load_.answers.clear()
            if wrong:
                sys.exit("an answer named somebody who had withdrawn")
    print(
        f"\n### Mixed load, {len(people):,} people, {READERS} readers, writer at {EDITS_A_SECOND} a second\n"
    )
    print(
        f"{machine()}\n\n| question | writer | answers | p50 ms | p95 ms | p99 ms | max ms |\n"
        "|---|---|---|---|---|---|---|"
    )
    results: list[Timing] = []
    for (kind, writing), times in sorted(taken.items()):
        p50, p95, p99 = np.percentile(times, (50, 95, 99))
        name = f"{kind}, {'written to' if writing else 'quiet'}"
        quiet = float(np.median(taken[kind, False]))
        results.append(Timing(name, len(times), float(p50), float(p95), float(p50) / quiet))
        print(
            f"| {kind} | {'yes' if writing else 'no'} | {len(times)} | {p50:.1f} | {p95:.1f} | {p99:.1f} "
            f"| {max(times):.0f} |"
        )
    print(
        f"\n{len(writes)} writes, p50 {np.median(writes) * 1e3:.0f} ms; {load_.refused} questions told to ask again; "
        f"0 names against consent; {as_stored(store, load_.events)} consents other than acknowledged."
    )
    return {f"mixed {len(people)}": results}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--data", type=Path, help="a store that is filled already; it is written to")
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with open_store(StoreSettings(data=given.data or Path(folder) / "data", heap="2g")) as store:
            migrate(store)
            if given.data is None:
                tables = sample_city(given.people, 1, today=utc_today())
                load(store, tables, city=CITY, today=utc_today(), in_parts=given.people > 20_000)
            keep("mixed", measure(store, given.seconds, given.rounds))
        time.sleep(3)


if __name__ == "__main__":
    main()
