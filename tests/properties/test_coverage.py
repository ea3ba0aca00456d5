"""Coverage: nobody leaves a trace who did not agree, and every number in a sentence is one of the answer."""

import random
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Viewer, analysed, standing
from graph.model import Key, RequestRow, RequestStatus, Tables
from queries.analysis_answers import CoverageAnswer
from queries.coverage import coverage_analysis
from queries.figures import LEAST, by_name
from queries.held import utc_today
from queries.phrases import Words
from tests.networks import network_of, random_city
from tests.numbers_said import numbers
from tests.properties.test_no_trace import keys, never_there
from tests.still import COORDINATOR, PARTNER, PUBLIC, RESEARCHER, still_today

VIEWERS = st.sampled_from([COORDINATOR, RESEARCHER, PARTNER, PUBLIC])
LEVELS = st.sampled_from(["neighbourhood", "district"])


def city_with_requests(seed: int, people: int = 40) -> Tables:
    tables, rng = random_city(seed, people=people, ties=20), random.Random(f"requests {seed}")
    requests = tuple(
        RequestRow(
            Key(f"q{at:02}"),
            f"Vraag {at}",
            asker=rng.choice(tables.people).key,
            themes=tuple(rng.sample([row.key for row in tables.themes], rng.choice([0, 1, 1, 2]))),
            neighbourhoods=tuple(
                rng.sample([row.key for row in tables.neighbourhoods], rng.choice([0, 1, 1]))
            ),
            people_needed=rng.choice([None, 1, 3, 20]),
            status=rng.choice([None, *RequestStatus]),
        )
        for at in range(rng.choice([0, 2, 30]))
    )
    return replace(tables, requests=requests)


def agreed(tables: Tables, viewer: Viewer) -> set[str]:
    network = network_of(tables)
    return keys(network, analysed(standing(network, utc_today()), viewer))


def left(tables: Tables, keep: set[str]) -> Tables:
    """Leave out everybody else, also as askers: their requests stay without one, as after an erasure."""
    kept = never_there(tables, keep)
    gone = {row.key for row in tables.people} - keep
    requests = tuple(replace(row, asker=None if row.asker in gone else row.asker) for row in kept.requests)
    return replace(kept, requests=requests)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), viewer=st.sampled_from([RESEARCHER, PARTNER, PUBLIC]), by=LEVELS)
def test_coverage_depends_on_nobody_else(seed: int, viewer: Viewer, by: str) -> None:
    tables = city_with_requests(seed)
    without = left(tables, agreed(tables, viewer))
    answers = [coverage_analysis(still_today(each), viewer, by=by) for each in (tables, without)]
    assert answers[0] == answers[1]


def test_the_coordinators_answer_does_depend_on_them() -> None:
    tables = city_with_requests(3)
    without = left(tables, agreed(tables, RESEARCHER))
    answers = [coverage_analysis(still_today(each), COORDINATOR) for each in (tables, without)]
    assert answers[0] != answers[1]


def of_cells(answer: CoverageAnswer) -> set[int | None]:
    figures = by_name(answer.about.figures)
    found: set[int | None] = {
        count
        for each in answer.cells
        for count in (each.people, each.open_requests, each.answered_requests, each.gap)
    }
    for name in ("open_requests", "answered_requests"):
        value = figures[name].value
        found.add(None if value is None else int(value))
    return found


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), viewer=VIEWERS, by=LEVELS, people=st.sampled_from([4, 12, 60]))
def test_every_number_in_a_sentence_is_one_of_the_answer(
    seed: int, viewer: Viewer, by: str, people: int
) -> None:
    answer = coverage_analysis(still_today(city_with_requests(seed, people)), viewer, by=by)
    known = of_cells(answer)
    places = " ".join(each.label.nl for each in answer.places)
    assert 1 <= len(answer.about.sentences) <= 3
    for words in answer.about.sentences:
        bare = Words(*(re.sub(r"Wijk w\d", "", text) for text in (words.nl, words.en)))
        assert "Wijk" not in bare.nl + bare.en
        assert set(numbers(bare)) <= known, (words, places)
    least = answer.about.sentences[0]
    if "niemand" in least.nl or "nobody" in least.en:
        assert viewer in (COORDINATOR, RESEARCHER)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), by=LEVELS, people=st.sampled_from([4, 12, 60]))
def test_no_count_under_five_is_told_to_the_public(seed: int, by: str, people: int) -> None:
    tables = city_with_requests(seed, people)
    answer = coverage_analysis(still_today(tables), PUBLIC, by=by)
    assert all(count is None or count >= LEAST for count in of_cells(answer))
    same = coverage_analysis(still_today(tables), PARTNER, by=by)
    assert same == answer


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), viewer=VIEWERS, by=LEVELS, people=st.sampled_from([4, 12, 60]))
def test_the_count_of_gaps_tells_no_more_than_the_gaps_and_is_hidden_with_one_of_them(
    seed: int, viewer: Viewer, by: str, people: int
) -> None:
    answer = coverage_analysis(still_today(city_with_requests(seed, people)), viewer, by=by)
    each = [cell.gap for cell in answer.cells if cell.theme >= 0 and cell.place >= 0]
    count = by_name(answer.about.figures)["gaps"]
    assert count.hidden == (None in each)
    assert count.hidden or count.value == len([gap for gap in each if gap])
    assert count.hidden or not any("niet te zeggen" in words.nl for words in answer.about.sentences)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), viewer=VIEWERS)
def test_the_worst_place_named_is_the_one_with_the_largest_gap(seed: int, viewer: Viewer) -> None:
    answer = coverage_analysis(still_today(city_with_requests(seed)), viewer)
    gaps = [each for each in answer.cells if each.gap and each.theme >= 0 and each.place >= 0]
    if gaps:
        most = max(each.gap or 0 for each in gaps)
        text = answer.about.sentences[0].nl
        assert f"nog {most} nodig" in text
        named = {answer.places[each.place].label.nl for each in gaps if each.gap == most}
        assert any(f" in {name} " in text for name in named)
