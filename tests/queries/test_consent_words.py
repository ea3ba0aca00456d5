"""The consents in words: one set, that of the page."""

import json
from pathlib import Path

import pytest

from graph.model import Purpose, Scope
from queries.consent_words import CONSENTS, SCOPES, consent_name

MESSAGES = Path(__file__).parents[2] / "viz" / "web" / "src" / "messages"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_consents_are_called_as_on_the_page(language: str) -> None:
    page = json.loads((MESSAGES / f"{language}.json").read_text(encoding="utf-8"))
    assert {p: getattr(CONSENTS[p].name, language) for p in Purpose} == {
        p: page[f"purpose.{p}"] for p in Purpose
    }
    assert {s: getattr(SCOPES[s], language) for s in Scope} == {s: page[f"consent.scope.{s}"] for s in Scope}


def test_a_consent_that_is_not_known_is_called_what_it_is() -> None:
    assert consent_name("connector").nl == "anderen voorstellen"
    assert consent_name("iets").nl == "iets"
