"""Who does not fit a request after all: left out of its answers, shared, without a trace; both stores."""

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
    RequestRow,
    Tables,
    TalentOffer,
    TalentRow,
    Unfit,
    Verdict,
)
from graph.store import Store
from ingest.load import load, undo
from queries import audit, own
from queries.consents import record
from queries.decisions import decide, take_back
from queries.explaining import explain
from queries.matching import MatchAnswer, match
from queries.records import erase_person, request
from queries.removals import remove, restore_request
from queries.requested import Wanted
from queries.setting_aside import Aside, of, put_back, set_aside
from queries.snapshots import Snapshots, utc_today
from queries.team import team

CITY = "antwerpen"
COORDINATOR = Viewer(Role.COORDINATOR, CITY)
ADMIN = Viewer(Role.ADMIN, CITY)
TODAY = utc_today()
WORDS = "Begeleidt al twee andere straten."


def city(*more: PersonRow) -> Tables:
    """Return a, b and c, who can all chair and may be proposed, and two requests for it."""
    everybody = tuple(
        PersonRow(
            Key(key),
            f"Persoon {key} (fictief)",
            talents=(TalentOffer(Key("s1"), level),),
            consents=(ConsentAnswer(Purpose.MATCHING, given=True),),
            consent_date=date(2025, 1, 1),
        )
        for key, level in (("a", 3), ("b", 2), ("c", 1))
    )
    return Tables(
        talents=(TalentRow(Key("s1"), "Voorzitten"),),
        people=(*everybody, *more),
        requests=tuple(
            RequestRow(Key(key), f"Wie zit voor ({key})?", talents=(Key("s1"),)) for key in ("v1", "v2")
        ),
    )


class Desk:
    """The match desk over a city in a store."""

    def __init__(self, store: Store, tables: Tables) -> None:
        self.store = store
        self.batch = load(store, tables, city=CITY, today=TODAY).batch or ""
        self.snapshots = Snapshots(store)
        rows = store.read("MATCH (n) WHERE n.key IS NOT NULL RETURN n.key AS key, n.id AS id")
        self.id: dict[str, str] = {row["key"]: row["id"] for row in rows}

    def aside(
        self, person: str, request: str = "v1", why: Unfit = Unfit.BUSY, words: str | None = WORDS
    ) -> Aside:
        return set_aside(self.store, COORDINATOR, self.id[request], self.id[person], reason=why, words=words)

    def answer(self, request: str = "v1", *, with_set_aside: bool = False) -> MatchAnswer:
        return match(self.store, self.snapshots, COORDINATOR, request=request, with_set_aside=with_set_aside)

    def found(self, request: str = "v1", *, with_set_aside: bool = False) -> list[str | None]:
        answer = self.answer(request, with_set_aside=with_set_aside)
        return [each.person.key for each in answer.results]

    def noted(self, request: str = "v1") -> list[tuple[str, str, str | None]]:
        return [(each.key, each.reason, each.words) for each in of(self.store, COORDINATOR, self.id[request])]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, city())


def test_whoever_is_set_aside_is_left_out_for_that_request_at_once_and_comes_back(desk: Desk) -> None:
    assert desk.found() == ["a", "b", "c"]
    aside = desk.aside("a")
    assert (aside.key, aside.reason, aside.words) == ("a", "busy", WORDS)
    assert (desk.found(), desk.found("v2")) == (["b", "c"], ["a", "b", "c"])
    assert (desk.answer().set_aside, desk.answer("v2").set_aside) == (1, 0)
    put_back(desk.store, COORDINATOR, desk.id["v1"], desk.id["a"])
    assert (desk.found(), desk.answer().set_aside, desk.noted()) == (["a", "b", "c"], 0, [])


def test_they_are_there_where_one_asks_for_them(desk: Desk) -> None:
    desk.aside("a")
    assert desk.found(with_set_aside=True) == ["a", "b", "c"]


def test_a_team_does_without_them_and_an_explanation_says_so(desk: Desk) -> None:
    desk.aside("a")
    both = team(desk.store, desk.snapshots, COORDINATOR, request="v1", size=2)
    assert {member.result.person.key for member in both.members} == {"b", "c"}
    why = explain(desk.store, desk.snapshots, COORDINATOR, "a", request="v1")
    assert (why.outcome, [barrier.code for barrier in why.barriers]) == ("barred", ["set_aside"])


def test_a_second_reason_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.aside("a")
    desk.aside("a", why=Unfit.ASKED, words="  ")
    assert desk.noted() == [("a", "asked", None)]


def test_putting_back_twice_changes_nothing(desk: Desk) -> None:
    before = desk.store.revision(CITY)
    put_back(desk.store, COORDINATOR, desk.id["v1"], desk.id["a"])
    assert desk.store.revision(CITY) == before


def test_only_who_may_write_sets_aside_and_only_who_sees_records_is_told(desk: Desk) -> None:
    desk.aside("a")
    for role in (Role.PARTNER, Role.RESEARCHER, Role.PUBLIC, Role.ADMIN):
        viewer = Viewer(role, CITY)
        with pytest.raises(NotAllowed):
            of(desk.store, viewer, desk.id["v1"])
        with pytest.raises(NotAllowed):
            set_aside(desk.store, viewer, desk.id["v1"], desk.id["b"], reason=Unfit.TIE)
        with pytest.raises(NotAllowed):
            put_back(desk.store, viewer, desk.id["v1"], desk.id["a"])
    wanted = Wanted(talents=("s1",))
    assert match(desk.store, desk.snapshots, COORDINATOR, wanted=wanted).set_aside == 0


def test_what_is_not_there_is_said_and_too_many_words_are_refused(desk: Desk) -> None:
    with pytest.raises(UnknownThing):
        set_aside(desk.store, COORDINATOR, "request:none", desk.id["a"], reason=Unfit.BUSY)
    with pytest.raises(UnknownThing):
        set_aside(desk.store, COORDINATOR, desk.id["v1"], "person:none", reason=Unfit.BUSY)
    with pytest.raises(UnknownThing):
        of(desk.store, COORDINATOR, "request:none")
    with pytest.raises(InvalidInput):
        desk.aside("a", words="x" * 501)
    assert desk.noted() == []


def test_the_log_tells_that_it_was_done_and_not_in_which_words(desk: Desk) -> None:
    desk.aside("a")
    put_back(desk.store, COORDINATOR, desk.id["v1"], desk.id["a"])
    rows = desk.store.read(
        "MATCH (e:AuditEvent) WHERE e.action IN ['set_aside', 'put_back'] "
        "RETURN e.action AS action, e.subjects AS subjects, e.details AS details ORDER BY e.number"
    )
    assert [row["action"] for row in rows] == ["set_aside", "put_back"]
    assert all(row["subjects"] == [desk.id["v1"], desk.id["a"]] for row in rows)
    assert json.loads(rows[0]["details"]) == {"reason": "busy"}


def test_whoever_may_not_be_proposed_leaves_no_trace(desk: Desk) -> None:
    desk.aside("a")
    record(desk.store, COORDINATOR, desk.id["a"], purpose=Purpose.MATCHING, given=False)
    before = desk.answer()
    assert before.set_aside == 0
    erase_person(desk.store, COORDINATOR, desk.id["a"])
    after = desk.answer()
    assert (after.results, after.organisations, after.set_aside) == (
        before.results,
        before.organisations,
        before.set_aside,
    )


def test_erasing_somebody_erases_it_also_from_how_things_were(desk: Desk) -> None:
    desk.aside("a")
    decide(desk.store, COORDINATOR, desk.id["b"], desk.id["a"], Verdict.SAME)
    assert desk.noted() == [("b", "busy", WORDS)]
    erase_person(desk.store, COORDINATOR, desk.id["b"])
    assert desk.noted() == []
    kept = desk.store.read("MATCH (c:ImportChange) RETURN c.before AS before")
    assert not any(WORDS in row["before"] for row in kept)


def test_an_import_is_taken_back_whatever_the_desk_noted(desk: Desk) -> None:
    desk.aside("a")
    undo(desk.store, CITY, desk.batch)
    assert desk.store.read("MATCH (q:Request) RETURN q.id AS id") == []


def test_the_same_tables_again_leave_it_as_it_is(desk: Desk) -> None:
    desk.aside("a")
    load(desk.store, city(), city=CITY, today=TODAY)
    assert desk.noted() == [("a", "busy", WORDS)]


def test_a_merge_takes_it_along_and_gives_it_back(desk: Desk) -> None:
    desk.aside("a")
    desk.aside("b", why=Unfit.ROLE, words=None)
    desk.aside("a", "v2", why=Unfit.TIE, words=None)
    merged = decide(desk.store, COORDINATOR, desk.id["b"], desk.id["a"], Verdict.SAME)
    assert [(key, why) for key, why, _ in desk.noted()] == [("b", "role")]
    assert [(key, why) for key, why, _ in desk.noted("v2")] == [("b", "tie")]
    assert desk.found("v2") == ["c"]
    take_back(desk.store, COORDINATOR, merged.id)
    assert sorted(desk.noted()) == [("a", "busy", WORDS), ("b", "role", None)]
    assert [(key, why) for key, why, _ in desk.noted("v2")] == [("a", "tie")]


def test_somebody_reads_that_and_why_they_were_set_aside_and_not_for_whom(desk: Desk) -> None:
    desk.aside("a")
    told = own.take_along(own.overview(desk.store, CITY, desk.id["a"]))
    (aside,) = json.loads(json.dumps(told["set_aside"]))
    assert (aside["reason"], aside["words"]) == ("busy", WORDS)
    assert desk.id["v1"] not in json.dumps(told)
    assert "Wie zit voor" not in json.dumps(told)
    assert own.take_along(own.overview(desk.store, CITY, desk.id["b"]))["set_aside"] == []
    assert audit.about(desk.store, CITY, desk.id["b"]) == []


def test_a_request_that_comes_back_is_the_same_one_with_who_was_set_aside(desk: Desk) -> None:
    desk.aside("a")
    before, answered = request(desk.store, COORDINATOR, desk.id["v1"]), desk.answer()
    remove(desk.store, COORDINATOR, "Request", desk.id["v1"])
    with pytest.raises(UnknownThing):
        request(desk.store, COORDINATOR, desk.id["v1"])
    restore_request(desk.store, COORDINATOR, desk.id["v1"])
    after = request(desk.store, COORDINATOR, desk.id["v1"])
    without_lock = [{**each.properties, "lock": None} for each in (before, after)]
    assert without_lock[0] == without_lock[1]
    assert (after.talents, after.asker) == (before.talents, before.asker)
    assert desk.noted() == [("a", "busy", WORDS)]
    assert desk.answer().results == answered.results
    # It came back once: there is nothing left to come back a second time.
    assert desk.store.read("MATCH (r:Removal) RETURN r.id AS id") == []
    with pytest.raises(UnknownThing):
        restore_request(desk.store, COORDINATOR, desk.id["v1"])
    log = desk.store.read(
        "MATCH (e:AuditEvent) RETURN e.action AS action, e.subjects AS of ORDER BY e.number"
    )
    assert log[-1] == {"action": "restored", "of": [desk.id["v1"]]}


def test_only_who_may_write_puts_a_request_back(desk: Desk) -> None:
    remove(desk.store, COORDINATOR, "Request", desk.id["v1"])
    for role in Role:
        if role is not Role.COORDINATOR:
            with pytest.raises(NotAllowed):
                restore_request(desk.store, Viewer(role, CITY), desk.id["v1"])
    with pytest.raises(UnknownThing):
        restore_request(desk.store, Viewer(Role.COORDINATOR, "elders"), desk.id["v1"])


def test_who_is_erased_is_not_in_a_request_that_could_come_back(desk: Desk) -> None:
    desk.aside("a")
    remove(desk.store, COORDINATOR, "Request", desk.id["v1"])
    erase_person(desk.store, COORDINATOR, desk.id["a"])
    assert desk.store.read("MATCH (r:Removal) RETURN r.before AS before") == []
    with pytest.raises(UnknownThing):
        restore_request(desk.store, COORDINATOR, desk.id["v1"])


def test_who_was_set_aside_and_merged_since_does_not_get_proposed_by_it(desk: Desk) -> None:
    desk.aside("a")
    remove(desk.store, COORDINATOR, "Request", desk.id["v1"])
    decide(desk.store, COORDINATOR, desk.id["b"], desk.id["a"], Verdict.SAME)
    with pytest.raises(Conflict):
        restore_request(desk.store, COORDINATOR, desk.id["v1"])
    with pytest.raises(UnknownThing):
        request(desk.store, COORDINATOR, desk.id["v1"])


def test_after_an_hour_it_goes_with_the_next_line_of_the_log(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("queries.undoing.KEPT_FOR", timedelta(0))
    remove(desk.store, COORDINATOR, "Request", desk.id["v1"])
    with pytest.raises(UnknownThing):
        restore_request(desk.store, COORDINATOR, desk.id["v1"])
    audit.record(desk.store, COORDINATOR, audit.Action.EXPORTED)
    assert desk.store.read("MATCH (r:Removal) RETURN r.id AS id") == []
