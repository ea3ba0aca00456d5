"""The language of help, and of messages that carry both languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from ploeg.screen import half
from ploeg.words import language


@pytest.fixture(autouse=True)
def _away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PLOEG_LANG", raising=False)
    monkeypatch.chdir(tmp_path)


def test_dutch_unless_asked_otherwise() -> None:
    assert language(["ploeg", "path", "--help"]) == "nl"


@pytest.mark.parametrize(
    "words", [["ploeg", "--lang", "en", "path"], ["ploeg", "path", "--help", "--lang=en"]]
)
def test_option_chooses_the_language_of_help(words: list[str]) -> None:
    assert language(words) == "en"


def test_variable_chooses_the_language_of_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLOEG_LANG", "en")
    assert language(["ploeg"]) == "en"


def test_file_chooses_the_language_of_help(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PLOEG_LANG=en\n", encoding="utf-8")
    assert language(["ploeg"]) == "en"


def test_option_counts_above_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLOEG_LANG", "en")
    assert language(["ploeg", "--lang", "nl"]) == "nl"


@pytest.mark.parametrize(("lang", "shown"), [("nl", "Toon via wie"), ("en", "Show through whom")])
def test_help_is_in_one_language(lang: str, shown: str) -> None:
    command = [sys.executable, "-m", "ploeg", "path", "--help", "--lang", lang]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [text in out for text in ("Toon via wie", "Show through whom")].count(True) == 1
    assert shown in out


@pytest.mark.parametrize(
    ("message", "nl", "en"),
    [
        ("Er is geen vraag. / There is none.", "Er is geen vraag.", "There is none."),
        (
            "Geen 'a'. Bedoelde u: b? / No 'a'. Did you mean: b?",
            "Geen 'a'. Bedoelde u: b?",
            "No 'a'. Did you mean: b?",
        ),
        (
            "/home/an/a.csv ontbreekt. / /home/an/a.csv is gone.",
            "/home/an/a.csv ontbreekt.",
            "/home/an/a.csv is gone.",
        ),
        ("Niet in twee talen", "Niet in twee talen", "Niet in twee talen"),
    ],
)
def test_half_of_a_message_is_shown(message: str, nl: str, en: str) -> None:
    assert (half(message, "nl"), half(message, "en")) == (nl, en)
