"""Tables into a store: whole or not at all, the same twice is nothing, and back again."""

import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from graph.access import Role, Viewer
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.model import (
    ConsentAnswer,
    ConsentRow,
    Key,
    NeighbourhoodRow,
    PersonRow,
    Purpose,
    Scope,
    Tables,
    TieRow,
)
from graph.network import Network
from graph.store import Store
from ingest import load as loading
from ingest.load import load, undo
from queries.consents import events, record
from queries.records import erase_person
from queries.snapshot import build
from queries.stored import stored_about, stored_city
from queries.tables import export
from tests.conftest import wipe
from tests.networks import network_of, random_city
from tests.tables_strategy import tables

CITY = "antwerpen"
TODAY = date(2026, 11, 23)
COORDINATOR = Viewer(Role.COORDINATOR, CITY)


def put(store: Store, given: Tables, **more: object) -> str | None:
    return load(store, given, city=CITY, today=TODAY, **more).batch  # type: ignore[arg-type]


def dump(store: Store) -> list[str]:
    """Return everything but the log, which only ever grows."""
    nodes = store.read(
        "MATCH (n) WHERE NOT n:Revision AND NOT n:SchemaVersion AND NOT n:AuditEvent AND NOT n:AuditHead "
        "RETURN labels(n) AS l, properties(n) AS p"
    )
    links = store.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p")
    return sorted(str((sorted(row["l"]), sorted(row["p"].items(), key=str))) for row in nodes) + sorted(
        str((row["a"], row["t"], row["b"], sorted(row["p"].items(), key=str))) for row in links
    )


def test_a_city_comes_back_as_it_went_in(store: Store) -> None:
    city = random_city(3)
    put(store, city)
    back = export(store, COORDINATOR, today=TODAY)
    assert {row.key for row in back.people} == {row.key for row in city.people}
    assert sorted(back.ties, key=str) == sorted(city.ties, key=str)
    assert sorted(back.memberships, key=str) == sorted(city.memberships, key=str)
    assert sorted(back.participations, key=str) == sorted(city.participations, key=str)
    assert sorted(back.initiatives, key=str) == sorted(city.initiatives, key=str)
    assert sorted(back.themes, key=str) == sorted(city.themes, key=str)


def test_the_snapshot_is_that_of_the_tables(store: Store) -> None:
    city = replace(random_city(5), consents=())
    put(store, city)
    found, expected = build(store, CITY), network_of(city)

    def people(network: Network) -> list[tuple[str, int | None, int]]:
        return sorted((person.key, person.open_asks, len(person.consents)) for person in network.people)

    def declared(network: Network) -> list[tuple[str, str, float]]:
        ties, named = network.declared, [person.key for person in network.people]
        rows = zip(ties.start, ties.end, ties.weight, strict=True)
        return sorted((named[start], named[end], float(weight)) for start, end, weight in rows)

    assert people(found) == people(expected)
    assert declared(found) == declared(expected)


def test_the_same_tables_twice_change_nothing(store: Store) -> None:
    city = random_city(7)
    put(store, city)
    before, revision = dump(store), store.revision(CITY)
    assert put(store, city) is None
    assert dump(store) == before
    assert store.revision(CITY) == revision


def test_an_export_imported_again_changes_nothing(store: Store) -> None:
    put(store, random_city(8))
    before = dump(store)
    assert put(store, export(store, COORDINATOR, today=TODAY)) is None
    assert dump(store) == before


def test_a_dry_run_counts_and_writes_nothing(store: Store) -> None:
    before = dump(store)
    report = load(store, random_city(9), city=CITY, today=TODAY, dry_run=True)
    assert report.batch is None
    assert report.counts["people"].new == 12
    assert dump(store) == before


def test_undo_leaves_the_store_as_it_was_before(store: Store) -> None:
    city = random_city(11)
    put(store, city)
    before = [line for line in dump(store) if "ImportBatch" not in line]
    changed = replace(
        city,
        people=(replace(city.people[0], name="Iemand anders", languages=("fr",)), *city.people[1:]),
        ties=(
            replace(city.ties[0], trust=0.9, openness=None, reliability=None, shared_aim=None),
            *city.ties[1:],
        ),
    )
    batch = put(store, changed)
    assert batch is not None
    undo(store, CITY, batch)
    after = [line for line in dump(store) if "ImportBatch" not in line]
    assert after == before


def test_undoing_the_first_import_empties_the_city(store: Store) -> None:
    batch = put(store, random_city(12))
    assert batch is not None
    undo(store, CITY, batch)
    assert all("ImportBatch" in line for line in dump(store))


def test_undo_refuses_what_something_later_builds_on(store: Store) -> None:
    people = (PersonRow(Key("a"), "A"), PersonRow(Key("b"), "B"))
    first = put(store, Tables(people=people))
    second = put(store, Tables(people=people, ties=(TieRow(Key("a"), Key("b"), trust=0.5),)))
    before = dump(store)
    assert first is not None
    assert second is not None
    with pytest.raises(Conflict, match=second):
        undo(store, CITY, first)
    assert dump(store) == before


def test_undoing_twice_or_something_unknown_is_told(store: Store) -> None:
    batch = put(store, Tables(people=(PersonRow(Key("a"), "A"),)))
    assert batch is not None
    undo(store, CITY, batch)
    with pytest.raises(InvalidInput, match="al ongedaan"):
        undo(store, CITY, batch)
    with pytest.raises(UnknownThing):
        undo(store, CITY, "batch:none")


def test_an_empty_cell_leaves_what_is_stored(store: Store) -> None:
    put(store, Tables(people=(PersonRow(Key("a"), "A", phone="1", languages=("nl",)),)))
    put(store, Tables(people=(PersonRow(Key("a"), "Anna"),)))
    (row,) = store.read("MATCH (p:Person) RETURN p.name AS name, p.phone AS phone, p.languages AS languages")
    assert row == {"name": "Anna", "phone": "1", "languages": ["nl"]}


def test_keys_of_two_senders_are_two_people(store: Store) -> None:
    put(store, Tables(people=(PersonRow(Key("a"), "A"),)))
    put(store, Tables(people=(PersonRow(Key("a"), "Iemand anders"),)), source="buurthuis")
    assert store.read("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 2}]


def test_two_cities_may_number_their_neighbourhoods_alike(store: Store) -> None:
    rows = Tables(neighbourhoods=(NeighbourhoodRow(Key("W1"), "Centrum", district="Noord", city="Stad"),))
    put(store, rows)
    report = load(store, rows, city="gent", today=TODAY)
    assert report.counts["neighbourhoods"].new == 1
    assert load(store, rows, city="gent", today=TODAY).batch is None
    assert put(store, rows) is None
    assert store.read("MATCH (n:Neighbourhood) RETURN count(n) AS n") == [{"n": 2}]


def test_two_imports_at_once_both_land(store: Store) -> None:
    batches: list[str | None] = []

    def one(name: str) -> None:
        rows = tuple(PersonRow(Key(f"{name}{number}"), name) for number in range(50))
        batches.append(put(store, Tables(people=rows)))

    threads = [threading.Thread(target=one, args=(name,)) for name in ("x", "y")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([batch for batch in batches if batch]) == 2
    assert store.read("MATCH (p:Person) RETURN count(p) AS n") == [{"n": 100}]


YES = (ConsentAnswer(Purpose.MATCHING, given=True),)
NO = (ConsentAnswer(Purpose.MATCHING, given=False),)


def in_force(store: Store) -> list[Purpose]:
    (row,) = store.read("MATCH (p:Person {key: 'a'}) RETURN p.id AS id")
    return [event.purpose for event in events(store, COORDINATOR, row["id"]) if event.in_force]


def consenting(answers: tuple[ConsentAnswer, ...], day: date | None = None) -> Tables:
    return Tables(people=(PersonRow(Key("a"), "A", consents=answers, consent_date=day),))


def test_a_no_in_a_later_table_withdraws_and_a_yes_gives_anew(store: Store) -> None:
    put(store, consenting(YES))
    assert in_force(store) == [Purpose.MATCHING]
    put(store, consenting(NO))
    assert in_force(store) == []
    put(store, consenting(YES))
    assert in_force(store) == [Purpose.MATCHING]


def test_the_same_yes_does_not_undo_a_withdrawal(store: Store) -> None:
    put(store, consenting(YES))
    (row,) = store.read("MATCH (p:Person) RETURN p.id AS id")
    record(store, COORDINATOR, row["id"], purpose=Purpose.MATCHING, given=False, start=TODAY)
    report = load(store, consenting(YES), city=CITY, today=TODAY)
    assert report.batch is None
    assert any("ingetrokken" in notice.nl for notice in report.notices)
    assert in_force(store) == []


def test_consent_rows_keep_their_history(store: Store) -> None:
    rows = (
        ConsentRow(
            Key("a"), Purpose.CONNECTOR, True, Scope.PARTNERS, start=date(2025, 1, 1), end=date(2025, 6, 1)
        ),
        ConsentRow(Key("a"), Purpose.CONTACT, True, start=date(2025, 1, 1)),
    )
    put(store, Tables(people=(PersonRow(Key("a"), "A"),), consents=rows))
    assert in_force(store) == [Purpose.CONTACT]


def test_erasing_somebody_keeps_the_size_of_what_they_were_part_of(store: Store) -> None:
    city = random_city(13)
    put(store, city)
    before = build(store, CITY)
    row = int(before.participations.other[0])
    person = before.people[int(before.participations.person[0])]
    size = len(before.participations.members(row))
    erase_person(store, COORDINATOR, person.id)
    after = build(store, CITY)
    assert person.id not in after.position
    assert len(after.participations.members(row)) + after.initiatives[row].erased == size
    assert person.id not in "".join(dump(store))


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(first=tables())
def test_any_tables_come_back_equal_through_an_empty_store(embedded_store: Store, first: Tables) -> None:
    wipe(embedded_store)
    put(embedded_store, first)
    once = export(embedded_store, COORDINATOR, today=TODAY)
    wipe(embedded_store)
    put(embedded_store, once)
    assert export(embedded_store, COORDINATOR, today=TODAY) == once


KILLED = """
import os, signal, sys
from datetime import date
from pathlib import Path
from graph.store import StoreSettings, open_store
from graph.schema import migrate
from ingest.load import load
from ingest.sample import sample_city

def progress(what, done, total):
    if done > total / 2:
        os.kill(os.getpid(), signal.SIGKILL)

with open_store(StoreSettings(data=Path(sys.argv[1]))) as store:
    migrate(store)
    today = date(2026, 11, 23)
    load(store, sample_city(300, today=today), city="antwerpen", today=today, progress=progress)
"""


def test_an_import_killed_half_way_leaves_nothing(tmp_path: Path) -> None:
    from graph.store import StoreSettings, open_store

    data = tmp_path / "data"
    root = Path(__file__).parent.parent.parent
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(data)], cwd=root, capture_output=True, check=False
    )
    assert ended.returncode == -9
    with open_store(StoreSettings(data=data)) as store:
        assert store.read("MATCH (n) WHERE n.city = 'antwerpen' AND NOT n:Revision RETURN count(n) AS n") == [
            {"n": 0}
        ]


def test_an_import_in_parts_gives_the_same_city(embedded_store: Store) -> None:
    city = random_city(14)
    put(embedded_store, city)
    whole = export(embedded_store, COORDINATOR, today=TODAY)
    wipe(embedded_store)
    put(embedded_store, city, in_parts=True)
    parts = export(embedded_store, COORDINATOR, today=TODAY)
    assert [replace(row, recorded_at=None) for row in parts.consents] == [
        replace(row, recorded_at=None) for row in whole.consents
    ]
    assert replace(parts, consents=()) == replace(whole, consents=())


@pytest.mark.parametrize(
    ("rows", "refused", "says"),
    [
        (1, 0, "Alles stond er al: er is niets veranderd."),
        (1, 2, "Wat goed is, stond er al: er is niets veranderd. Verbeter wat geweigerd is"),
        (0, 2, "Er is niets veranderd: alle rijen zijn geweigerd. Verbeter in uw bestand wat geweigerd is"),
    ],
)
def test_why_nothing_changes_is_said_as_it_is(store: Store, rows: int, refused: int, says: str) -> None:
    there = Tables(people=(PersonRow(Key("p1"), "Ann"),))
    put(store, there)
    given = there if rows else Tables()
    report = load(store, given, city=CITY, today=TODAY, dry_run=True, refused=refused)
    assert [notice.nl[: len(says)] for notice in report.notices] == [says]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_few_rows_compare_alike_with_what_they_are_about_and_with_the_whole_city(
    store: Store, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, random_city(seed))
    later = replace(random_city(seed + 10), neighbourhoods=())
    found: list[object] = []
    for few in (500, 0):
        monkeypatch.setattr(loading, "FEW_ROWS", few)
        told = load(store, later, city=CITY, today=TODAY, dry_run=True)
        found.append((told.mark, told.counts, told.changes, told.notices))
    assert found[0] == found[1]


def test_of_a_city_only_what_a_few_rows_are_about_is_read(store: Store) -> None:
    put(store, random_city(3))
    whole = stored_city(store, CITY)
    few = stored_about(store, CITY, {"p01", "p02", "i1"})
    assert sorted(str(node.properties["key"]) for node in few.nodes.values()) == ["i1", "p01", "p02"]
    assert few.revision == whole.revision
    (project,) = (node.id for node in few.nodes.values() if node.label == "Initiative")
    assert set(few.links) == {
        identity
        for identity, link in whole.links.items()
        if link.start in few.nodes or (link.end, link.relation) == (project, "ORGANISED")
    }
    assert few.consents == {
        identity: events for identity, events in whole.consents.items() if identity in few.nodes
    }
