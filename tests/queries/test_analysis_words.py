"""Amounts, shares and verdicts in the sentences of analyses, and the words of a suggestion."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from queries.across_words import across, across_words
from queries.amounts import amount, average, is_bound, share
from queries.analysis_answers import SectorJoint, SummaryAnswer
from queries.brokers_words import leaning
from queries.figures import Figure, figure
from queries.phrases import Words
from queries.suggestions_words import suggestion_words
from queries.summary_words import summary_words
from tests.answers import ANSWERS
from tests.numbers_said import counts, holds, numbers, shares


@given(value=st.integers(0, 10**9), decimals=st.sampled_from([0, 1]))
def test_a_number_is_read_back_as_it_was_said(value: int, decimals: int) -> None:
    assert numbers(amount(value / 10, decimals)) == [
        pytest.approx(value / 10, abs=0.5 if decimals == 0 else 1e-9)
    ]
    assert numbers(average(value / 10)) == [value / 10]
    for text in (amount(value / 10, decimals).nl, amount(value / 10, decimals).en):
        assert not re.search(r"\d{4}", text)


@given(part=st.floats(0, 1), decimals=st.sampled_from([0, 1]))
@example(part=1e-9, decimals=0)
@example(part=0.9999, decimals=0)
@example(part=0.9999, decimals=1)
def test_a_share_is_all_or_nothing_only_where_it_is(part: float, decimals: int) -> None:
    said = share(part, decimals)
    (between,) = shares(said)
    assert holds(between, part)
    assert ("dan" in said.nl) == ("than" in said.en) == is_bound(part, decimals)


def test_the_network_is_told_with_thousands_apart() -> None:
    answer = ANSWERS["summary"]
    assert isinstance(answer, SummaryAnswer)
    told = (figure("people", 2000), figure("ties", 6571), figure("mean_degree", 6.571))
    said = summary_words(replace(answer, about=replace(answer.about, figures=told)))
    assert said[0] == Words(
        "Er zijn 2\u00a0000 mensen met 6\u00a0571 banden: gemiddeld 6,6 per mens.",
        "There are 2,000 people with 6,571 ties: 6.6 a person on average.",
    )


def ei(
    value: float, expected: float | None = None, low: float | None = None, high: float | None = None
) -> Figure:
    between = [
        None if each is None else round(2 * each / 100 - 1, 6) for each in (value, expected, low, high)
    ]
    assert between[0] is not None
    return Figure(
        "ei_index", between[0], expected=between[1], expected_low=between[2], expected_high=between[3]
    )


@pytest.mark.parametrize(
    ("figure_", "run", "beside"),
    [
        (ei(66, 73, 71, 74), "66 %", ", minder dan de 73 % die toeval zou geven"),
        (ei(80, 73, 71, 74), "80 %", ", meer dan de 73 % die toeval zou geven"),
        (ei(73, 73.2, 71, 74), "73 %", "; dat is wat ook toeval geeft"),
        (ei(71, 73, 71, 74), "71 %", "; dat verschilt niet duidelijk van de 73 % die toeval zou geven"),
        (ei(73.1, 73.4, 73.2, 73.6), "73,1 %", ", minder dan de 73,4 % die toeval zou geven"),
        (ei(73.11, 73.13, 73.12, 73.14), "73 %", ", minder dan toeval zou geven"),
        (ei(73), "73 %", ""),
        (ei(73, 66), "73 %", ""),
        (ei(0, 0.3, 0.1, 0.5), "0 %", ", minder dan de 0,3 % die toeval zou geven"),
        (ei(0.2, 5, 4, 6), "Minder dan 1 %", ", minder dan de 5 % die toeval zou geven"),
        (ei(3, 0.4, 0, 4), "3 %", "; dat verschilt niet duidelijk van wat toeval zou geven"),
    ],
)
def test_ties_between_sectors_are_told_beside_chance(figure_: Figure, run: str, beside: str) -> None:
    words = across_words(figure_)
    assert words is not None
    assert words.nl == f"{run} van de banden loopt tussen sectoren{beside}."


INDEX = st.integers(-100, 100).map(lambda each: each / 100) | st.floats(-1, 1).map(
    lambda each: round(each, 6)
)


@given(value=INDEX, chance=st.none() | st.tuples(INDEX, INDEX, INDEX), close=st.booleans())
def test_the_verdict_and_its_numbers_are_those_of_the_figure(
    value: float, chance: tuple[float, float, float] | None, close: bool
) -> None:
    low, expected, high = sorted(chance) if chance else (None, None, None)
    if close and low is not None and expected is not None and high is not None:
        # So near to each other that percents may not tell them apart.
        low, expected, high = (
            min(max(round(value + each / 200, 6), -1.0), 1.0) for each in (low, expected, high)
        )
    told = Figure("ei_index", value, expected=expected, expected_low=low, expected_high=high)
    words = across_words(told)
    assert words is not None
    assert words.nl.endswith(".")
    assert words.en.endswith(".")
    assert counts(words) == []
    first, *rest = shares(words)
    assert holds(first, across(value))
    assert len(rest) <= 1
    below, above = (
        f" sectoren, {more}" in words.nl and f" sectors, {than}" in words.en
        for more, than in (("minder dan", "fewer than"), ("meer dan", "more than"))
    )
    if expected is None or low is None or high is None:
        assert not rest
        assert ";" not in words.nl
        assert not below
        assert not above
        return
    assert below == (value < low)
    assert above == (value > high)
    assert (";" in words.nl) == (";" in words.en) == (low <= value <= high)
    for other in rest:
        assert holds(other, across(expected))
        assert other != first, "one share can not be other than the same"


def theme(*names: str) -> list[Words]:
    return [Words(name, f"{name}-en") for name in names]


def test_a_suggestion_says_why_and_through_whom_and_names_nobody_else() -> None:
    said = suggestion_words("p-k5x2", theme("groen", "water"), theme("a"), theme("b"))
    assert said == Words(
        "Ze kennen elkaar niet. Allebei geven ze om groen en water. Via p-k5x2 kunnen ze kennismaken.",
        "They don't know each other. Both care about groen-en and water-en. Through p-k5x2 they can meet.",
    )


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ab", "c", "De eerste biedt a en b; de tweede c."),
        ("abcd", "efg", "De eerste biedt a, b en nog 2; de tweede e en nog 2."),
        ("a", "efg", "De eerste biedt a; de tweede e, f en nog 1."),
        ("abcd", "", "De eerste biedt a, b, c en nog 1, wat de tweede niet biedt."),
        ("", "a", "De tweede biedt a, wat de eerste niet biedt."),
    ],
)
def test_at_most_three_talents_are_named(first: str, second: str, said: str) -> None:
    words = suggestion_words("An", [], theme(*first), theme(*second))
    assert words.nl == f"Ze kennen elkaar niet. {said} Via An kunnen ze kennismaken."


def joint(ties: int, people: int, having: int) -> SectorJoint:
    return SectorJoint("resident", "city", ties, people, ties // 2 + 1, (), min(people, 2), 0.5, having)


def test_what_is_told_of_leans_on_few_beside_how_many_there_are() -> None:
    small, large, even = joint(12, 2, 3), joint(400, 9, 60), joint(500, 29, 60)
    assert leaning((small, large, even)) == large
    assert leaning((joint(30, 1, 8), large)) == large
    assert leaning((small, even)) == even
    assert leaning((small,)) == small
    assert leaning((joint(9, 1, 9),)) is None
