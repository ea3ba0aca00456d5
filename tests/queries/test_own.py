"""What somebody sees, corrects, takes along and has erased, on both stores."""

import html
import json
from datetime import UTC, datetime, timedelta

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, UnknownThing
from graph.model import Purpose
from graph.store import Store
from queries import links, own
from queries.consents import events, record
from queries.edits import Edit
from queries.links import For
from queries.snapshots import utc_today
from queries.tables import export
from tests.api.city import CITY, fill
from viz.my_data import readable


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def of(store: Store, key: str) -> str:
    found: str = store.read("MATCH (p:Person {key: $key}) RETURN p.id AS id", {"key": key})[0]["id"]
    return found


def test_somebody_sees_everything_kept_on_them(filled: Store) -> None:
    data = own.overview(filled, CITY, of(filled, "a"))
    assert (data.name, data.properties["email"], data.properties["phone"]) == (
        "An Peeters", "an@example.org", "0499 00 00 01",
    )  # fmt: skip
    assert {tie.name for tie in data.ties["KNOWS"]} == {"Bo Claes", "Eva Goossens"}
    assert [tie.name for tie in data.ties["MEMBER_OF"]] == ["Buurtcomité De Linde"]
    assert [tie.properties["level"] for tie in data.ties["OFFERS"]] == [3]
    assert {event.purpose for event in data.consents if event.in_force} == {
        Purpose.MATCHING, Purpose.CONTACT, Purpose.CONNECTOR, Purpose.PUBLIC, Purpose.RESEARCH,
    }  # fmt: skip


def test_nobody_sees_what_another_said_of_them(filled: Store) -> None:
    # Chris and Eva both spoke of Dirk.
    taken = own.take_along(own.overview(filled, CITY, of(filled, "d")))
    named = taken["named_by_others"]
    assert named == [{"day": "2026-10-01", "times": 2}]
    said = json.dumps(taken)
    assert not any(text in said for text in ("Chris", "Eva", of(filled, "c"), of(filled, "e"), '"trust"'))


def test_what_somebody_corrects_is_kept(filled: Store) -> None:
    person = of(filled, "a")
    own.correct(filled, CITY, person, Edit({"about": "Nu anders", "phone": None}))
    data = own.overview(filled, CITY, person)
    assert data.properties["about"] == "Nu anders"
    assert "phone" not in data.properties


def test_a_tie_one_declared_goes_and_that_of_the_other_stays(filled: Store) -> None:
    a, b = of(filled, "a"), of(filled, "b")
    own.untie(filled, CITY, a, b)
    assert {tie.name for tie in own.overview(filled, CITY, a).ties["KNOWS"]} == {"Eva Goossens"}
    assert "KNOWS" in own.overview(filled, CITY, b).ties
    with pytest.raises(UnknownThing):
        own.untie(filled, CITY, a, b)


def test_a_membership_ends_once(filled: Store) -> None:
    person = of(filled, "a")
    organisation = own.overview(filled, CITY, person).ties["MEMBER_OF"][0].id
    own.leave(filled, CITY, person, organisation)
    assert own.overview(filled, CITY, person).ties["MEMBER_OF"][0].properties["until"]
    with pytest.raises(UnknownThing):
        own.leave(filled, CITY, person, organisation)


def test_a_consent_is_withdrawn_by_the_person_themselves(filled: Store) -> None:
    person = of(filled, "a")
    event = own.consent(filled, CITY, person, Purpose.CONNECTOR, given=False)
    assert (event.source, event.recorded_by) == (own.THEMSELVES, own.THEMSELVES)
    holding = {each.purpose for each in own.overview(filled, CITY, person).consents if each.in_force}
    assert Purpose.CONNECTOR not in holding


def test_what_was_noted_of_a_conversation_is_for_the_person_and_the_coordinator(filled: Store) -> None:
    person, said = of(filled, "a"), "Wil liever 's avonds gebeld worden."
    coordinator = Viewer(Role.COORDINATOR, CITY)
    with pytest.raises(InvalidInput, match="500"):
        record(filled, coordinator, person, purpose=Purpose.MAILING, given=True, note="x" * 501)
    record(filled, coordinator, person, purpose=Purpose.MAILING, given=True, source="gesprek", note=said)
    assert [event.note for event in events(filled, coordinator, person) if event.note] == [said]
    data = own.overview(filled, CITY, person)
    assert said in json.dumps(own.take_along(data))
    assert said in html.unescape(readable(data))
    assert said not in repr(export(filled, coordinator, today=utc_today()))
    own.erase(filled, CITY, person, typed="An Peeters")
    assert not filled.read("MATCH (c:Consent) WHERE c.note IS NOT NULL RETURN c.id AS id")


def test_erasing_asks_for_the_name_and_takes_links_too(filled: Store) -> None:
    person, now = of(filled, "a"), datetime.now(UTC)
    key = links.issue(filled, CITY, For.MY_DATA, person, lasts=timedelta(minutes=30), now=now)
    with pytest.raises(InvalidInput, match="An Peeters"):
        own.erase(filled, CITY, person, typed="Bo Claes")
    assert own.overview(filled, CITY, person).name == "An Peeters"
    own.erase(filled, CITY, person, typed=" an  peeters")
    with pytest.raises(UnknownThing):
        own.overview(filled, CITY, person)
    assert links.redeem(filled, CITY, For.MY_DATA, key, now=now) is None
    # The last 64 writes say which ids they touched; that is what snapshots follow.
    everything = repr(filled.read("MATCH (n) WHERE NOT n:Revision RETURN properties(n) AS properties"))
    assert not any(text in everything for text in ("An Peeters", "an@example.org", "0499 00 00 01", person))


@pytest.mark.parametrize("typed", ["an@example.org", "  AN@Example.ORG "])
def test_people_are_found_by_their_address(filled: Store, typed: str) -> None:
    assert [each.name for each in own.people_at(filled, CITY, typed)] == ["An Peeters"]
    assert own.people_at(filled, "gent", typed) == []
    assert own.people_at(filled, CITY, "") == []
