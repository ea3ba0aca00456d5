"""A partner, and anybody, tries to find out over HTTP whether a hidden person is in the network.

``python -m evaluation.privacy.attack [--targets N] [--draws N] [--people N] [--seed N] [--json FILE]``.  Every target
has no consent to be public.  A city without them stands in a store behind a real server; a target is imported with
their ties, memberships and consents, and the import is taken back again.  In every trial a coin decides which of both
worlds the attacker asks.  They already hold one labelled answer of each world to each of their questions, so that any
difference at all gives the target away; where both are the same they can but flip a coin.

By how long an answer takes they score the median time of some questions about the target, less that of as many
questions, asked in turn, about a name that nobody has.
"""

import argparse
import json
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

import httpx
import numpy as np
from scipy.stats import binomtest, rankdata

from api.app import AppState, create_app
from evaluation.metrics import bootstrap
from evaluation.privacy.questions import Question, Target, questions
from evaluation.show import progress, table
from graph.access import Role, Viewer, standing, visible
from graph.model import Key, Purpose, Tables
from graph.network import Floats
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.load import load, undo
from ingest.sample import sample_city
from queries.snapshot import build
from queries.snapshots import Snapshots, utc_today
from tests.api.conftest import served

CITY = "antwerpen"
TIMED = 3
"""Questions about the target, and about nobody, of which a median time is taken."""


@dataclass(frozen=True)
class Advantage:
    """How much better than a coin a channel guesses, with the exact 95 % interval (Clopper and Pearson 1934)."""

    channel: str
    trials: int
    right: int
    advantage: float
    low: float
    high: float


@dataclass(frozen=True)
class Timing:
    """How often a time with the target is longer than one without, equal times half; 0.5 tells nothing."""

    trials: int
    auc: float
    low: float
    high: float


@dataclass(frozen=True)
class Found:
    """What an attack found."""

    channels: tuple[Advantage, ...]
    timing: Timing
    differing: tuple[str, ...]
    """Target and channel of every answer that was not the same in both worlds."""


def without(tables: Tables, gone: set[Key]) -> Tables:
    """Return the tables without some people and all that is about them."""
    return replace(
        tables,
        people=tuple(row for row in tables.people if row.key not in gone),
        memberships=tuple(row for row in tables.memberships if row.person not in gone),
        participations=tuple(row for row in tables.participations if row.person not in gone),
        ties=tuple(row for row in tables.ties if not {row.start, row.end} & gone),
        consents=tuple(row for row in tables.consents if row.person not in gone),
        requests=tuple(replace(row, asker=None) if row.asker in gone else row for row in tables.requests),
    )


def only(tables: Tables, key: Key, others: set[Key]) -> Tables:
    """Return one person with all that ties them to the people of the city, without the other targets."""
    return Tables(
        people=tuple(row for row in tables.people if row.key == key),
        memberships=tuple(row for row in tables.memberships if row.person == key),
        participations=tuple(row for row in tables.participations if row.person == key),
        ties=tuple(
            row for row in tables.ties if key in {row.start, row.end} and not {row.start, row.end} & others
        ),
        consents=tuple(row for row in tables.consents if row.person == key),
    )


def hidden_people(tables: Tables, count: int, seed: int, *, today: date) -> list[Key]:
    """Draw people without a consent to be public: half with a consent to introduce for coordinators, where there are.

    Who may be asked to introduce for partners is left out: of them a partner may hear.
    """
    answers: dict[Key, dict[Purpose, str]] = {row.key: {} for row in tables.people}
    for event in sorted(tables.consents, key=lambda row: (row.start or today, row.recorded_at or "")):
        allowed = event.given and (event.end is None or event.end >= today)
        answers[event.person][event.purpose] = str(event.scope or "coordinator") if allowed else ""
    for row in tables.people:
        for answer in row.consents:
            answers[row.key][answer.purpose] = str(answer.scope or "coordinator") if answer.given else ""
    hidden = [key for key, given in answers.items() if not given.get(Purpose.PUBLIC)]
    asked = [key for key in hidden if answers[key].get(Purpose.CONNECTOR) == "coordinator"]
    nothing = [key for key in hidden if not answers[key].get(Purpose.CONNECTOR)]
    chance = random.Random(seed)
    first = chance.sample(asked, min(len(asked), count // 2))
    return [*first, *chance.sample(nothing, min(len(nothing), count - len(first)))]


@dataclass(frozen=True)
class Trial:
    """What one trial guessed by each channel, ``None`` for a coin, and how much longer the target took."""

    present: bool
    guesses: dict[str, bool | None]
    slower: float


def seconds(client: httpx.Client, start: str, name: str) -> float:
    begin = time.perf_counter()
    client.get("/v1/paths", params={"from": start, "to": name})
    return time.perf_counter() - begin


def slower(client: httpx.Client, target: Target) -> float:
    """Return by how many seconds the median question about the target is slower than one about nobody."""
    about, nobody = [], []
    for _ in range(TIMED):
        about.append(seconds(client, target.start, target.name))
        nobody.append(seconds(client, target.start, target.nobody))
    return float(np.median(about) - np.median(nobody))


def guess(told: object, with_target: object, without_target: object) -> bool | None:
    """Return which world an answer is of, as far as it tells."""
    if with_target == without_target or told not in (with_target, without_target):
        return None
    return told == with_target


def attack(
    data: Path, *, people: int, targets: int, draws: int, seed: int, role: Role = Role.PARTNER
) -> Found:
    """Attack a fictitious city kept in `data`, as the public and as `role`."""
    today = utc_today()
    tables = sample_city(people, seed, today=today)
    chosen = hidden_people(tables, targets, seed, today=today)
    with open_store(StoreSettings(data=data)) as store:
        migrate(store)
        load(store, without(tables, set(chosen)), city=CITY, today=today)
        apps = {
            asks: create_app(AppState(store, Snapshots(store), CITY, asks, "attacked"))
            for asks in (role, Role.PUBLIC)
        }
        with served(apps[role]) as partner, served(apps[Role.PUBLIC]) as public:
            clients = {Role.PARTNER: partner, Role.PUBLIC: public}
            known = _known(store)
            trials: list[Trial] = []
            differing: list[str] = []
            for number, key in enumerate(progress(chosen, "targets")):
                own, others = only(tables, key, set(chosen) - {key}), random.Random(seed * 1000 + number)
                coins = [others.random() < 0.5 for _ in range(draws)]
                batch = load(store, own, city=CITY, today=today).batch
                assert batch is not None
                identity = next(node.id for node in build(store, CITY).people if node.key == key)
                target = Target.of(own, identity, known, tables)
                asked = questions(target)
                held = {present: {} for present in (True, False)}  # type: dict[bool, dict[str, object]]
                told: list[tuple[bool, dict[str, object], float]] = []
                for present in (True, False):
                    if not present:
                        undo(store, CITY, batch)
                    held[present] = answers(clients, asked)
                    for coin in coins:
                        if coin == present:
                            told.append((coin, answers(clients, asked), slower(partner, target)))
                differing += [f"{key} {name}" for name in held[True] if held[True][name] != held[False][name]]
                trials += [
                    Trial(
                        coin,
                        {name: guess(found[name], held[True][name], held[False][name]) for name in found},
                        later,
                    )
                    for coin, found, later in told
                ]
    return weighed(trials, differing, seed)


def _known(store: Store) -> list[str]:
    """Return the keys of everyone whom a partner sees anyway."""
    network = build(store, CITY)
    seen = visible(standing(network, utc_today()), Viewer(Role.PARTNER, CITY))
    return [network.people[at].key for at in np.flatnonzero(seen).tolist()]


def answers(clients: dict[Role, httpx.Client], asked: Sequence[Question]) -> dict[str, object]:
    """Return what each channel tells: status, headers and body, or of all questions the sizes and the tags."""
    found: dict[str, object] = {}
    sizes: list[int] = []
    tags: list[str] = []
    for question in asked:
        answer = question.ask(clients[question.role])
        headers = {
            name: value for name, value in answer.headers.items() if name not in {"date", "x-request-id"}
        }
        found[question.channel] = (answer.status_code, sorted(headers.items()), answer.content)
        sizes.append(len(answer.content))
        tags.append(answer.headers.get("etag", ""))
    return {**found, "sizes in bytes": sizes, "entity tags": tags}


def weighed(trials: Sequence[Trial], differing: Sequence[str], seed: int) -> Found:
    """Return the advantage of each channel and of all together, and what times tell."""
    chance = random.Random(seed)
    rows: list[Advantage] = []
    for name in [*trials[0].guesses, "all together"]:
        right = 0
        for trial in trials:
            said = list(trial.guesses.values()) if name == "all together" else [trial.guesses[name]]
            sure = [each for each in said if each is not None]
            final = sum(sure) * 2 > len(sure) if sure else chance.random() < 0.5
            right += final == trial.present
        interval = binomtest(right, len(trials)).proportion_ci(method="exact")
        rows.append(
            Advantage(
                name, len(trials), right, right / len(trials) - 0.5, interval.low - 0.5, interval.high - 0.5
            )
        )
    return Found(tuple(rows), _timing(trials, seed), tuple(differing))


def _timing(trials: Sequence[Trial], seed: int) -> Timing:
    later = np.array([trial.slower for trial in trials])
    present = np.array([trial.present for trial in trials])
    found = bootstrap(lambda drawn: auc(later[drawn], present[drawn]), len(trials), seed=seed)
    return Timing(len(trials), found.value, found.low, found.high)


def auc(scores: Floats, present: "np.ndarray[tuple[int, ...], np.dtype[np.bool_]]") -> float:
    """Return how often a score of a present one is above that of an absent one (Mann and Whitney 1947)."""
    ranks, count = rankdata(scores), int(present.sum())
    pairs = count * (len(scores) - count)
    return float((ranks[present].sum() - count * (count + 1) / 2) / pairs) if pairs else 0.5


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--targets", type=int, default=50)
    parser.add_argument("--draws", type=int, default=20)
    parser.add_argument("--people", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        found = attack(
            Path(folder) / "data",
            people=given.people,
            targets=given.targets,
            draws=given.draws,
            seed=given.seed,
        )
    table(
        ["channel", "trials", "right", "advantage over a coin [95%]"],
        (
            [each.channel, str(each.trials), str(each.right),
             f"{each.advantage:+.3f} [{each.low:+.3f}, {each.high:+.3f}]"]
            for each in found.channels
        ),
    )  # fmt: skip
    timing = found.timing
    print(f"\ntimes: AUC {timing.auc:.3f} [{timing.low:.3f}, {timing.high:.3f}], 0.5 tells nothing")
    print(f"answers that differed between both worlds: {len(found.differing)}", *found.differing[:20])
    print(f"{time.perf_counter() - begin:.0f} s")
    if given.json:
        given.json.write_text(json.dumps(asdict(found), indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
