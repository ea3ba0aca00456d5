"""The log where it is hardest to keep whole: lines beside the chain, a clock set back, pairs with contact details."""

from datetime import UTC, datetime, timedelta

import pytest

from graph.access import Role, Viewer
from graph.model import Purpose
from graph.store import Store
from ingest.proposals import proposals
from queries import audit, consents
from queries.audit import Action
from queries.edits import Edit, create

CITY = "antwerpen"
ADMIN = Viewer(Role.ADMIN, CITY, account="account:1")
COORDINATOR = Viewer(Role.COORDINATOR, CITY)
NOW = datetime.now(UTC)


def some(store: Store, count: int = 3) -> None:
    for number in range(count):
        audit.record(store, ADMIN, Action.CHANGED, f"person:{number}")


def altered(store: Store, text: str) -> None:
    store.write(CITY, lambda transaction: transaction.run(text))


def pair(store: Store, *, agreed: bool) -> list[str]:
    """Add two people who look like one, with other phones; return their ids."""
    made: list[str] = []
    for phone in ("+3231112233", "+3231112244"):
        edit = Edit({"name": "Anneke Verhaegen", "email": "anneke@voorbeeld.be", "phone": phone})
        made.append(create(store, COORDINATOR, "Person", edit))
        consents.record(store, COORDINATOR, made[-1], purpose=Purpose.CONTACT, given=agreed)
    return made


def test_an_event_put_after_the_head_is_found(store: Store) -> None:
    some(store)
    altered(store, "CREATE (:AuditEvent {id: 'audit:antwerpen:000000000004', number: 4, at: '', action: 'changed', "
                   "details: '{}', salts: [''], digests: [''], previous: '', hash: ''})")  # fmt: skip
    found = audit.verify(store, ADMIN)
    assert (found.broken_at, found.fault) == (4, "added")


def test_an_event_under_another_id_is_found(store: Store) -> None:
    some(store)
    altered(store, "MATCH (e:AuditEvent {number: 2}) SET e.id = 'audit:antwerpen:000000000001x'")
    assert audit.verify(store, ADMIN).broken_at == 2


@pytest.mark.parametrize("change", ["", "MATCH (e:AuditEvent) SET e.city = 'elsewhere'"])
def test_whoever_is_forgotten_is_nowhere_also_where_they_did_it_themselves(store: Store, change: str) -> None:
    audit.record(store, Viewer(Role.PUBLIC, CITY, account="person:0"), Action.CHANGED, "person:0", "person:1")
    if change:
        altered(store, change)
    store.write(CITY, lambda transaction: audit.forget(transaction, CITY, "person:0"))
    assert "person:0" not in str(store.read("MATCH (e:AuditEvent) RETURN properties(e) AS p"))
    assert audit.verify(store, ADMIN).broken_at is None


def test_after_a_clock_was_set_back_everything_too_old_still_goes(store: Store) -> None:
    some(store, 2)
    ahead = (NOW + timedelta(days=9)).isoformat(timespec="microseconds").replace("+00:00", "Z")
    # The head of a machine whose clock ran nine days ahead.
    altered(store, f"MATCH (h:AuditHead) SET h.at = '{ahead}'")
    some(store, 2)
    page = audit.events(store, ADMIN, now=NOW)
    assert [event.at for event in page.items[:2]] == [ahead, ahead]
    assert audit.prune(store, CITY, before=NOW + timedelta(days=1)) == 2
    assert audit.prune(store, CITY, before=NOW + timedelta(days=30)) == 2
    assert audit.verify(store, ADMIN).broken_at is None


def test_a_pair_with_contact_details_is_shown_with_a_line(store: Store) -> None:
    ids = pair(store, agreed=True)
    before = audit.head(store, ADMIN).number
    assert "+3231112233" in str([item.differences for item in proposals(store, COORDINATOR).items])
    assert audit.head(store, ADMIN).number == before + 1
    seen = audit.events(store, ADMIN, now=NOW).items[0]
    assert (seen.action, sorted(seen.subjects)) == (Action.CONTACT_SEEN, sorted(ids))


def test_a_pair_without_them_is_shown_without_one(store: Store) -> None:
    pair(store, agreed=False)
    before = audit.head(store, ADMIN).number
    assert proposals(store, COORDINATOR).items
    assert audit.head(store, ADMIN).number == before
