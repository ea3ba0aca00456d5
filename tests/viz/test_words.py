"""The words of the page: both languages, and the half of a message that is asked for."""

import re
from string import Formatter

import pytest

from queries.search import KINDS
from viz.words import TEXTS, half, number, say


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_take_the_same_values(key: str) -> None:
    nl, en = ({name for _, name, _, _ in Formatter().parse(text) if name} for text in TEXTS[key])
    assert nl == en


def test_the_values_stand_in_the_text() -> None:
    assert say("found", "nl", text="x") == "Gevonden voor ‘x’"


def test_every_kind_of_thing_has_a_word() -> None:
    assert [kind for kind in KINDS if kind not in TEXTS] == []


@pytest.mark.parametrize(
    ("message", "nl", "en"),
    [
        ("Nee. / No.", "Nee.", "No."),
        ("Wie? / Who?", "Wie?", "Who?"),
        ("Geen 'a. / b'. / No 'a. / b'.", "Geen 'a. / b'.", "No 'a. / b'."),
        ("Geen mark", "Geen mark", "Geen mark"),
        ("Kies a / b. / Choose a / b.", "Kies a / b.", "Choose a / b."),
    ],
)
def test_each_language_gets_its_half(message: str, nl: str, en: str) -> None:
    assert (half(message, "nl"), half(message, "en")) == (nl, en)


def test_numbers_are_written_as_the_language_does() -> None:
    assert (number(0.5, "nl"), number(0.5, "en")) == ("0,50", "0.50")


def test_dutch_texts_address_people_as_u() -> None:
    assert [key for key, (nl, _) in TEXTS.items() if re.search(r"\b(je|jij|jouw)\b", nl)] == []
