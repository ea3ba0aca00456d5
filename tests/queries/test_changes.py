"""A snapshot that follows writes is the one that is read anew, whatever the writes were."""

import random
import time
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import TypeVar

import numpy as np
import pytest

from graph.access import Role, Viewer
from graph.model import Key, PersonRow, Purpose, RequestRow, RequestStatus, Row, Tables
from graph.network import Network
from graph.store import Store
from graph.trust import ties
from ingest.load import load
from queries.changes import caught_up
from queries.consents import record
from queries.edits import Edit, Side, change_person, create
from queries.matching import match
from queries.records import change_status, erase_person
from queries.requested import Wanted
from queries.search import search
from queries.snapshot import build
from queries.snapshots import Snapshots, utc_today
from tests.networks import random_city

AnyRow = TypeVar("AnyRow", bound=Row)

CITY = "antwerpen"
VIEWER = Viewer(Role.COORDINATOR, CITY)


def filled(store: Store, seed: int) -> random.Random:
    load(store, random_city(seed), city=CITY, today=utc_today())
    return random.Random(seed)


def ids(store: Store, label: str) -> list[str]:
    return sorted(row["id"] for row in store.read(f"MATCH (n:{label}) RETURN n.id AS id"))


def side(store: Store, draw: random.Random, relation: str, label: str) -> Side:
    some = draw.sample(ids(store, label), 2)
    return Side(relation, label, {identity: {} for identity in some})


def few_rows(draw: random.Random) -> Tables:
    """Return a few changed rows about people who mostly stand in the store under the same keys."""
    city = random_city(draw.randrange(100))

    def some(rows: Sequence[AnyRow]) -> tuple[AnyRow, ...]:
        return tuple(draw.sample(list(rows), min(2, len(rows))))

    return Tables(
        people=(*city.people[:8], PersonRow(Key(f"nieuw-{draw.random()}"), name="Nieuw (fictief)")),
        ties=some([row for row in city.ties if {row.start, row.end} <= {one.key for one in city.people[:8]}]),
        memberships=some([row for row in city.memberships if row.person == city.people[0].key]),
        requests=(RequestRow(Key("vraag-erbij"), title=f"Wie helpt? {draw.random()}"),),
    )


def edit(store: Store, draw: random.Random) -> None:
    """Make one write of a random kind."""
    people = ids(store, "Person")
    one = draw.choice(people)
    kind = draw.choice(["consent", "change", "new", "erase", "member", "request", "status", "import"])
    if kind == "consent":
        record(store, VIEWER, one, purpose=draw.choice(list(Purpose)), given=draw.random() < 0.5)
    elif kind == "change":
        change_person(
            store,
            VIEWER,
            one,
            Edit({"about": f"woord{draw.random()}"}, [side(store, draw, "OFFERS", "Talent")]),
        )
    elif kind == "new":
        sides = [
            side(store, draw, "MEMBER_OF", "Organisation"),
            side(store, draw, "CARES_ABOUT", "Theme"),
            side(store, draw, "ACTIVE_IN", "Neighbourhood"),
        ]
        create(store, VIEWER, "Person", Edit({"name": "Nieuw (fictief)"}, sides))
    elif kind == "erase" and len(people) > 6:
        erase_person(store, VIEWER, one)
    elif kind == "member":
        change_person(store, VIEWER, one, Edit({}, [side(store, draw, "MEMBER_OF", "Organisation")]))
    elif kind == "request":
        create(store, VIEWER, "Request", Edit({"title": "Wie helpt?", "status": "open"}))
    elif kind == "import":
        load(store, few_rows(draw), city=CITY, today=utc_today())
    elif requests := ids(store, "Request"):
        change_status(store, VIEWER, requests[0], RequestStatus.CLOSED)


def same(followed: Network, anew: Network) -> None:
    for field in fields(Network):
        if field.name in {"declared", "memberships", "participations", "built_at", "people"}:
            continue
        one, other = getattr(followed, field.name), getattr(anew, field.name)
        assert one == other, field.name
    assert list(followed.people) == list(anew.people)
    assert followed.position == anew.position
    assert followed.positions_by_key == anew.positions_by_key
    for name in ("memberships", "participations"):
        for column in ("person", "other", "since", "until"):
            one, other = getattr(followed, name), getattr(anew, name)
            assert np.array_equal(getattr(one, column), getattr(other, column)), (name, column)
        assert one.roles == other.roles
    today = date(2026, 11, 23)
    for name in ("indptr", "targets", "strength"):
        one, other = ties(followed, today, today=today), ties(anew, today, today=today)
        assert np.array_equal(getattr(one, name), getattr(other, name))


def test_a_small_import_is_followed(store: Store) -> None:
    draw = filled(store, 3)
    network = build(store, CITY)
    for _ in range(3):
        load(store, few_rows(draw), city=CITY, today=utc_today())
        found = caught_up(store, network)
        assert found is not None
        network = found[0]
        same(network, build(store, CITY))


@pytest.mark.parametrize("seed", range(3))
def test_what_follows_is_what_is_read_anew(store: Store, seed: int) -> None:
    draw = filled(store, seed)
    network = build(store, CITY)
    _ = network.position, network.positions_by_key
    for _ in range(6):
        for _ in range(draw.randint(1, 3)):
            edit(store, draw)
        found = caught_up(store, network)
        assert found is not None
        network = found[0]
        same(network, build(store, CITY))


@pytest.mark.parametrize("seed", range(3))
def test_answers_after_writes_are_those_of_a_snapshot_read_anew(embedded_store: Store, seed: int) -> None:
    draw = filled(embedded_store, seed)
    following = Snapshots(embedded_store, small=0)
    talent = ids(embedded_store, "Talent")[0]
    for _ in range(6):
        for _ in range(draw.randint(1, 2)):
            edit(embedded_store, draw)
        anew = Snapshots(embedded_store)
        wanted = Wanted("woord over fietsen", talents=[talent])
        one, other = (match(embedded_store, each, VIEWER, wanted=wanted, k=20) for each in (following, anew))
        assert one == other
        for text in ("persoon", "woord", "nieuw", "wie helpt"):
            found, again = (
                search(embedded_store, each, VIEWER, text, limit=50) for each in (following, anew)
            )
            assert found == again


def test_a_write_that_says_nothing_takes_a_new_reading(store: Store) -> None:
    filled(store, 1)
    network = build(store, CITY)
    store.write(CITY, lambda tx: tx.run("MATCH (p:Person) SET p.about = 'x'"))
    assert caught_up(store, network) is None


def test_who_is_too_far_behind_reads_anew(embedded_store: Store) -> None:
    filled(embedded_store, 1)
    network = build(embedded_store, CITY)
    for _ in range(65):
        embedded_store.write(CITY, lambda tx: tx.touches("person:x"))
    assert caught_up(embedded_store, network) is None


@pytest.fixture(params=[0.0, 5.0], ids=["at once", "followed"])
def large(embedded_store: Store, request: pytest.FixtureRequest) -> tuple[Store, Snapshots, str]:
    """A city that counts as large, with its indexes made; who does not wait is answered from older ones."""
    filled(embedded_store, 2)
    snapshots = Snapshots(embedded_store, small=0, patience=request.param)
    talent = ids(embedded_store, "Talent")[0]
    for identity in ids(embedded_store, "Person"):
        record(embedded_store, VIEWER, identity, purpose=Purpose.MATCHING, given=True)
        change_person(
            embedded_store,
            VIEWER,
            identity,
            Edit({"availability": "yes"}, [Side("OFFERS", "Talent", {talent: {"level": 2}})]),
        )
    proposed(embedded_store, snapshots, talent)
    search(embedded_store, snapshots, VIEWER, "persoon")
    return embedded_store, snapshots, talent


def proposed(store: Store, snapshots: Snapshots, talent: str) -> set[str]:
    answer = match(store, snapshots, VIEWER, wanted=Wanted(talents=[talent]), k=50)
    return {result.person.id or "" for result in answer.results}


def test_an_older_index_proposes_nobody_who_withdrew(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, talent = large
    (one, other, *_) = sorted(proposed(store, snapshots, talent))
    record(store, VIEWER, one, purpose=Purpose.MATCHING, given=False)
    erase_person(store, VIEWER, other)
    assert not {one, other} & proposed(store, snapshots, talent)


def test_an_older_index_finds_nobody_who_has_gone(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, _ = large
    before = [found.id for found in search(store, snapshots, VIEWER, "persoon", limit=50).results]
    erase_person(store, VIEWER, before[0])
    after = [found.id for found in search(store, snapshots, VIEWER, "persoon", limit=50).results]
    assert after == before[1:]


@pytest.mark.parametrize("large", [30.0], indirect=True)
def test_somebody_new_is_proposed_and_found_at_once(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, talent = large
    sides = [Side("OFFERS", "Talent", {talent: {"level": 3}})]
    new = create(store, VIEWER, "Person", Edit({"name": "Zonneschijn (fictief)"}, sides))
    record(store, VIEWER, new, purpose=Purpose.MATCHING, given=True)
    assert new in proposed(store, snapshots, talent)
    assert [found.id for found in search(store, snapshots, VIEWER, "zonneschijn").results] == [new]


@pytest.mark.parametrize("large", [30.0], indirect=True)
def test_a_new_request_is_found_at_once(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, _ = large
    new = create(store, VIEWER, "Request", Edit({"title": "Regenton gezocht", "status": "open"}))
    assert [found.id for found in search(store, snapshots, VIEWER, "regenton").results] == [new]


def test_a_partner_finds_nobody_who_is_public_no_longer(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, _ = large
    partner = Viewer(Role.PARTNER, CITY)
    for identity in ids(store, "Person")[:5]:
        record(store, VIEWER, identity, purpose=Purpose.PUBLIC, given=True)
    snapshots.rebuilt(CITY)
    before = [found.id for found in search(store, snapshots, partner, "persoon", limit=50).results]
    assert len(before) >= 2
    record(store, VIEWER, before[0], purpose=Purpose.PUBLIC, given=False)
    after = [found.id for found in search(store, snapshots, partner, "persoon", limit=50).results]
    assert after == before[1:]


def test_a_question_soon_sees_what_was_written(large: tuple[Store, Snapshots, str]) -> None:
    store, snapshots, _ = large
    new = create(store, VIEWER, "Person", Edit({"name": "Erbij (fictief)"}))
    deadline = time.monotonic() + 30.0
    while new not in {found.id for found in search(store, snapshots, VIEWER, "erbij").results}:
        assert time.monotonic() < deadline
