"""The consents in words."""

import json
from pathlib import Path

import pytest

from graph.model import Purpose, Scope
from queries.consent_words import CONSENTS, SCOPES

MESSAGES = Path(__file__).parents[2] / "viz" / "web" / "src" / "messages"


def test_every_consent_says_what_it_means() -> None:
    assert set(CONSENTS) == set(Purpose)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_for_whom_is_said_as_on_the_page(language: str) -> None:
    page = json.loads((MESSAGES / f"{language}.json").read_text(encoding="utf-8"))
    assert {scope: getattr(SCOPES[scope], language) for scope in Scope} == {
        scope: page[f"consent.scope.{scope}"] for scope in Scope
    }
