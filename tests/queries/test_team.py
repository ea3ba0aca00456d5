"""A team asked of a store: who may ask, who may be in it, and whether that still holds when it is told."""

from datetime import date, timedelta

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, UnknownThing
from graph.model import (
    ConsentAnswer,
    Key,
    NeighbourhoodRow,
    PersonRow,
    Purpose,
    RequestRow,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
    TieRow,
)
from graph.store import Store
from ingest.load import load
from queries.consents import record
from queries.requested import Wanted
from queries.snapshots import Snapshots, utc_today
from queries.team import team
from queries.teamed import TeamAnswer

CITY = "antwerpen"
COORDINATOR, PARTNER = Viewer(Role.COORDINATOR, CITY), Viewer(Role.PARTNER, CITY)
ASKED = Wanted(talents=("chair", "write"), themes=("street",), neighbourhoods=("w1", "w2"))


def person(key: str, *talents: str, place: str = "w1", public: bool = True) -> PersonRow:
    return PersonRow(
        Key(key),
        f"Persoon {key} (fictief)",
        neighbourhoods=(Key(place),),
        talents=tuple(TalentOffer(Key(talent), 3) for talent in talents if talent != "street"),
        themes=(ThemeInterest(Key("street")),) if "street" in talents else (),
        consents=(
            ConsentAnswer(Purpose.MATCHING, given=True),
            ConsentAnswer(Purpose.PUBLIC, given=public),
        ),
        consent_date=date(2025, 1, 1),
    )


def put(store: Store, *people: PersonRow, ties: tuple[tuple[str, str, float], ...] = ()) -> None:
    day = utc_today() - timedelta(days=30)
    tables = Tables(
        people=people,
        ties=tuple(TieRow(Key(one), Key(other), trust=trust, last_contact=day) for one, other, trust in ties),
        themes=(ThemeRow(Key("street"), "Schoolstraten", label_en="School streets"),),
        talents=(
            TalentRow(Key("chair"), "Voorzitten", label_en="Chairing"),
            TalentRow(Key("write"), "Verslag schrijven", label_en="Taking minutes"),
        ),
        neighbourhoods=(NeighbourhoodRow(Key("w1"), "Wijk een"), NeighbourhoodRow(Key("w2"), "Wijk twee")),
    )
    load(store, tables, city=CITY, today=utc_today())


def keys(answer: TeamAnswer) -> set[str | None]:
    return {member.result.person.key for member in answer.members}


def gaps(answer: TeamAnswer) -> dict[str, bool]:
    return {one.label.en: one.somebody for one in answer.uncovered}


def identity(store: Store, key: str) -> str:
    rows = store.read(
        "MATCH (p:Person {city: $city, key: $key}) RETURN p.id AS id", {"city": CITY, "key": key}
    )
    return str(rows[0]["id"])


def test_a_team_covers_together_what_none_covers_alone(store: Store) -> None:
    put(
        store,
        person("a", "chair", "street"),
        person("b", "chair", "street"),
        person("c", "write", place="w2"),
    )
    answer = team(store, Snapshots(store), COORDINATOR, wanted=ASKED, size=2)
    assert "c" in keys(answer)
    assert answer.uncovered == ()
    assert answer.search.exact
    assert answer.members[0].words.en == ("Persoon a (fictief) offers chairing; cares about school streets.")
    assert answer.members[1].words.nl == "Persoon c (fictief) biedt verslag schrijven."


def test_what_is_asked_comes_before_a_tie(store: Store) -> None:
    put(store, person("a", "chair"), person("b", "chair"), person("c", "write"), ties=(("a", "b", 0.95),))
    answer = team(store, Snapshots(store), COORDINATOR, wanted=Wanted(talents=("chair", "write")), size=2)
    assert "c" in keys(answer)


@pytest.mark.parametrize(("needed", "size"), [(2, 2), (None, 3), (1, 2), (40, 8)])
def test_a_stored_request_says_how_many(embedded_store: Store, needed: int | None, size: int) -> None:
    put(embedded_store, person("a", "chair"), person("b", "chair"), person("c", "chair"))
    request = RequestRow(Key("r"), "Wie zit voor?", talents=(Key("chair"),), people_needed=needed)
    load(embedded_store, Tables(requests=(request,)), city=CITY, today=utc_today())
    answer = team(embedded_store, Snapshots(embedded_store), COORDINATOR, request="r")
    assert answer.size == size
    assert len(answer.members) == min(size, 3)


def test_people_who_know_each_other_come_before_strangers(store: Store) -> None:
    put(
        store,
        person("a", "chair"),
        person("b", "write"),
        person("c", "write"),
        ties=(("c", "a", 0.9),),
    )
    answer = team(store, Snapshots(store), COORDINATOR, wanted=ASKED, size=2)
    assert keys(answer) == {"a", "c"}
    assert answer.ties is not None
    (tie,) = answer.ties.inside
    assert (tie.one.key, tie.other.key) == ("c", "a")
    assert tie.words.nl.startswith("Persoon c (fictief) en Persoon a (fictief) kennen elkaar goed (0,")
    assert answer.ties.without == ()


def test_what_stays_uncovered_is_said_and_whether_anybody_else_has_it(store: Store) -> None:
    put(store, person("a", "chair"), person("b", "chair"))
    answer = team(store, Snapshots(store), COORDINATOR, wanted=ASKED, size=2)
    assert gaps(answer) == {"taking minutes": False, "school streets": False, "Wijk twee": False}
    put(store, person("c", place="w2"), person("d", "street", place="w2"), person("e", "street", place="w2"))
    answer = team(store, Snapshots(store), COORDINATOR, wanted=ASKED, size=2)
    assert gaps(answer) == {"taking minutes": False}


def test_a_partner_sees_public_people_only_and_no_ties(store: Store) -> None:
    put(store, person("a", "chair"), person("b", "write", public=False), person("c"), ties=(("a", "b", 1.0),))
    asked = Wanted(talents=("chair", "write"))
    assert keys(team(store, Snapshots(store), COORDINATOR, wanted=asked, size=2)) == {"a", "b"}
    answer = team(store, Snapshots(store), PARTNER, wanted=asked, size=2)
    assert keys(answer) == {"a"}
    assert answer.ties is None
    assert gaps(answer) == {"taking minutes": False}
    assert answer.sentence.en == "Only one person fits, where 2 were asked for: Persoon a (fictief)."


def test_nobody_who_fits_is_no_team(store: Store) -> None:
    put(store, person("a"))
    answer = team(store, Snapshots(store), COORDINATOR, wanted=Wanted(talents=("chair",)))
    assert (answer.members, answer.score, answer.ties, answer.spread) == ((), 0.0, None, None)
    assert answer.sentence.nl == "Niemand gevonden die past: er is geen team."
    assert gaps(answer) == {"chairing": False}


@pytest.mark.parametrize("change", ["consent", "tie"])
def test_an_older_snapshot_never_tells_what_no_longer_holds(store: Store, change: str) -> None:
    put(store, person("a", "chair"), person("b", "write"), person("c", "write"), ties=(("a", "c", 0.9),))
    snapshots = Snapshots(store, small=0)
    before = team(store, snapshots, COORDINATOR, wanted=ASKED, size=2)
    assert keys(before) == {"a", "c"}
    if change == "consent":
        record(store, COORDINATOR, identity(store, "c"), purpose=Purpose.MATCHING, given=False)
        after = team(store, snapshots, COORDINATOR, wanted=ASKED, size=2)
        assert keys(after) == {"a", "b"}
    else:
        put(store, ties=(("a", "c", 0.4),))
        after = team(store, snapshots, COORDINATOR, wanted=ASKED, size=2)
        assert [tie.strength for tie in (after.ties.inside if after.ties else ())] != [
            tie.strength for tie in (before.ties.inside if before.ties else ())
        ]
    assert (after.revision or 0) > (before.revision or 0)


@pytest.mark.parametrize("size", [-1, 0, 1, 9])
def test_a_size_that_makes_no_team_is_refused(embedded_store: Store, size: int) -> None:
    with pytest.raises(InvalidInput, match=f"team van {size} kan niet; verwacht 2 tot 8"):
        team(embedded_store, Snapshots(embedded_store), COORDINATOR, wanted=ASKED, size=size)


def test_only_who_may_match_may_ask_for_a_team(embedded_store: Store) -> None:
    for role in (Role.PUBLIC, Role.RESEARCHER, Role.ADMIN):
        with pytest.raises(NotAllowed):
            team(embedded_store, Snapshots(embedded_store), Viewer(role, CITY), wanted=ASKED)


def test_an_unknown_talent_is_named(embedded_store: Store) -> None:
    put(embedded_store, person("a", "chair"))
    with pytest.raises(UnknownThing, match="sail"):
        team(embedded_store, Snapshots(embedded_store), COORDINATOR, wanted=Wanted(talents=("sail",)))
