"""One thing made or changed: whole, on what was seen, and marked so that an import does not forget it."""

from datetime import UTC, datetime

import pytest

from graph.access import Role, Viewer
from graph.errors import Conflict, NotAllowed, UnknownThing
from graph.model import Key, PersonRow, Tables, TalentOffer, TalentRow
from graph.store import Store
from ingest.load import load, undo
from queries.audit import Action, events
from queries.edits import Edit, Side, change_person, create
from queries.records import person

VIEWER = Viewer(Role.COORDINATOR, "antwerpen")
TODAY = datetime.now(UTC).date()


def talents(store: Store) -> tuple[str, str]:
    made = [create(store, VIEWER, "Talent", Edit({"label_nl": name})) for name in ("een", "twee")]
    return made[0], made[1]


def offers(*ids: str) -> Side:
    return Side("OFFERS", "Talent", {identity: {"level": 2} for identity in ids})


def test_a_new_thing_is_there_with_its_ties(store: Store) -> None:
    one, _ = talents(store)
    made = person(store, VIEWER, create(store, VIEWER, "Person", Edit({"name": "An"}, [offers(one)])))
    assert (made.properties["name"], made.talents) == ("An", [[one, 2]])


def test_its_key_is_its_id(store: Store) -> None:
    identity = create(store, VIEWER, "Person", Edit({"name": "An"}))
    assert person(store, VIEWER, identity).properties["key"] == identity


def test_nothing_is_made_where_something_it_refers_to_is_not_there(store: Store) -> None:
    before = store.revision("antwerpen")
    with pytest.raises(Conflict):
        create(store, VIEWER, "Person", Edit({"name": "An"}, [offers("talent:none")]))
    assert store.read("MATCH (p:Person) RETURN p.name") == []
    assert store.revision("antwerpen") == before


def test_a_change_clears_what_is_none_and_leaves_what_is_not_named(store: Store) -> None:
    identity = create(store, VIEWER, "Person", Edit({"name": "An", "about": "x", "level": 2}))
    change_person(store, VIEWER, identity, Edit({"about": None}))
    shown = person(store, VIEWER, identity).properties
    assert ("about" in shown, shown["level"]) == (False, 2)


def test_a_side_that_is_named_is_replaced_whole(store: Store) -> None:
    one, two = talents(store)
    identity = create(store, VIEWER, "Person", Edit({"name": "An"}, [offers(one)]))
    change_person(store, VIEWER, identity, Edit({}, [offers(two)]))
    assert person(store, VIEWER, identity).talents == [[two, 2]]


def test_a_side_that_is_not_named_stays(store: Store) -> None:
    one, _ = talents(store)
    identity = create(store, VIEWER, "Person", Edit({"name": "An"}, [offers(one)]))
    change_person(store, VIEWER, identity, Edit({"level": 1}))
    assert person(store, VIEWER, identity).talents == [[one, 2]]


def test_a_change_on_an_old_sight_is_a_conflict_and_changes_nothing(store: Store) -> None:
    identity = create(store, VIEWER, "Person", Edit({"name": "An"}))
    with pytest.raises(Conflict):
        change_person(store, VIEWER, identity, Edit({"name": "Bo"}), seen="2001-01-01")
    assert person(store, VIEWER, identity).properties["name"] == "An"


def test_somebody_unknown_can_not_be_changed(store: Store) -> None:
    with pytest.raises(UnknownThing):
        change_person(store, VIEWER, "person:none", Edit({"name": "Bo"}))


def test_somebody_of_another_city_is_unknown(store: Store) -> None:
    identity = create(store, Viewer(Role.COORDINATOR, "gent"), "Person", Edit({"name": "An"}))
    with pytest.raises(UnknownThing):
        change_person(store, VIEWER, identity, Edit({"name": "Bo"}))


def test_a_partner_changes_nothing(store: Store) -> None:
    with pytest.raises(NotAllowed):
        create(store, Viewer(Role.PARTNER, "antwerpen"), "Person", Edit({"name": "An"}))


def test_an_import_that_was_changed_since_is_not_taken_back(store: Store) -> None:
    tables = Tables(
        talents=(TalentRow(Key("t"), "Tolken"),),
        people=(PersonRow(Key("p"), "An", talents=(TalentOffer(Key("t")),)),),
    )
    batch = load(store, tables, city="antwerpen", today=TODAY).batch
    assert batch is not None
    identity = store.read("MATCH (p:Person) RETURN p.id AS id")[0]["id"]
    change_person(store, VIEWER, identity, Edit({}, [offers()]))
    with pytest.raises(Conflict):
        undo(store, "antwerpen", batch)


def logged(store: Store) -> list[str]:
    page = events(store, Viewer(Role.ADMIN, "antwerpen"), action=Action.CHANGED, now=datetime.now(UTC))
    return [str(event.details["fields"]) for event in page.items]


def test_the_log_tells_what_became_different_of_all_that_a_form_sends(embedded_store: Store) -> None:
    one, two = talents(embedded_store)
    form = {"name": "An", "about": "x", "email": None, "languages": ["nl", "fr"], "level": 2}
    identity = create(embedded_store, VIEWER, "Person", Edit(form, [offers(one)]))
    change_person(embedded_store, VIEWER, identity, Edit({**form, "name": "Ann"}, [offers(one)]))
    assert logged(embedded_store) == ["name"]
    change_person(embedded_store, VIEWER, identity, Edit({**form, "name": "Ann"}, [offers(one, two)]))
    assert logged(embedded_store) == ["OFFERS", "name"]
    change_person(embedded_store, VIEWER, identity, Edit({**form, "about": None, "name": "Ann"}))
    assert logged(embedded_store) == ["about", "OFFERS", "name"]


def test_what_is_saved_as_it_was_gets_no_line(embedded_store: Store) -> None:
    identity = create(embedded_store, VIEWER, "Person", Edit({"name": "An"}))
    change_person(embedded_store, VIEWER, identity, Edit({"name": "An", "about": None}))
    assert logged(embedded_store) == []
