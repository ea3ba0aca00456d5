"""A withdrawal holds for the next answer while others ask, and a consent runs out at midnight without any job."""

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from graph.access import Role, Viewer
from graph.model import (
    ConsentAnswer,
    Key,
    PersonRow,
    Purpose,
    Scope,
    Tables,
    TalentOffer,
    TalentRow,
    TieRow,
)
from graph.store import Store
from ingest.load import load
from queries import held
from queries.consents import record
from queries.matching import match
from queries.paths import trusted_path
from queries.records import person
from queries.requested import Wanted
from queries.search import search
from queries.snapshots import Snapshots, utc_today
from queries.tables import export

CITY = "antwerpen"
COORDINATOR = Viewer(Role.COORDINATOR, CITY)
PARTNER = Viewer(Role.PARTNER, CITY)
READERS = 8
ROUNDS = 6
PURPOSES: tuple[Purpose, ...] = (Purpose.CONNECTOR, Purpose.MATCHING, Purpose.PUBLIC)


def somebody(key: str) -> PersonRow:
    return PersonRow(
        Key(key),
        f"Persoon {key} (fictief)",
        talents=(TalentOffer(Key("s1"), 2),),
        about="begeleidt buurtwerking",
        email=f"{key}@voorbeeld.be",
        consents=(
            ConsentAnswer(Purpose.CONNECTOR, given=True, scope=Scope.PARTNERS),
            ConsentAnswer(Purpose.MATCHING, given=True),
            ConsentAnswer(Purpose.PUBLIC, given=True),
            ConsentAnswer(Purpose.CONTACT, given=True),
        ),
        consent_date=date(2025, 1, 1),
    )


def city(*keys: str) -> Tables:
    """Return people of whom each knows the one after next by way of the one between, who agrees to everything."""
    return Tables(
        talents=(TalentRow(Key("s1"), "Begeleiden"),),
        people=tuple(somebody(key) for key in keys),
        ties=tuple(
            TieRow(Key(a), Key(b), trust=1.0) for a, b in (("a", "b"), ("b", "c")) if {a, b} <= {*keys}
        ),
    )


def asked(store: Store, snapshots: Snapshots) -> Mapping[Purpose, Callable[[], object]]:
    """Return for each purpose the question that names `b` by it; the answer without the number of the revision."""
    wanted = Wanted(text="wie begeleidt", talents=("s1",))
    return {
        Purpose.CONNECTOR: lambda: replace(trusted_path(store, snapshots, COORDINATOR, "a", "c"), revision=0),
        Purpose.MATCHING: lambda: replace(match(store, snapshots, COORDINATOR, wanted=wanted), revision=0),
        Purpose.PUBLIC: lambda: replace(search(store, snapshots, PARTNER, "persoon"), revision=0),
    }


def id_of_b(store: Store) -> str:
    (row,) = store.read("MATCH (p:Person {key: 'b'}) RETURN p.id AS id")
    return str(row["id"])


@dataclass(frozen=True)
class Settled:
    """A state in which no write is on its way: its number, and what is withdrawn in it."""

    number: int
    withdrawn: Purpose | None


class Turns:
    """What the writer has acknowledged, and which readers have answered every question since."""

    def __init__(self) -> None:
        self.now: Settled | None = None
        self.over = False
        self._seen: set[int] = set()
        self._changed = threading.Condition()

    def writing(self) -> None:
        with self._changed:
            self.now = None

    def acknowledged(self, state: Settled, failed: Callable[[], bool]) -> None:
        """Let questions count again, and wait until every reader has had all of them answered in this state."""
        with self._changed:
            self.now, self._seen = state, set()
            while len(self._seen) < READERS and not failed():
                self._changed.wait(1.0)

    def answered(self, reader: int, state: Settled) -> None:
        with self._changed:
            if self.now is state:
                self._seen.add(reader)
                self._changed.notify_all()


@pytest.mark.parametrize("small", [20_000, 0], ids=["read again first", "read again behind the questions"])
def test_withdrawing_holds_for_the_next_answer_while_eight_ask(store: Store, small: int) -> None:
    load(store, city("a", "c"), city=CITY, today=utc_today())
    without = {name: ask() for name, ask in asked(store, Snapshots(store)).items()}
    load(store, city("a", "b", "c"), city=CITY, today=utc_today())
    snapshots = Snapshots(store, small=small)
    questions = asked(store, snapshots)
    with_b = {name: ask() for name, ask in questions.items()}
    b = id_of_b(store)
    assert all(b in repr(answer) for answer in with_b.values())
    assert not any(b in repr(answer) for answer in without.values())

    turns, checked = Turns(), dict.fromkeys(PURPOSES, 0)
    guard = threading.Lock()

    def read(reader: int) -> None:
        order = [*PURPOSES[reader % 3 :], *PURPOSES[: reader % 3]]
        while not turns.over:
            began, whole = turns.now, True
            for purpose in order:
                before = turns.now
                answer = questions[purpose]()
                if before is None or turns.now is not before:
                    whole = False
                    if before is not None and before.withdrawn is purpose:
                        # The consent may be given again meanwhile, never by itself.
                        assert answer in (without[purpose], with_b[purpose])
                    continue
                if before.withdrawn is purpose:
                    assert b not in repr(answer)
                    assert answer == without[purpose]
                    with guard:
                        checked[purpose] += 1
                elif small:
                    assert answer == with_b[purpose]
            if whole and began is not None:
                turns.answered(reader, began)

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read, number) for number in range(READERS)]

        def failed() -> bool:
            return any(one.done() for one in readers)

        try:
            for number in range(ROUNDS):
                purpose = PURPOSES[number % len(PURPOSES)]
                scope = Scope.PARTNERS if purpose is Purpose.CONNECTOR else None
                turns.writing()
                record(store, COORDINATOR, b, purpose=purpose, given=False)
                turns.acknowledged(Settled(2 * number, purpose), failed)
                turns.writing()
                record(store, COORDINATOR, b, purpose=purpose, given=True, scope=scope)
                turns.acknowledged(Settled(2 * number + 1, None), failed)
        finally:
            turns.over = True
        for one in readers:
            one.result()
    assert all(count >= READERS * ROUNDS // len(PURPOSES) for count in checked.values())


class Tomorrow(datetime):
    """The clock a day later."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Tomorrow":
        moved = datetime.now(tz) + timedelta(days=1)
        return cls.combine(moved.date(), moved.timetz())


def test_a_consent_runs_out_at_midnight_under_the_same_snapshot(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written and nothing is read anew: only the day moves on."""
    load(store, city("a", "c"), city=CITY, today=utc_today())
    without = {name: ask() for name, ask in asked(store, Snapshots(store)).items()}
    load(store, city("a", "b", "c"), city=CITY, today=utc_today())
    b, today = id_of_b(store), datetime.now(UTC).date()
    for purpose in (*PURPOSES, Purpose.CONTACT):
        scope = Scope.PARTNERS if purpose is Purpose.CONNECTOR else None
        record(store, COORDINATOR, b, purpose=purpose, given=True, scope=scope, end=today)
    snapshots = Snapshots(store)
    questions = asked(store, snapshots)
    assert all(b in repr(ask()) for ask in questions.values())
    assert person(store, COORDINATOR, b).properties["email"] == "b@voorbeeld.be"
    assert _mail_of_b(store) == "b@voorbeeld.be"
    snapshot, revision = snapshots.at_hand(CITY), store.revision(CITY)

    monkeypatch.setattr(held, "datetime", Tomorrow)
    assert utc_today() == today + timedelta(days=1)
    answers = {name: ask() for name, ask in questions.items()}
    assert not any(b in repr(answer) for answer in answers.values())
    assert answers[Purpose.PUBLIC] == without[Purpose.PUBLIC]
    assert _results(answers[Purpose.MATCHING]) == _results(without[Purpose.MATCHING])
    assert "email" not in person(store, COORDINATOR, b).properties
    assert _mail_of_b(store) is None
    assert snapshots.at_hand(CITY) is snapshot
    assert store.revision(CITY) == revision


def _results(answer: object) -> object:
    return getattr(answer, "results")  # noqa: B009 - the answers of several questions stand in one mapping


def _mail_of_b(store: Store) -> str | None:
    (row,) = (row for row in export(store, COORDINATOR, today=utc_today()).people if row.key == "b")
    return row.email
