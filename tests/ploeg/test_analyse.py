"""``analyse`` and ``measurements`` as somebody at a terminal uses them."""

from typing import Any

import pytest

from graph.access import Role
from queries.analyses import KINDS, Analysis, Kind
from queries.analysis_answers import Answer
from queries.runs import Progress
from tests.ploeg.given import Terminal


def kept(terminal: Terminal, role: Role = Role.COORDINATOR) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = terminal(
        "measurements", "list", "--json", PLOEG_LOCAL_ROLE=str(role)
    ).document["items"]
    return items


def test_without_a_question_it_is_the_summary(shared: Terminal) -> None:
    plain, named = shared("analyse", "--json"), shared("analyse", "summary", "--json")
    assert (plain.code, plain.document) == (0, named.document)
    assert plain.document["question"] == "summary"


def test_figures_are_kept_once_and_it_says_so(own: Terminal) -> None:
    first = own("analyse", "summary")
    assert "Bewaard als meting" in first.out
    assert "ploeg analyse trends" in first.out
    own("analyse", "summary")
    assert [each["question"] for each in kept(own)] == ["summary"]


def test_figures_are_not_kept_where_that_is_asked_or_not_allowed(own: Terminal) -> None:
    for words, role in ((["--no-keep"], Role.COORDINATOR), ([], Role.PARTNER), ([], Role.PUBLIC)):
        ran = own("analyse", *words, PLOEG_LOCAL_ROLE=str(role))
        assert (ran.code, "Bewaard" in ran.out) == (0, False)
    assert kept(own) == []


def test_a_researcher_keeps_figures_of_who_agrees_to_research(own: Terminal) -> None:
    assert own("analyse", "--role", "researcher").code == 0
    assert [(each["basis"], each["people"]) for each in kept(own, Role.RESEARCHER)] == [("research", 6)]


def test_measurements_are_listed_and_taken_away(own: Terminal) -> None:
    own("analyse", "summary")
    own("analyse", "bridging")
    assert [each["question"] for each in kept(own)] == ["bridging", "summary"]
    page = own("measurements", "list", "--limit", "1", "--json").document
    assert (
        own("measurements", "list", "--cursor", page["next"], "--json").document["items"][0]["question"]
        == "summary"
    )
    listed = own("measurements", "list")
    identity = page["items"][0]["id"]
    assert identity in listed.out.splitlines()
    assert "weg" in own("measurements", "remove", identity).out
    assert [each["question"] for each in kept(own)] == ["summary"]


def test_a_measurement_of_another_day_says_of_which(own: Terminal) -> None:
    own("analyse", "summary", "--as-of", "2020-05-01")
    own("analyse", "summary")
    said = own("measurements", "list").out.splitlines()
    days = [line for line in said if "(summary)" in line]
    assert ["(over 2020-05-01)" in line for line in days] == [False, True]


def test_how_many_were_never_asked_is_said_in_the_singular_of_one(own: Terminal) -> None:
    said = " ".join(own("analyse", "summary", "--no-keep").out.split())
    unasked = own("analyse", "summary", "--no-keep", "--json").document["unasked"]
    told = {0: "zij zeiden allemaal zelf", 1: "één van hen zei nooit zelf"}
    assert told.get(unasked, f"{unasked} van hen zeiden nooit zelf") in said


def test_nothing_kept_says_how_to_begin(city: Terminal) -> None:
    assert "ploeg analyse" in city("measurements", "list").out


def test_an_empty_network_says_what_to_do_first(city: Terminal) -> None:
    for question in Analysis:
        ran = city("analyse", question)
        assert (ran.code, "ploeg import" in ran.err) == (1, True), (question, ran.err)
        assert "Bewaard" not in ran.out
    ran = city("analyse", "--json")
    assert (ran.code, ran.document["people"]) == (1, 0)


def test_a_network_where_nobody_agrees_to_research_says_what_to_do(city: Terminal) -> None:
    city.folder.joinpath("personen.csv").write_text("id,naam\np1,An\n", encoding="utf-8")
    city("import", city.folder / "personen.csv")
    ran = city("analyse", "--role", "researcher")
    assert (ran.code, "research" in ran.err) == (1, True)


def test_what_an_analysis_does_not_take_is_refused(shared: Terminal) -> None:
    ran = shared("analyse", "communities", "-k", "3")
    assert (ran.code, "neemt geen k" in ran.err) == (1, True)
    assert shared("analyse", "weather").code == 2


@pytest.mark.parametrize("question", [each for each, kind in KINDS.items() if kind.people])
def test_a_pseudonym_holds_for_one_command(shared: Terminal, question: Analysis) -> None:
    def names(role: Role) -> set[str]:
        out = shared("analyse", question, "--no-keep", PLOEG_LOCAL_ROLE=str(role)).out
        return {word.strip("()│,. ") for word in out.split() if word.strip("│ ").startswith("p-")}

    one, other = names(Role.RESEARCHER), names(Role.RESEARCHER)
    assert not one & other
    assert names(Role.COORDINATOR) == set()


def test_ctrl_c_stops_and_keeps_nothing(own: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, progress: Progress, **__: object) -> Answer:
        progress(0.5)
        raise KeyboardInterrupt

    monkeypatch.setitem(KINDS, Analysis.SUMMARY, Kind(stopped))
    ran = own("analyse")
    assert (ran.code, ran.out) == (130, "Gestopt.\n")
    assert kept(own) == []
