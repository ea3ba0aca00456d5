"""A partner, a researcher, and anybody, try to find out over HTTP whether a hidden person is in the network.

``python -m evaluation.privacy.attack [--trials N] [--draws N] [--people N] [--seed N] [--untimed] [--told-sizes]
[--json FILE]``.  Every target has no consent to be public, nor to research.  A city without them stands in a store; a
target is imported with their ties, memberships and consents, and the import is taken back again, so that the world
without them is one where they never were.  (Erasing is another thing: then an organisation or initiative that says no
size of its own keeps counting them, and so do the ties of its members.  ``--told-sizes`` shows what is left without
such groups.) In every trial a coin decides which of both worlds the attacker asks.  They already hold one labelled
answer of each world to each of their questions, so that any difference at all gives the target away; where both are
the same they can but flip a coin.  (A researcher's map has other pseudonyms each time; of it, all else is compared.)

By time they ask a running server about the target and about a name or id that nobody has, in turn, and score the
fastest of the one less that of the other; the threshold is learnt on half of the trials and judged on the other half.
Which world is timed first changes from target to target, and each is asked everything once before a time counts: that
data were written a moment ago is no signal.

Two channels are planted: what a coordinator hears.  The attack must win there, or else its silence means nothing.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import httpx
import numpy as np

from api.app import AppState, create_app
from evaluation.privacy.analyses import READERS, analyses
from evaluation.privacy.asking import inside, running, seconds
from evaluation.privacy.questions import Pair, Question, Target, pairs, questions
from evaluation.privacy.weighing import Found, Timing, Trial, guess, weighed
from evaluation.privacy.worlds import hidden_people, only, told_sizes, without
from evaluation.show import progress, table
from graph.access import Role, Viewer, standing, visible
from graph.model import Tables
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.load import load, undo
from ingest.sample import sample_city
from queries.snapshot import build
from queries.snapshots import Snapshots, utc_today

CITY = "antwerpen"
PATIENT = 600.0
"""Seconds that an analysis is waited for: an attacker comes back for it."""
TIMED = 2
"""Questions about the target, and as many about nobody, of which a trial takes the fastest: noise only adds."""
ASKING = (*READERS, Role.COORDINATOR)

Clients = Mapping[Role, httpx.Client]


@dataclass(frozen=True)
class Plan:
    """How large an attack is: `trials`, so many of them a target, in a city of so many people."""

    trials: int
    draws: int
    people: int
    seed: int
    timed: bool = True
    analyses: bool = True
    """Whether every analysis and map is asked too."""
    told_sizes: bool = False
    """Whether every organisation and initiative says its size, so that none is that of who is known in it."""


def attack(data: Path, plan: Plan, role: Role = Role.PARTNER) -> Found:
    """Attack a fictitious city kept in `data`, as the public, as a researcher and as `role`."""
    today = utc_today()
    tables = sample_city(plan.people, plan.seed, today=today)
    if plan.told_sizes:
        tables = told_sizes(tables)
    chosen = hidden_people(tables, -(-plan.trials // plan.draws), plan.seed, today=today)
    with ExitStack() as stack:
        store = stack.enter_context(open_store(StoreSettings(data=data)))
        migrate(store)
        load(store, without(tables, set(chosen)), city=CITY, today=today)
        snapshots = Snapshots(store)
        clients = {asks: stack.enter_context(_asked(snapshots, asks)) for asks in ASKING}
        clients[Role.PARTNER] = stack.enter_context(_asked(snapshots, role))
        servers: Clients = {}
        if plan.timed:
            servers = {
                asks: stack.enter_context(running(data, CITY, as_whom))
                for asks, as_whom in ((Role.PARTNER, role), (Role.COORDINATOR, Role.COORDINATOR))
            }
        known = _known(store)
        trials: list[Trial] = []
        differing: list[str] = []
        asked = 0
        for number, key in enumerate(progress(chosen, "targets")):
            chance = random.Random(plan.seed * 1000 + number)
            coins = [chance.random() < 0.5 for _ in range(min(plan.draws, plan.trials - len(trials)))]
            guest = Guest(store, only(tables, key, set(chosen) - {key}), today)
            target = Target.of(guest.tables, guest.arrive(), known, tables)
            visit = Visit(clients, servers, target, coins, analyses=plan.analyses)
            visit.hear(present=True)
            if timed_first := chance.random() < 0.5:
                visit.time(present=True)
            guest.leave()
            visit.hear(present=False)
            visit.time(present=False)
            if not timed_first:
                visit.target = replace(target, id=guest.arrive())
                visit.time(present=True)
                guest.leave()
            asked += len(visit.held[True])
            differing += [f"{key} {name}" for name in visit.differing()]
            trials += visit.trials(number)
    return weighed(trials, differing, asked, plan.seed)


class Guest:
    """Somebody who comes into the network by an import, and goes by taking it back."""

    def __init__(self, store: Store, tables: Tables, today: date) -> None:
        self.tables = tables
        self._store = store
        self._today = today
        self._batch = ""

    def arrive(self) -> str:
        """Import them; return their id, another one each time."""
        batch = load(self._store, self.tables, city=CITY, today=self._today).batch
        assert batch is not None
        self._batch = batch
        (row,) = self.tables.people
        return next(node.id for node in build(self._store, CITY).people if node.key == row.key)

    def leave(self) -> None:
        """Take the import back."""
        undo(self._store, CITY, self._batch)


class Visit:
    """All trials about one target: what was heard, and how long it took, in the world that each coin chose."""

    def __init__(
        self, clients: Clients, servers: Clients, target: Target, coins: Sequence[bool], *, analyses: bool
    ) -> None:
        self.target = target
        self.held: dict[bool, dict[str, object]] = {}
        self._clients = clients
        self._servers = servers
        self._coins = coins
        self._analyses = analyses
        self._told: dict[int, dict[str, object]] = {}
        self._slower: dict[int, dict[str, float]] = {}

    def hear(self, *, present: bool) -> None:
        """Ask everything in the world that is there now: once to hold, then for each trial in it."""
        asked = [*questions(self.target), *(analyses(self.target) if self._analyses else ())]
        self.held[present] = answers(self._clients, asked)
        for at in self._mine(present):
            self._told[at] = answers(self._clients, asked)

    def time(self, *, present: bool) -> None:
        """Time the questions of each trial in the world that is there now, after asking each once."""
        asked = pairs(self.target)
        slower(self._servers, asked, times=1)
        for at in self._mine(present):
            self._slower[at] = slower(self._servers, asked)

    def differing(self) -> list[str]:
        """Return the channels that did not tell the same in both worlds."""
        return [name for name, told in self.held[True].items() if told != self.held[False][name]]

    def trials(self, number: int) -> list[Trial]:
        """Return what each trial guessed and took."""
        return [
            Trial(
                number,
                coin,
                {name: guess(said, self.held[True][name], self.held[False][name])
                 for name, said in self._told[at].items()},
                self._slower[at],
            )
            for at, coin in enumerate(self._coins)
        ]  # fmt: skip

    def _mine(self, present: bool) -> list[int]:
        return [at for at, coin in enumerate(self._coins) if coin == present]


def _asked(snapshots: Snapshots, role: Role) -> httpx.Client:
    """Return a client of one server: all roles are answered from the same snapshots there."""
    return inside(create_app(AppState(snapshots.store, snapshots, CITY, role, "attacked", patience=PATIENT)))


def _known(store: Store) -> list[str]:
    """Return the keys of everyone whom a partner sees anyway."""
    network = build(store, CITY)
    seen = visible(standing(network, utc_today()), Viewer(Role.PARTNER, CITY))
    return [network.people[at].key for at in np.flatnonzero(seen).tolist()]


def answers(clients: Clients, asked: Sequence[Question]) -> dict[str, object]:
    """Return what each channel tells: status, headers and body, or of all questions the sizes and the tags."""
    found: dict[str, object] = {}
    sizes: list[int] = []
    tags: list[str] = []
    for question in asked:
        answer = question.ask(clients[question.role])
        headers = {
            name: value for name, value in answer.headers.items() if name not in {"date", "x-request-id"}
        }
        found[question.channel] = question.told(answer, sorted(headers.items()))
        if question.role is not Role.COORDINATOR and question.in_whole:
            sizes.append(len(answer.content))
            tags.append(answer.headers.get("etag", ""))
    return {**found, "sizes in bytes": sizes, "entity tags": tags}


def slower(servers: Clients, asked: Sequence[Pair], times: int = TIMED) -> dict[str, float]:
    """Return by how many seconds the fastest answer about the target is slower than the fastest about nobody."""
    found: dict[str, float] = {}
    for pair in asked if servers else ():
        client = servers[pair.role]
        both = [
            (seconds(client, pair.address, pair.target), seconds(client, pair.address, pair.nobody))
            for _ in range(times)
        ]
        about, nobody = np.min(both, axis=0).tolist()
        found[pair.channel] = about - nobody
    return found


def _timing(timing: Timing) -> list[str]:
    judged = timing.judged
    return [
        judged.channel,
        f"{judged.right} of {judged.trials}",
        f"{judged.advantage:+.3f} [{judged.low:+.3f}, {judged.high:+.3f}]",
        f"{timing.auc:.3f} [{timing.low:.3f}, {timing.high:.3f}]",
        f"{timing.longer:+.3f}",
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=1000)
    parser.add_argument("--draws", type=int, default=20, help="trials a target")
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--untimed", action="store_true", help="whole answers only")
    parser.add_argument(
        "--told-sizes", action="store_true", help="every organisation and initiative says how large it is"
    )
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        plan = Plan(
            given.trials,
            given.draws,
            given.people,
            given.seed,
            not given.untimed,
            told_sizes=given.told_sizes,
        )
        found = attack(Path(folder) / "data", plan)
    table(
        ["channel", "right", "advantage over a coin [95%]", "targets whose answers differed"],
        (
            [each.channel, f"{each.right} of {each.trials}",
             f"{each.advantage:+.3f} [{each.low:+.3f}, {each.high:+.3f}]", str(each.targets_told)]
            for each in found.channels
        ),
    )  # fmt: skip
    if found.times:
        print()
        table(
            ["time of", "right", "advantage over a coin [95%]", "AUC [95%]", "median longer, ms"],
            map(_timing, found.times),
        )
    print(f"\nanswers that differed between both worlds: {len(found.differing)} of {found.asked}")
    print(*(each for each in found.differing if "planted" not in each), sep="\n")
    print(f"{time.perf_counter() - begin:.0f} s")
    if given.json:
        given.json.write_text(json.dumps(asdict(found), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
