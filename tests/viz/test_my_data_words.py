"""What is kept on somebody, in words: those of the page, and none left as a code."""

import json
from pathlib import Path

import pytest

from graph.model import Availability, Sector, Unfit
from queries.audit import Action
from viz import my_data_words as words
from viz.my_data_words import said_day, value
from viz.words import Language

MESSAGES = Path(__file__).parents[2] / "viz" / "web" / "src" / "messages"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_scales_are_said_as_on_the_page(language: Language) -> None:
    page = json.loads((MESSAGES / f"{language}.json").read_text(encoding="utf-8"))
    for prefix, known in (
        ("engagement", words.ENGAGEMENT),
        ("talentLevel", words.TALENT_LEVELS),
        ("experience", words.EXPERIENCE),
        ("tie.score", words.SCORES),
        ("availability", words.AVAILABILITY),
        ("sector", words.SECTORS),
    ):
        assert {key: words.pick(pair, language) for key, pair in known.items()} == {
            key: page[f"{prefix}.{key}"] for key in known
        }


def test_no_code_is_left_without_words() -> None:
    assert set(words.DONE) == set(Action)
    assert set(words.AVAILABILITY) == set(Availability)
    assert set(words.SECTORS) == set(Sector)
    assert set(words.UNFIT) == set(Unfit)


@pytest.mark.parametrize(
    ("name", "held", "nl", "en"),
    [
        ("trust", 0.85, "sterk (8,5 op 10)", "strong (8.5 of 10)"),
        ("trust", 0, "zwak (0 op 10)", "weak (0 of 10)"),
        ("experience", 0, "geen ervaring", "no experience"),
        ("OFFERS.level", 2, "goed", "good"),
        ("level", 2, "in een gebruikersgroep", "in a user committee"),
        ("since", "2024-05-03", "3 mei 2024", "3 May 2024"),
        ("source", "een enquête", "een enquête", "een enquête"),
        ("note", "2024-05-03", "2024-05-03", "2024-05-03"),
    ],
)
def test_a_value_is_said_in_words(name: str, held: object, nl: str, en: str) -> None:
    assert (value(name, held, "nl"), value(name, held, "en")) == (nl, en)


def test_what_is_no_day_stays_as_it_is() -> None:
    assert said_day("ooit", "nl") == "ooit"
