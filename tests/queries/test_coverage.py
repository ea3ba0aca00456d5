"""Coverage asked of a small town in which every count is known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph.access import Role, Viewer
from graph.errors import InvalidInput, NotAllowed, Stopped, UnknownThing
from graph.model import (
    ConsentAnswer,
    Key,
    NeighbourhoodRow,
    PersonRow,
    Purpose,
    RequestRow,
    RequestStatus,
    Tables,
    ThemeInterest,
    ThemeRow,
)
from queries.analysis_answers import CoverageAnswer, CoverageCell
from queries.coverage import coverage_analysis
from queries.figures import by_name
from queries.held import utc_today
from tests.still import CITY, COORDINATOR, PARTNER, PUBLIC, RESEARCHER, still_today

TODAY = utc_today()


def person(key: str, themes: str, places: str, research: bool = True) -> PersonRow:
    return PersonRow(
        Key(key),
        f"Naam van {key} (fictief)",
        neighbourhoods=tuple(Key(each) for each in places.split()),
        themes=tuple(ThemeInterest(Key(each)) for each in themes.split()),
        consents=(ConsentAnswer(Purpose.RESEARCH, research),),
        consent_date=TODAY,
    )


def request(key: str, theme: str, place: str, status: RequestStatus | None, needed: int | None) -> RequestRow:
    return RequestRow(
        Key(key),
        f"Vraag {key}",
        themes=(Key(theme),),
        neighbourhoods=(Key(place),),
        status=status,
        people_needed=needed,
        opened=TODAY - timedelta(days=10),
    )


TOWN = Tables(
    neighbourhoods=(
        NeighbourhoodRow(Key("n"), "Deurne Noord", district="Deurne"),
        NeighbourhoodRow(Key("z"), "Deurne Zuid", district="Deurne"),
        NeighbourhoodRow(Key("b"), "Berchem Groenenhoek", district="Berchem"),
    ),
    themes=(
        ThemeRow(Key("verkeer"), "Verkeer", "Traffic"),
        ThemeRow(Key("school"), "Schoolstraat", "School street", broader=Key("verkeer")),
        ThemeRow(Key("groen"), "Groen", "Green"),
    ),
    people=(
        person("p1", "verkeer school", "z"),
        person("p2", "school", "z b"),
        person("p3", "groen", "z n"),
        person("p4", "groen", "z", research=False),
        person("p5", "", "z"),
        person("p6", "groen", ""),
    ),
    requests=(
        request("v1", "verkeer", "n", RequestStatus.OPEN, 2),
        request("v2", "school", "n", RequestStatus.ASKED, None),
        request("v3", "school", "n", None, 4),
        request("v4", "school", "z", RequestStatus.MET, 1),
        request("v5", "groen", "b", RequestStatus.DONE, 1),
        request("v6", "groen", "b", RequestStatus.CLOSED, 1),
        request("v7", "groen", "z", RequestStatus.OPEN, 1),
    ),
)


def cell(answer: CoverageAnswer, theme: str | None, place: str | None) -> CoverageCell:
    themes = {each.label.nl: at for at, each in enumerate(answer.themes)}
    places = {each.label.nl: at for at, each in enumerate(answer.places)}
    wanted = (-1 if theme is None else themes[theme], -1 if place is None else places[place])
    return next(each for each in answer.cells if (each.theme, each.place) == wanted)


def said(found: CoverageCell) -> tuple[int | None, int | None, int | None, int | None]:
    return found.people, found.open_requests, found.answered_requests, found.gap


def test_people_and_requests_count_once_in_each_cell() -> None:
    answer = coverage_analysis(still_today(TOWN), COORDINATOR)
    assert said(cell(answer, "Verkeer", "Deurne Zuid")) == (2, 0, 1, 0)
    assert said(cell(answer, "Verkeer", "Deurne Noord")) == (0, 3, 0, 7)
    assert said(cell(answer, "Schoolstraat", "Deurne Noord")) == (0, 2, 0, 5)
    assert said(cell(answer, "Groen", None)) == (3, 1, 1, 0)
    assert said(cell(answer, None, None)) == (6, 4, 2, 2)
    assert [each.label.nl for each in answer.themes] == ["Groen", "Verkeer", "Schoolstraat"]


def test_who_is_active_in_several_neighbourhoods_counts_once_in_a_district() -> None:
    answer = coverage_analysis(still_today(TOWN), COORDINATOR, by="district")
    assert [each.label.nl for each in answer.places] == ["Berchem", "Deurne"]
    assert cell(answer, "Groen", "Deurne").people == 2
    assert cell(answer, "Schoolstraat", "Berchem").people == 1


def test_the_figures_and_the_sentence_tell_where_most_is_missing() -> None:
    answer = coverage_analysis(still_today(TOWN), COORDINATOR)
    figures = by_name(answer.about.figures)
    assert {name: each.value for name, each in figures.items()} == {
        "themes": 3,
        "places": 3,
        "gaps": 2,
        "open_requests": 4,
        "answered_requests": 2,
    }
    assert [each.nl for each in answer.about.sentences] == [
        "Voor verkeer in Deurne Noord wachten 3 vragen en is er niemand bekend: er zijn nog 7 nodig.",
        "Er wachten 4 vragen; 2 vragen leidden tot een ontmoeting.",
        "De meeste mensen zijn er voor schoolstraat in Deurne Zuid: 2.",
    ]


def test_one_theme_is_told_with_the_narrower_ones() -> None:
    answer = coverage_analysis(still_today(TOWN), COORDINATOR, theme="theme:verkeer")
    assert [each.label.nl for each in answer.themes] == ["Verkeer", "Schoolstraat"]
    assert {each.theme for each in answer.cells} == {0, 1}
    assert by_name(answer.about.figures)["open_requests"].value == 3
    assert (
        answer.about.sentences[1].nl == "Er wachten 3 vragen over verkeer; 1 vraag leidde tot een ontmoeting."
    )


def test_requests_of_later_than_the_day_asked_about_are_not_there_yet() -> None:
    answer = coverage_analysis(still_today(TOWN), COORDINATOR, as_of=TODAY - timedelta(days=11))
    assert said(cell(answer, None, None)) == (6, 0, 0, 0)


def test_a_researcher_gets_districts_over_who_agreed_and_every_count() -> None:
    answer = coverage_analysis(still_today(TOWN), RESEARCHER)
    assert (answer.by, answer.about.parameters["by"]) == ("district", "district")
    assert cell(answer, "Groen", "Deurne").people == 1
    assert "onderzoek" in answer.about.sentences[0].nl


def test_small_counts_are_hidden_from_the_public_and_nothing_else_about_them_is_said() -> None:
    many = tuple(person(f"m{at}", "groen", "nzb"[at % 3]) for at in range(60))
    answer = coverage_analysis(still_today(replace(TOWN, people=TOWN.people + many)), PUBLIC)
    assert cell(answer, "Groen", "Deurne Noord").people == 21
    assert cell(answer, "Groen", "Berchem Groenenhoek").people == 20
    assert all(cell(answer, "Schoolstraat", each.label.nl).people is None for each in answer.places)
    assert all(each.gap is None for each in answer.cells)
    figures = by_name(answer.about.figures)
    assert figures["open_requests"].hidden
    assert (figures["gaps"].value, figures["gaps"].hidden) == (None, True)
    assert [each.nl for each in answer.about.sentences] == [
        "Of er ergens mensen te kort zijn, is niet te zeggen: kleine aantallen zijn verborgen.",
        "De meeste mensen zijn er voor groen in Deurne Noord: 21.",
    ]


def test_a_gap_is_told_only_beside_the_people_and_requests_it_comes_from() -> None:
    waiting = tuple(request(f"w{at}", "groen", "nzb"[at % 3], RequestStatus.OPEN, 3) for at in range(36))
    for there, told in ((4, (None, 12, None, None)), (5, (5, 12, None, 31))):
        people = tuple(person(f"m{at}", "groen", "n") for at in range(there))
        others = tuple(person(f"o{at}", "groen", "zb"[at % 2]) for at in range(60))
        town = replace(TOWN, people=people + others, requests=waiting)
        answer = coverage_analysis(still_today(town), PARTNER)
        assert said(cell(answer, "Groen", "Deurne Noord")) == told
        # There are thirty people for the 36 that are needed in the other neighbourhood of the district.
        assert cell(answer, "Groen", "Deurne Zuid").gap == (None if there < 5 else 6)


def test_how_many_gaps_there_are_is_told_to_partners_only_where_every_gap_is() -> None:
    waiting = tuple(request(f"w{at}", "groen", "nzb"[at % 3], RequestStatus.OPEN, 3) for at in range(36))
    town = replace(TOWN, themes=TOWN.themes[2:], requests=waiting)
    people = tuple(person(f"m{at}", "groen", "nzb"[at % 3]) for at in range(60))
    for there, short in (
        (people, 3),
        (people + tuple(person(f"o{at}", "groen", "n") for at in range(20)), None),
    ):
        answer = coverage_analysis(still_today(replace(town, people=there)), PARTNER)
        gaps = by_name(answer.about.figures)["gaps"]
        assert (gaps.value, gaps.hidden) == (short, short is None)
        # In one neighbourhood there are more people than are needed: a partner reads of the others only.
        assert [cell(answer, "Groen", each.label.nl).gap for each in answer.places].count(None) == (
            short is None
        )
        assert answer.about.sentences[0].nl.startswith("Voor groen in ")


def test_fewer_than_five_people_give_no_figure_at_all() -> None:
    few = replace(TOWN, people=TOWN.people[:4], requests=TOWN.requests * 1)
    answer = coverage_analysis(still_today(few), PUBLIC)
    assert all(said(each) == (None, None, None, None) for each in answer.cells)
    assert all(each.hidden for each in answer.about.figures)


def test_asking_twice_costs_nothing_and_one_theme_hides_what_all_of_them_hide() -> None:
    snapshots = still_today(TOWN)
    first = coverage_analysis(snapshots, PUBLIC)

    def fail(share: float) -> None:
        pytest.fail(f"worked out anew: {share}")

    assert coverage_analysis(snapshots, PUBLIC, progress=fail) == first
    part = coverage_analysis(snapshots, PUBLIC, theme="theme:groen", progress=fail)
    assert [said(each) for each in part.cells] == [said(each) for each in first.cells if each.theme == 0]


def test_it_can_be_stopped_and_asked_again() -> None:
    snapshots = still_today(TOWN)

    def stop(share: float) -> None:
        raise Stopped(str(share))

    with pytest.raises(Stopped):
        coverage_analysis(snapshots, COORDINATOR, progress=stop)
    assert coverage_analysis(snapshots, COORDINATOR).about.people == 6


def test_what_can_not_be_asked_is_refused_with_what_can() -> None:
    snapshots = still_today(TOWN)
    with pytest.raises(InvalidInput, match="street"):
        coverage_analysis(snapshots, COORDINATOR, by="street")
    with pytest.raises(UnknownThing, match="theme:x"):
        coverage_analysis(snapshots, COORDINATOR, theme="theme:x")
    with pytest.raises(InvalidInput, match="vandaag"):
        coverage_analysis(snapshots, PUBLIC, as_of=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed):
        coverage_analysis(snapshots, Viewer(Role.ADMIN, CITY))
