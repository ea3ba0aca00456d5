"""What somebody wants of those who ask is kept, and holds for the next answer on both stores."""

import json
from datetime import date, timedelta

import pytest

from graph.access import Role, Viewer
from graph.errors import Conflict, InvalidInput, NotAllowed, UnknownThing
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
    Verdict,
)
from graph.model import ThemeRow as Theme
from graph.store import Store
from ingest.load import load
from queries import own
from queries.decisions import decide
from queries.explaining import explain
from queries.matching import match
from queries.nearest import nearest_people
from queries.paths import trusted_path
from queries.records import erase_person
from queries.requested import Wanted
from queries.snapshots import Snapshots, utc_today
from queries.tables import export
from queries.wishes import Wishes, change, read

CITY = "antwerpen"
COORDINATOR = Viewer(Role.COORDINATOR, CITY)
PARTNER = Viewer(Role.PARTNER, CITY)
SIZES = pytest.mark.parametrize("small", [20_000, 0], ids=["small", "large"])
EVERYTHING = (
    ConsentAnswer(Purpose.CONNECTOR, given=True, scope=Scope.PARTNERS),
    ConsentAnswer(Purpose.MATCHING, given=True),
    ConsentAnswer(Purpose.PUBLIC, given=True),
)


def city(**themes: tuple[str, ...]) -> Tables:
    """Return a - b - c, who agree to everything; what each wants to be asked about is given by key."""
    return Tables(
        themes=(
            Theme(Key("verkeer"), "Verkeer"),
            Theme(Key("schoolstraat"), "Schoolstraat", broader=Key("verkeer")),
            Theme(Key("groen"), "Groen"),
        ),
        talents=(TalentRow(Key("s1"), "Begeleiden"),),
        people=tuple(
            PersonRow(
                Key(key),
                f"Persoon {key} (fictief)",
                talents=(TalentOffer(Key("s1"), 2),),
                consents=EVERYTHING,
                consent_date=date(2025, 1, 1),
                ask_themes=tuple(Key(theme) for theme in themes.get(key, ())),
            )
            for key in "abc"
        ),
        ties=(TieRow(Key("a"), Key("b"), trust=1.0), TieRow(Key("b"), Key("c"), trust=1.0)),
    )


def ids(store: Store) -> dict[str, str]:
    rows = store.read("MATCH (n) WHERE n.key IS NOT NULL RETURN n.key AS key, n.id AS id")
    return {row["key"]: row["id"] for row in rows}


def put(store: Store, tables: Tables, small: int = 20_000) -> tuple[Snapshots, dict[str, str]]:
    load(store, tables, city=CITY, today=utc_today())
    return Snapshots(store, small=small), ids(store)


def proposed(
    store: Store, snapshots: Snapshots, *themes: str, viewer: Viewer = COORDINATOR
) -> set[str | None]:
    wanted = Wanted(talents=("s1",), themes=themes)
    return {one.person.key for one in match(store, snapshots, viewer, wanted=wanted).results}


def test_wishes_are_kept_and_changed_one_by_one(store: Store) -> None:
    _, of = put(store, city())
    before = read(store, COORDINATOR, of["b"])
    assert before == Wishes(None, 3, (), before.updated_at, before.mark)
    until = utc_today() + timedelta(days=9)
    themes = [of["verkeer"], of["groen"], of["groen"]]
    changed = change(store, COORDINATOR, of["b"], paused_until=until, ask_limit=1, ask_themes=themes)
    assert (changed.paused_until, changed.ask_limit) == (until, 1)
    assert changed.ask_themes == tuple(sorted({of["verkeer"], of["groen"]}))
    assert changed.paused(until)
    assert not changed.paused(until + timedelta(days=1))
    later = change(store, COORDINATOR, of["b"], paused_until=None)
    assert (later.paused_until, later.ask_limit, later.ask_themes) == (None, 1, changed.ask_themes)
    last = change(store, COORDINATOR, of["b"], ask_limit=None, ask_themes=())
    assert (last.ask_limit, last.ask_themes) == (3, ())
    assert read(store, COORDINATOR, of["b"]) == last
    with pytest.raises(Conflict):
        change(store, COORDINATOR, of["b"], ask_limit=2, seen=before.updated_at)
    assert read(store, COORDINATOR, of["b"]) == last


def test_what_can_not_be_wished_for_is_refused_and_changes_nothing(embedded_store: Store) -> None:
    store = embedded_store
    _, of = put(store, city())
    before = read(store, COORDINATOR, of["b"])
    with pytest.raises(InvalidInput, match="voorbij"):
        change(store, COORDINATOR, of["b"], paused_until=utc_today() - timedelta(days=1))
    for asks in (0, 32):
        with pytest.raises(InvalidInput, match="verwacht 1 tot 31"):
            change(store, COORDINATOR, of["b"], ask_limit=asks)
    with pytest.raises(InvalidInput, match="hoogstens"):
        change(store, COORDINATOR, of["b"], ask_themes=[f"theme:{number}" for number in range(51)])
    with pytest.raises(UnknownThing):
        change(store, COORDINATOR, "person:nobody", ask_limit=2)
    for viewer in (PARTNER, Viewer(Role.PUBLIC, CITY)):
        with pytest.raises(NotAllowed):
            read(store, viewer, of["b"])
        with pytest.raises(NotAllowed):
            change(store, viewer, of["b"], ask_limit=2)
    assert read(store, COORDINATOR, of["b"]) == before


@SIZES
def test_a_connector_is_asked_about_their_themes_only(store: Store, small: int) -> None:
    snapshots, of = put(store, city(), small)

    def found(theme: str | None) -> bool:
        return trusted_path(store, snapshots, PARTNER, "a", "c", theme=theme).found

    assert found(None)
    assert found("groen")
    change(store, COORDINATOR, of["b"], ask_themes=[of["verkeer"]])
    assert not found(None)
    assert not found("groen")
    assert trusted_path(store, Snapshots(store), PARTNER, "a", "c", theme="verkeer").found
    assert trusted_path(store, Snapshots(store), PARTNER, "a", "c", theme="schoolstraat").found
    change(store, COORDINATOR, of["b"], ask_themes=[of["schoolstraat"]])
    assert not found("verkeer")


@SIZES
@pytest.mark.parametrize("viewer", [COORDINATOR, PARTNER], ids=["coordinator", "partner"])
def test_somebody_is_proposed_for_their_themes_only(store: Store, small: int, viewer: Viewer) -> None:
    snapshots, of = put(store, city(), small)
    assert proposed(store, snapshots, viewer=viewer) == {"a", "b", "c"}
    change(store, COORDINATOR, of["b"], ask_themes=[of["verkeer"]])
    assert proposed(store, snapshots, viewer=viewer) == {"a", "c"}
    assert proposed(store, snapshots, "groen", viewer=viewer) == {"a", "c"}
    assert proposed(store, Snapshots(store), "groen", "schoolstraat", viewer=viewer) == {"a", "b", "c"}


@SIZES
def test_the_nearest_people_a_talent_is_who_wants_to_be_asked(store: Store, small: int) -> None:
    snapshots, of = put(store, city(), small)

    def found(theme: str | None) -> set[str | None]:
        answer = nearest_people(store, snapshots, COORDINATOR, ["a"], talent="s1", theme=theme)
        return {target.person.key for target in answer.targets}

    assert found(None) == {"b", "c"}
    change(store, COORDINATOR, of["b"], ask_themes=[of["verkeer"]])
    assert found(None) == set()
    assert found("groen") == set()


def test_an_explanation_says_that_somebody_wants_other_themes(store: Store) -> None:
    snapshots, of = put(store, city(b=("verkeer",)))
    wanted = Wanted(talents=("s1",), themes=("groen",))
    answer = explain(store, snapshots, COORDINATOR, "b", wanted=wanted)
    assert [barrier.code for barrier in answer.barriers] == ["other_themes"]
    with pytest.raises(UnknownThing):
        explain(store, snapshots, PARTNER, "b", wanted=wanted)
    assert of["b"]


def test_tables_carry_the_themes_there_and_back(store: Store) -> None:
    tables = city(b=("verkeer", "groen"))
    put(store, tables)
    (b,) = (row for row in export(store, COORDINATOR, today=utc_today()).people if row.key == "b")
    assert set(b.ask_themes) == {"verkeer", "groen"}
    revision = store.revision(CITY)
    load(store, tables, city=CITY, today=utc_today())
    assert store.revision(CITY) == revision


@pytest.mark.parametrize(("one", "other"), [(("verkeer",), ("groen",)), (("verkeer", "groen"), ())])
def test_merging_two_records_allows_nothing_new(
    store: Store, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    snapshots, of = put(store, city(a=one, b=other))
    decide(store, COORDINATOR, of["a"], of["b"], Verdict.SAME)
    (kept,) = (
        row for row in store.read("MATCH (p:Person) RETURN p.id AS id, p.key AS key") if row["key"] != "c"
    )
    assert set(read(store, COORDINATOR, kept["id"]).ask_themes) == {of["verkeer"], of["groen"]}
    assert proposed(store, snapshots) == {"c"}


def named(store: Store, of: dict[str, str], person: str, *others: str) -> None:
    change(store, COORDINATOR, of[person], not_about=[of[other] for other in others])


@pytest.mark.parametrize("end", ["a", "c"])
@SIZES
def test_nobody_is_asked_about_somebody_they_named(store: Store, end: str, small: int) -> None:
    snapshots, of = put(store, city(), small)
    assert trusted_path(store, snapshots, COORDINATOR, "a", "c").routes
    named(store, of, "b", end)
    answer = trusted_path(store, snapshots, COORDINATOR, "a", "c")
    assert (answer.routes, answer.closest) == ((), None)
    # They are a target themselves as they were, and so is whoever they named.
    assert trusted_path(store, snapshots, COORDINATOR, "a", "b").routes
    assert trusted_path(store, snapshots, COORDINATOR, "b", "c").routes
    nearest = nearest_people(store, snapshots, COORDINATOR, "a", talent="s1")
    assert [target.person.key for target in nearest.targets] == ["b"]
    named(store, of, "b")
    assert trusted_path(store, snapshots, COORDINATOR, "a", "c").routes


def test_the_way_to_somebody_counts_for_a_match_only_over_who_may_be_asked_about_them(store: Store) -> None:
    snapshots, of = put(store, city())

    def ways() -> dict[str | None, float]:
        found = match(store, snapshots, COORDINATOR, wanted=Wanted(talents=("s1",)), start="a").results
        return {one.person.key: one.parts["reach"].value for one in found if "reach" in one.parts}

    before = ways()
    assert before["c"] > 0.0
    named(store, of, "b", "c")
    after = ways()
    assert after.get("c", 0.0) == 0.0
    assert after["b"] == before["b"]


def test_erasing_whoever_was_named_leaves_nothing_of_it(store: Store) -> None:
    snapshots, of = put(store, city())
    named(store, of, "b", "c")
    assert read(store, COORDINATOR, of["b"]).not_about == (of["c"],)
    assert snapshots.fresh(CITY).network.named_by
    erase_person(store, COORDINATOR, of["c"])
    assert read(store, COORDINATOR, of["b"]).not_about == ()
    assert all(not person.not_about for person in snapshots.fresh(CITY).network.people)


def test_who_named_somebody_is_for_nobody_else_to_see(store: Store) -> None:
    _, of = put(store, city())
    named(store, of, "b", "c")
    assert [tie.id for tie in own.overview(store, CITY, of["b"]).ties["NOT_ABOUT"]] == [of["c"]]
    told = json.dumps(own.take_along(own.overview(store, CITY, of["c"])))
    assert not any(text in told for text in (of["b"], "Persoon b", "NOT_ABOUT"))
    for viewer in (
        PARTNER,
        Viewer(Role.ADMIN, CITY),
        Viewer(Role.RESEARCHER, CITY),
        Viewer(Role.PUBLIC, CITY),
    ):
        with pytest.raises(NotAllowed):
            read(store, viewer, of["b"])


def test_naming_is_bounded_and_names_people_who_are_there(store: Store) -> None:
    _, of = put(store, city())
    with pytest.raises(InvalidInput):
        named(store, of, "b", "b")
    with pytest.raises(InvalidInput):
        change(store, COORDINATOR, of["b"], not_about=[f"person:{number}" for number in range(51)])
    with pytest.raises(Conflict):
        change(store, COORDINATOR, of["b"], not_about=["person:nobody"])
    assert read(store, COORDINATOR, of["b"]).not_about == ()


def test_tables_carry_who_is_not_to_be_asked_about_there_and_back(store: Store) -> None:
    _, of = put(store, city())
    named(store, of, "b", "c")
    tables = export(store, COORDINATOR, today=utc_today())
    assert {row.key: row.not_about for row in tables.people} == {"a": (), "b": ("c",), "c": ()}
    named(store, of, "b")
    load(store, tables, city=CITY, today=utc_today())
    assert read(store, COORDINATOR, of["b"]).not_about == (of["c"],)
    revision = store.revision(CITY)
    load(store, tables, city=CITY, today=utc_today())
    assert store.revision(CITY) == revision


def test_of_two_records_that_are_merged_both_are_heard(store: Store) -> None:
    _, of = put(store, city())
    named(store, of, "a", "c")
    named(store, of, "c", "b")
    decide(store, COORDINATOR, of["a"], of["b"], Verdict.SAME)
    stands = {row["id"] for row in store.read("MATCH (p:Person) RETURN p.id AS id")}
    (kept,) = stands - {of["c"]}
    assert read(store, COORDINATOR, kept).not_about == (of["c"],)
    assert read(store, COORDINATOR, of["c"]).not_about == (kept,)
