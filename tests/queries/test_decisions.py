"""Two people who look like one: decided once, remembered, merged whole and taken back exactly."""

import json
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.access import Role, Viewer
from graph.errors import Conflict, InvalidInput, NotAllowed, UnknownThing
from graph.model import (
    Availability,
    ConsentAnswer,
    ConsentRow,
    InitiativeRow,
    Key,
    MembershipRow,
    OrganisationRow,
    ParticipationRow,
    PersonRow,
    Purpose,
    RequestRow,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
    TieRow,
    Verdict,
)
from graph.store import Store
from ingest.load import load, undo
from queries.consents import events, record
from queries.decisions import decide, decisions, take_back
from queries.edits import Edit, change_person, create
from queries.records import erase_person, person
from queries.stored import stored_city
from tests.conftest import wipe
from tests.networks import random_city

CITY = "antwerpen"
VIEWER = Viewer(Role.COORDINATOR, CITY)
TODAY = datetime.now(UTC).date()
AN = PersonRow(
    Key("p12"),
    "An Peeters",
    level=1,
    languages=("nl",),
    availability=Availability.YES,
    phone="+32470000001",
    talents=(TalentOffer(Key("s1"), 1), TalentOffer(Key("s2"), 3)),
    themes=(ThemeInterest(Key("t1"), 3),),
)
ALSO_AN = PersonRow(
    Key("p13"),
    "Peeters An",
    level=3,
    languages=("fr", "nl"),
    availability=Availability.NO,
    email="an@voorbeeld.be",
    talents=(TalentOffer(Key("s1"), 2),),
    themes=(ThemeInterest(Key("t1"), 1), ThemeInterest(Key("t2"))),
    open_asks=1,
    paused_until=TODAY + timedelta(days=9),
)
BO = PersonRow(Key("p20"), "Bo Claes")
SMALL = Tables(
    themes=(ThemeRow(Key("t1"), "Groen"), ThemeRow(Key("t2"), "Verkeer")),
    talents=(TalentRow(Key("s1"), "Tolken"), TalentRow(Key("s2"), "Voorzitten")),
    organisations=(OrganisationRow(Key("o1"), "De Linde"), OrganisationRow(Key("o2"), "De Eik")),
    people=(AN, ALSO_AN, BO),
    initiatives=(InitiativeRow(Key("i1"), "Straatfeest"),),
    memberships=(
        MembershipRow(Key("p12"), Key("o1"), role="lid", since=date(2021, 1, 1)),
        MembershipRow(Key("p13"), Key("o1"), since=date(2019, 1, 1), until=date(2023, 1, 1)),
        MembershipRow(Key("p12"), Key("o2"), since=date(2010, 1, 1), until=date(2012, 1, 1)),
        MembershipRow(Key("p13"), Key("o2"), since=date(2020, 1, 1)),
    ),
    participations=(
        ParticipationRow(Key("p12"), Key("i1")),
        ParticipationRow(Key("p13"), Key("i1"), role="trekker"),
    ),
    ties=(
        TieRow(Key("p12"), Key("p20"), trust=0.4, since=date(2020, 1, 1), last_contact=date(2021, 1, 1)),
        TieRow(Key("p13"), Key("p20"), trust=0.9, since=date(2022, 1, 1), last_contact=date(2024, 1, 1)),
        TieRow(Key("p20"), Key("p13"), trust=0.7),
        TieRow(Key("p12"), Key("p13"), trust=1.0),
    ),
    requests=(RequestRow(Key("v1"), "Wie tolkt?", asker=Key("p13")),),
)


def ids(store: Store) -> dict[str, str]:
    rows = store.read("MATCH (p:Person {city: $city}) RETURN p.key AS key, p.id AS id", {"city": CITY})
    return {row["key"]: row["id"] for row in rows}


def bring(store: Store, tables: Tables) -> str | None:
    return load(store, tables, city=CITY, today=TODAY).batch


def given_city(store: Store, tables: Tables = SMALL) -> dict[str, str]:
    bring(store, tables)
    return ids(store)


def merge(store: Store, who: dict[str, str], one: str = "p12", other: str = "p13") -> str:
    return decide(store, VIEWER, who[one], who[other], Verdict.SAME).id


def everything(store: Store) -> Any:
    """Everything that stands in the city, but for decisions."""
    held = stored_city(store, CITY)
    plain = {
        "nodes": {
            identity: {**node.properties, "lock": None, "label": node.label}
            for identity, node in held.nodes.items()
        },
        "links": sorted(
            json.dumps([*link.identity, link.properties], sort_keys=True) for link in held.links.values()
        ),
        "count": store.read("MATCH (a {city: $city})-[r]->() RETURN count(r) AS n", {"city": CITY}),
        "consents": {
            person: sorted(json.dumps(event, sort_keys=True) for event in found)
            for person, found in held.consents.items()
        },
        "changes": store.read("MATCH (c:ImportChange) RETURN c.id AS id, c.before AS before ORDER BY c.id"),
    }
    return json.loads(json.dumps(plain, sort_keys=True))


def links(store: Store, relation: str) -> list[tuple[str, str, dict[str, Any]]]:
    held = stored_city(store, CITY)
    key = {identity: str(node.properties["key"]) for identity, node in held.nodes.items()}
    noted = {"batch", "updated_at", "source"}
    found = [
        (key[link.start], key[link.end], {n: v for n, v in link.properties.items() if n not in noted})
        for link in held.links.values()
        if link.relation == relation
    ]
    return sorted(found, key=lambda each: (each[0], each[1], str(each[2].get("since"))))


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6), pair=st.permutations(range(8)))
def test_taking_a_merge_back_leaves_everything_as_it_was(store: Store, seed: int, pair: list[int]) -> None:
    wipe(store)
    who = given_city(store, random_city(seed, people=8, ties=24))
    before = everything(store)
    one, other = f"p{pair[0]:02}", f"p{pair[1]:02}"
    decision = merge(store, who, one, other)
    assert other not in ids(store)
    take_back(store, VIEWER, decision)
    assert everything(store) == before


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10**6), order=st.permutations(range(8)))
def test_after_merges_the_same_tables_change_nothing(store: Store, seed: int, order: list[int]) -> None:
    wipe(store)
    tables = random_city(seed, people=8, ties=30)
    who = given_city(store, tables)
    start = everything(store)
    one, other, third, fourth = (f"p{number:02}" for number in order[:4])
    made = [merge(store, who, *pair) for pair in ((one, other), (third, one), (third, fourth))]
    before = everything(store)
    assert bring(store, tables) is None
    assert everything(store) == before
    for decision in reversed(made):
        take_back(store, VIEWER, decision)
    assert everything(store) == start


def test_two_merges_are_taken_back_one_after_the_other(store: Store) -> None:
    who = given_city(store)
    before = everything(store)
    first, second = merge(store, who), merge(store, who, "p20", "p12")
    with pytest.raises(Conflict, match=second):
        take_back(store, VIEWER, first)
    take_back(store, VIEWER, second)
    take_back(store, VIEWER, first)
    assert everything(store) == before


def test_gaps_are_filled_and_the_stricter_limits_hold(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    held = stored_city(store, CITY).nodes[who["p12"]].properties
    assert {
        name: held.get(name) for name in ("name", "level", "languages", "phone", "email", "availability")
    } == {
        "name": "An Peeters",
        "level": 1,
        "languages": ["nl", "fr"],
        "phone": "+32470000001",
        "email": "an@voorbeeld.be",
        "availability": "no",
    }
    assert (held["open_asks"], held["paused_until"]) == (1, (TODAY + timedelta(days=9)).isoformat())


def test_who_is_kept_can_be_chosen(store: Store) -> None:
    who = given_city(store)
    decide(store, VIEWER, who["p12"], who["p13"], Verdict.SAME, keep=who["p13"])
    assert sorted(ids(store)) == ["p13", "p20"]


def test_two_relations_to_one_thing_become_one_that_says_the_most(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    assert [(end, said["level"]) for _, end, said in links(store, "OFFERS")] == [("s1", 2), ("s2", 3)]
    assert [(end, said.get("experience")) for _, end, said in links(store, "CARES_ABOUT")] == [
        ("t1", 3),
        ("t2", None),
    ]
    assert links(store, "TOOK_PART_IN") == [("p12", "i1", {"role": "trekker"})]
    assert [(start, end) for start, end, _ in links(store, "ASKED")] == [("p12", "v1")]


def test_memberships_that_touch_become_one_and_those_apart_stay(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    assert [(end, said) for _, end, said in links(store, "MEMBER_OF")] == [
        ("o1", {"role": "lid", "since": "2019-01-01"}),
        ("o2", {"since": "2010-01-01", "until": "2012-01-01"}),
        ("o2", {"since": "2020-01-01"}),
    ]


def test_of_two_declared_ties_the_latest_counts_and_those_between_the_two_go(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    assert links(store, "KNOWS") == [
        ("p12", "p20", {"trust": 0.9, "since": "2020-01-01", "last_contact": "2024-01-01"}),
        ("p20", "p12", {"trust": 0.7}),
    ]


def consents(*answers: tuple[str, bool, int]) -> Tables:
    rows = [
        ConsentRow(
            Key(key),
            Purpose.MATCHING,
            yes,
            start=TODAY - timedelta(days=ago),
            recorded_at="2026-01-01T00:00:00Z",
        )
        for key, yes, ago in answers
    ]
    return replace(SMALL, consents=tuple(rows))


@pytest.mark.parametrize(
    ("answers", "allowed"),
    [
        ([("p12", True, 9), ("p13", False, 90)], False),
        ([("p12", False, 90), ("p13", True, 0)], False),
        ([("p12", False, 9), ("p13", True, 90)], False),
        ([("p12", True, 9)], True),
        ([("p13", True, 9)], True),
        ([("p12", True, 9), ("p13", True, 90)], True),
        ([("p12", False, 9)], False),
    ],
)
def test_a_merge_never_allows_more_than_both_did(
    store: Store, answers: list[tuple[str, bool, int]], allowed: bool
) -> None:
    who = given_city(store, consents(*answers))
    merge(store, who)
    found = events(store, VIEWER, who["p12"])
    assert any(event.in_force for event in found) is allowed
    assert len(found) >= len(answers)


def test_the_same_tables_after_a_merge_change_nothing(store: Store) -> None:
    tables = consents(("p12", False, 9), ("p13", True, 90))
    who = given_city(store, tables)
    merge(store, who)
    before = everything(store)
    assert bring(store, tables) is None
    assert everything(store) == before


def test_consents_in_columns_are_told_once_for_each_record(store: Store) -> None:
    yes = replace(ALSO_AN, consents=(ConsentAnswer(Purpose.MATCHING, given=True),))
    no = replace(AN, consents=(ConsentAnswer(Purpose.MATCHING, given=False),))
    tables = replace(SMALL, people=(no, yes, BO))
    merge(store, given_city(store, tables))
    assert bring(store, tables) is None


def test_news_under_the_old_key_goes_to_who_was_kept(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    moved = replace(
        ALSO_AN, about="tolkt Arabisch", talents=(TalentOffer(Key("s1"), 2), TalentOffer(Key("s2"), 1))
    )
    tie = TieRow(Key("p13"), Key("p20"), trust=0.1, last_contact=date(2025, 1, 1))
    bring(store, replace(SMALL, people=(AN, moved, BO), ties=(*SMALL.ties[:1], tie, *SMALL.ties[2:])))
    shown = person(store, VIEWER, who["p12"]).properties
    assert (shown["about"], shown["name"], shown["level"]) == ("tolkt Arabisch", "An Peeters", 1)
    assert sorted(ids(store)) == ["p12", "p20"]
    assert ("p12", "p20", {"trust": 0.1, "last_contact": "2025-01-01"}) in links(store, "KNOWS")


def test_the_id_of_who_was_merged_means_who_was_kept(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    bring(store, Tables(people=(PersonRow(Key(who["p13"]), "Peeters An", about="nieuw"),)))
    assert person(store, VIEWER, who["p12"]).properties["about"] == "nieuw"
    assert sorted(ids(store)) == ["p12", "p20"]


def test_a_merge_of_people_made_at_a_screen_is_taken_back_too(store: Store) -> None:
    made = [create(store, VIEWER, "Person", Edit({"name": name})) for name in ("An", "Ann")]
    before = everything(store)
    take_back(store, VIEWER, decide(store, VIEWER, made[0], made[1], Verdict.SAME).id)
    assert everything(store) == before


def test_what_was_edited_since_stays(store: Store) -> None:
    who = given_city(store)
    decision = merge(store, who)
    change_person(store, VIEWER, who["p12"], Edit({"about": "anders"}))
    before = everything(store)
    with pytest.raises(Conflict, match="edit:"):
        take_back(store, VIEWER, decision)
    assert everything(store) == before


def test_an_import_since_is_named_and_can_be_undone_first(store: Store) -> None:
    who = given_city(store)
    before = everything(store)
    decision = merge(store, who)
    batch = bring(store, replace(SMALL, people=(replace(AN, themes=(ThemeInterest(Key("t2"), 1),)),)))
    assert batch is not None
    with pytest.raises(Conflict, match=batch):
        take_back(store, VIEWER, decision)
    undo(store, CITY, batch)
    take_back(store, VIEWER, decision)
    assert everything(store) == before


def test_a_consent_since_is_not_lost(store: Store) -> None:
    who = given_city(store)
    decision = merge(store, who)
    record(store, VIEWER, who["p12"], purpose=Purpose.MATCHING, given=False)
    with pytest.raises(Conflict, match="toestemming"):
        take_back(store, VIEWER, decision)


def test_an_import_that_a_merge_builds_on_is_not_undone(store: Store) -> None:
    batch = bring(store, SMALL)
    assert batch is not None
    decision = merge(store, ids(store))
    with pytest.raises(Conflict, match=decision):
        undo(store, CITY, batch)
    take_back(store, VIEWER, decision)
    assert undo(store, CITY, batch).removed > 0


def test_of_two_who_decide_at_once_one_wins(store: Store) -> None:
    who = given_city(store)
    came: list[str] = []

    def say(verdict: Verdict) -> None:
        try:
            came.append(decide(store, VIEWER, who["p12"], who["p13"], verdict).decision)
        except Conflict:
            came.append("conflict")

    both = [threading.Thread(target=say, args=(verdict,)) for verdict in (Verdict.SAME, Verdict.DIFFERENT)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    standing = [each.decision for each in decisions(store, VIEWER)]
    assert sorted(came) == sorted([*standing, "conflict"])
    assert len(standing) == 1


def test_people_who_were_told_apart_are_not_merged_by_a_detour(store: Store) -> None:
    who = given_city(store)
    apart = decide(store, VIEWER, who["p13"], who["p20"], Verdict.DIFFERENT).id
    merge(store, who)
    with pytest.raises(Conflict, match=apart):
        merge(store, who, "p20", "p12")


def test_a_decision_taken_back_can_be_made_again(store: Store) -> None:
    who = given_city(store)
    take_back(store, VIEWER, decide(store, VIEWER, who["p12"], who["p13"], Verdict.DIFFERENT).id)
    merge(store, who)
    assert [each.decision for each in decisions(store, VIEWER)] == ["same"]


def test_a_decision_is_taken_back_once(store: Store) -> None:
    who = given_city(store)
    decision = merge(store, who)
    take_back(store, VIEWER, decision)
    with pytest.raises(InvalidInput, match="al teruggenomen"):
        take_back(store, VIEWER, decision)


def test_who_is_not_there_can_not_be_decided_about(store: Store) -> None:
    who = given_city(store)
    with pytest.raises(UnknownThing):
        decide(store, VIEWER, who["p12"], "person:none", Verdict.DIFFERENT)
    with pytest.raises(UnknownThing):
        take_back(store, VIEWER, "decision:none")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.ADMIN])
def test_only_the_coordinator_decides(store: Store, role: Role) -> None:
    who, viewer = given_city(store), Viewer(role, CITY)
    with pytest.raises(NotAllowed):
        decide(store, viewer, who["p12"], who["p13"], Verdict.SAME)
    with pytest.raises(NotAllowed):
        decisions(store, viewer)
    with pytest.raises(NotAllowed):
        take_back(store, viewer, "decision:none")


def traces(store: Store, *texts: str) -> list[str]:
    rows = store.read("MATCH (n) WHERE n:Decision OR n:ImportChange RETURN properties(n) AS said")
    said = [json.dumps(row["said"], ensure_ascii=False) for row in rows]
    return [each for each in said if any(text in each for text in texts)]


def test_erasing_who_was_kept_forgets_both_records(store: Store) -> None:
    who = given_city(store)
    merge(store, who)
    erase_person(store, VIEWER, who["p12"])
    assert traces(store, who["p12"], who["p13"], "Peeters", "voorbeeld.be") == []
    assert decisions(store, VIEWER) == []


def test_a_merge_is_taken_back_without_somebody_who_was_erased(store: Store) -> None:
    who = given_city(store)
    decision = merge(store, who)
    erase_person(store, VIEWER, who["p20"])
    assert traces(store, who["p20"]) == []
    take_back(store, VIEWER, decision)
    assert sorted(ids(store)) == ["p12", "p13"]
    assert [(start, end) for start, end, _ in links(store, "KNOWS")] == [("p12", "p13")]
