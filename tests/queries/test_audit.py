"""The log, on both stores: it lands with what it tells, shows what was done to it, and forgets people."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, StoreError, UnknownThing
from graph.model import Purpose
from graph.store import Store, Transaction
from ingest.load import load
from queries import audit, consents, edits, records
from queries.audit import Action, By, Event, Head
from queries.edits import Edit
from queries.imports import undo
from queries.resolve import person as resolved
from queries.snapshots import Snapshots
from queries.tables import export
from tests.api.city import CITY, fill

COORDINATOR = Viewer(Role.COORDINATOR, CITY, account="account:an")
ADMIN = Viewer(Role.ADMIN, CITY)
NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=1)


def lines(store: Store, **filters: Any) -> list[Event]:
    return list(audit.events(store, ADMIN, limit=200, now=LATER, **filters).items)


def some(store: Store, count: int = 5) -> None:
    for number in range(count):
        audit.record(store, COORDINATOR, Action.CHANGED, f"person:{number}", details={"fields": "about"})


def person(store: Store, key: str) -> str:
    snapshot = Snapshots(store).fresh(CITY)
    return snapshot.network.people[resolved(snapshot, COORDINATOR, key)].id


def test_an_empty_log_is_whole(store: Store) -> None:
    assert lines(store) == []
    found = audit.verify(store, ADMIN)
    assert (found.head, found.events, found.broken_at) == (Head(0, ""), 0, None)


def test_events_are_numbered_from_one_and_shown_latest_first(store: Store) -> None:
    some(store)
    assert [event.number for event in lines(store)] == [5, 4, 3, 2, 1]
    first = lines(store)[-1]
    assert (first.actor, first.role, first.action) == ("account:an", "coordinator", Action.CHANGED)
    assert (first.subjects, first.details) == (("person:0",), {"fields": "about"})
    assert audit.verify(store, ADMIN).broken_at is None


def test_pages_follow_each_other(embedded_store: Store) -> None:
    some(embedded_store, 7)
    seen: list[int] = []
    before = None
    while True:
        page = audit.events(embedded_store, ADMIN, limit=3, before=before, now=LATER)
        seen += [event.number for event in page.items]
        if page.next is None:
            break
        before = page.next
    assert seen == [7, 6, 5, 4, 3, 2, 1]


def test_the_log_is_searched_by_action_actor_and_day(store: Store) -> None:
    some(store, 2)
    audit.record(store, By(CITY, "account:bo", Role.ADMIN), Action.ERASED)
    assert [event.number for event in lines(store, action=Action.ERASED)] == [3]
    assert [event.number for event in lines(store, actor="account:an")] == [2, 1]
    assert lines(store, until="2001-01-01") == []
    assert len(lines(store, since="2001-01-01")) == 3


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMIN}))
def test_only_an_admin_reads_or_verifies_it(embedded_store: Store, role: Role) -> None:
    viewer = Viewer(role, CITY)
    for ask in (
        lambda: audit.events(embedded_store, viewer, now=NOW),
        lambda: audit.verify(embedded_store, viewer),
        lambda: audit.every(embedded_store, viewer, now=NOW),
        lambda: audit.head(embedded_store, viewer),
    ):
        with pytest.raises(NotAllowed):
            ask()
    assert lines(embedded_store) == []


def test_many_who_append_at_once_leave_no_gap(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(some, store, 5) for _ in range(8)]:
            done.result()
    assert [event.number for event in lines(store)] == list(range(40, 0, -1))
    assert audit.verify(store, ADMIN).broken_at is None


def test_a_write_that_fails_leaves_no_line(store: Store) -> None:
    some(store, 1)

    def work(transaction: Transaction) -> None:
        audit.note(transaction, COORDINATOR, Action.CHANGED, "person:1")
        message = "no"
        raise InvalidInput(message)

    with pytest.raises(InvalidInput):
        store.write(CITY, work)
    assert len(lines(store)) == 1
    assert audit.verify(store, ADMIN).broken_at is None


CHANGES = {
    "action": ("SET e.action = 'erased'", "changed"),
    "moment": ("SET e.at = '2020-01-01T00:00:00.000000Z'", "changed"),
    "actor": ("SET e.actor = 'account:bo'", "changed"),
    "subject": ("SET e.subjects = ['person:9']", "changed"),
    "role": ("SET e.role = 'admin'", "changed"),
    "details": ("SET e.details = '{}'", "changed"),
    "digests": ("SET e.digests = ['x', 'y']", "changed"),
    "previous": ("SET e.previous = ''", "changed"),
    "hash": ("SET e.hash = 'x'", "changed"),
    "gone": ("DETACH DELETE e", "missing"),
}


@pytest.mark.parametrize("what", sorted(CHANGES))
def test_any_change_to_the_log_is_found(store: Store, what: str) -> None:
    some(store)
    text, fault = CHANGES[what]
    store.write(CITY, lambda tx: tx.run(f"MATCH (e:AuditEvent) WHERE e.number = 3 {text}"))
    found = audit.verify(store, ADMIN)
    assert (found.broken_at, found.fault) == (3, fault)


def test_a_log_that_is_cut_off_is_found(store: Store) -> None:
    some(store)
    store.write(CITY, lambda tx: tx.run("MATCH (e:AuditEvent) WHERE e.number > 3 DETACH DELETE e"))
    found = audit.verify(store, ADMIN)
    assert (found.broken_at, found.fault) == (4, "cut_off")


def test_a_head_noted_elsewhere_finds_a_log_that_was_cut_off_with_its_head(store: Store) -> None:
    some(store)
    noted = audit.head(store, ADMIN)
    third = store.read("MATCH (e:AuditEvent) WHERE e.number = 3 RETURN e.hash AS hash")[0]["hash"]

    def cut(transaction: Transaction) -> None:
        transaction.run("MATCH (e:AuditEvent) WHERE e.number > 3 DETACH DELETE e")
        transaction.run("MATCH (h:AuditHead) SET h.number = 3, h.hash = $hash", {"hash": third})

    store.write(CITY, cut)
    assert audit.verify(store, ADMIN).broken_at is None
    assert audit.verify(store, ADMIN, noted=noted).fault == "cut_off"
    some(store, 4)
    found = audit.verify(store, ADMIN, noted=noted)
    assert (found.broken_at, found.fault) == (5, "changed")


def test_old_lines_lose_who_and_whom_and_the_chain_stays_whole(store: Store) -> None:
    some(store, 3)
    shown = audit.events(store, ADMIN, now=NOW + timedelta(days=800)).items
    assert all(event.actor is None and event.subjects == () for event in shown)
    assert audit.prune(store, CITY, before=LATER) == 3
    assert audit.prune(store, CITY, before=LATER) == 0
    assert "account:an" not in kept(store)
    assert "person:" not in kept(store)
    assert audit.verify(store, ADMIN).broken_at is None
    some(store, 1)
    assert audit.prune(store, CITY, before=NOW - timedelta(days=1)) == 0
    assert lines(store)[0].actor == "account:an"


def test_a_part_of_the_old_lines_is_cleared_where_no_more_is_asked(embedded_store: Store) -> None:
    some(embedded_store, 5)
    assert audit.prune(embedded_store, CITY, before=LATER, most=2) == 2
    assert [event.actor is None for event in lines(embedded_store)] == [False, False, False, True, True]


def kept(store: Store) -> str:
    return repr(store.read("MATCH (e:AuditEvent) RETURN properties(e) AS properties"))


def test_two_cities_have_logs_of_their_own(embedded_store: Store) -> None:
    for city in ("a", "a:5", "a:"):
        audit.record(embedded_store, By(city, "account:an"), Action.EXPORTED)
    for city in ("a", "a:5", "a:"):
        viewer = Viewer(Role.ADMIN, city)
        assert [event.number for event in audit.events(embedded_store, viewer, now=LATER).items] == [1]
        assert audit.verify(embedded_store, viewer).broken_at is None


def test_everything_that_is_done_stands_in_the_log_without_a_name(store: Store) -> None:
    batch = fill(store)
    somebody = person(store, "a")
    made = edits.create(store, COORDINATOR, "Person", Edit({"name": "Nieuwe Naam"}))
    edits.change_person(store, COORDINATOR, made, Edit({"about": "anders"}))
    consents.record(store, COORDINATOR, made, purpose=Purpose.MATCHING, given=True)
    export(store, COORDINATOR, today=date(2026, 11, 23))
    records.erase_person(store, COORDINATOR, somebody)
    done = [event.action for event in reversed(lines(store))]
    assert done == [
        Action.IMPORTED,
        Action.MADE,
        Action.CHANGED,
        Action.CONSENT_RECORDED,
        Action.EXPORTED,
        Action.ERASED,
    ]
    assert lines(store)[-1].subjects == (batch,)
    assert lines(store)[2].details == {"given": 1, "purpose": "matching"}
    for secret in ("Nieuwe Naam", "anders", somebody):
        assert secret not in kept(store)
    assert audit.verify(store, ADMIN).broken_at is None


def test_an_import_that_is_taken_back_names_who_did_it(embedded_store: Store) -> None:
    batch = fill(embedded_store)
    undo(embedded_store, CITY, batch, by=COORDINATOR)
    event = lines(embedded_store)[0]
    assert (event.action, event.actor, event.subjects) == (Action.IMPORT_UNDONE, "account:an", (batch,))


def test_a_dry_run_and_an_import_without_change_leave_no_line(embedded_store: Store) -> None:
    fill(embedded_store)
    before = len(lines(embedded_store))
    tables = export(embedded_store, COORDINATOR, today=date(2026, 11, 23))
    assert load(embedded_store, tables, city=CITY, today=date(2026, 11, 23), dry_run=True).batch is None
    assert load(embedded_store, tables, city=CITY, today=date(2026, 11, 23)).batch is None
    assert [event.action for event in lines(embedded_store)[: len(lines(embedded_store)) - before]] == [
        Action.EXPORTED
    ]


def test_seeing_contact_details_leaves_a_line_and_seeing_none_leaves_none(store: Store) -> None:
    with_contact = edits.create(
        store, COORDINATOR, "Person", Edit({"name": "An", "email": "an@voorbeeld.be"})
    )
    without = edits.create(store, COORDINATOR, "Person", Edit({"name": "Bo", "email": "bo@voorbeeld.be"}))
    consents.record(store, COORDINATOR, with_contact, purpose=Purpose.CONTACT, given=True)
    revision, before = store.revision(CITY), len(lines(store))
    assert "email" not in records.person(store, COORDINATOR, without).properties
    assert len(lines(store)) == before
    assert records.person(store, COORDINATOR, with_contact).properties["email"] == "an@voorbeeld.be"
    records.people(store, COORDINATOR)
    seen = lines(store, action=Action.CONTACT_SEEN)
    assert [event.subjects for event in seen] == [(with_contact,), (with_contact,)]
    assert store.revision(CITY) == revision
    with pytest.raises(UnknownThing):
        records.require_person(store, COORDINATOR, "person:none")
    records.require_person(store, COORDINATOR, with_contact)
    assert len(lines(store, action=Action.CONTACT_SEEN)) == 2


def test_no_contact_details_go_out_where_no_line_can_be_written(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = edits.create(
        embedded_store, COORDINATOR, "Person", Edit({"name": "An", "phone": "+32 3 123 45 67"})
    )
    consents.record(embedded_store, COORDINATOR, somebody, purpose=Purpose.CONTACT, given=True)

    def refused(*_: object) -> None:
        message = "the store takes no writes"
        raise StoreError(message)

    monkeypatch.setattr(embedded_store, "write", refused)
    with pytest.raises(StoreError):
        records.person(embedded_store, COORDINATOR, somebody)


def test_the_whole_log_is_taken_along_in_order_and_that_is_written_down(embedded_store: Store) -> None:
    some(embedded_store, 3)
    found = list(audit.every(embedded_store, ADMIN, now=LATER))
    assert [event.number for event in found] == [1, 2, 3, 4]
    assert found[-1].action is Action.LOG_EXPORTED
