"""Trends: nobody leaves a trace who did not agree, and every number in a sentence is one of the answer."""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.access import Viewer, analysed, standing
from graph.model import Sector, Tables
from queries.across_words import across
from queries.analysis_answers import TrendPoint, TrendsAnswer
from queries.basis import Basis
from queries.figures import About, Figure, by_name
from queries.held import utc_today
from queries.phrases import Words
from queries.trends import trends_analysis
from queries.trends_words import trends_words
from tests.networks import TODAY, network_of, random_city
from tests.numbers_said import counts, holds, shares
from tests.properties.test_no_trace import keys, never_there
from tests.still import COORDINATOR, PARTNER, PUBLIC, RESEARCHER, still_today


def city_with_sectors(seed: int) -> Tables:
    tables, rng = random_city(seed, people=24, ties=60), random.Random(f"sectors {seed}")
    sectors = [None, Sector.RESIDENT, Sector.CITY, Sector.CIVIL_SOCIETY]
    return replace(tables, people=tuple(replace(row, sector=rng.choice(sectors)) for row in tables.people))


def agreed(tables: Tables, viewer: Viewer) -> set[str]:
    network = network_of(tables)
    return keys(network, analysed(standing(network, utc_today()), viewer))


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6), viewer=st.sampled_from([RESEARCHER, PARTNER, PUBLIC]))
def test_trends_depend_on_nobody_else(seed: int, viewer: Viewer) -> None:
    tables = city_with_sectors(seed)
    without = never_there(tables, agreed(tables, viewer))
    answers = [trends_analysis(still_today(each), viewer, years=9, steps=3) for each in (tables, without)]
    assert answers[0] == answers[1]


def test_the_coordinators_answer_does_depend_on_them() -> None:
    tables = city_with_sectors(3)
    without = never_there(tables, agreed(tables, RESEARCHER))
    answers = [trends_analysis(still_today(each), COORDINATOR, years=1) for each in (tables, without)]
    assert answers[0] != answers[1]


COUNTS = st.one_of(st.none(), st.integers(0, 20), st.integers(0, 3_000_000))
INDEXES = st.one_of(st.none(), st.floats(-1, 1))


@st.composite
def answers(draw: st.DrawFn) -> TrendsAnswer:
    points: list[TrendPoint] = []
    for back in range(draw(st.integers(1, 4)), -1, -1):
        ties, ei = draw(COUNTS), draw(INDEXES)
        around = draw(st.floats(0, 0.5))
        bounds = (None, None) if ei is None else (ei - around, ei + around)
        figures = (
            Figure("ties", ties, hidden=ties is None),
            Figure("ei_index", ei, low=bounds[0], high=bounds[1], hidden=ei is None),
        )
        points.append(TrendPoint(TODAY - timedelta(days=400 * back), figures))
    said = About("trends", TODAY, None, Basis.RESEARCH, 10, 2, {}, points[-1].figures, (), Words("", ""))
    return TrendsAnswer(said, tuple(points), ())


@settings(max_examples=60, deadline=None)
@given(answer=answers())
def test_every_number_in_a_sentence_is_one_of_the_answer(answer: TrendsAnswer) -> None:
    figures = [by_name(point.figures) for point in answer.points]
    known = {point.as_of.year for point in answer.points}
    known |= {int(each["ties"].value) for each in figures if each["ties"].value is not None}
    between = [across(each["ei_index"].value) for each in figures if each["ei_index"].value is not None]
    said = trends_words(answer)
    assert 1 <= len(said) <= 3
    for words in said:
        assert set(counts(words)) <= known
        found = shares(words)
        ends = [between[0], between[-1]] if found else []
        assert all(holds(each, part) for each, part in zip(found, ends, strict=True))


@settings(max_examples=60, deadline=None)
@given(answer=answers())
def test_a_difference_is_called_larger_than_the_uncertainty_only_where_intervals_part(
    answer: TrendsAnswer,
) -> None:
    known = [by_name(point.figures)["ei_index"] for point in answer.points]
    told = [each for each in known if each.value is not None]
    text = " ".join(each.nl for each in trends_words(answer))
    if "groter dan de onzekerheid" in text:
        first, last = told[0], known[-1]
        assert first.low is not None
        assert first.high is not None
        assert last.low is not None
        assert last.high is not None
        assert first.high < last.low or last.high < first.low
    if known[-1].value is None:
        assert "andere sector" not in text
