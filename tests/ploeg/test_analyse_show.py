"""How an analysis stands on the screen: every answer, in both languages, on a narrow and on a wide one."""

import re
from dataclasses import replace

import pytest

from ploeg.commands.analyse_show import TITLES, show
from ploeg.commands.analyse_told import count, number, percent, told
from ploeg.screen import Screen
from queries.analyses import Analysis
from queries.analysis_explained import EXPLAINED
from queries.analysis_methods import FIGURES, METHODS
from queries.figures import Figure, figure
from tests.answers import ANSWERS

RAW = re.compile(r"[a-z]+_[a-z]+|\bNone\b|\bTrue\b|theme:|person:")


def shown(question: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, lang: str = "nl",
          width: int = 80) -> str:  # fmt: skip
    monkeypatch.setenv("COLUMNS", str(width))
    show(Screen(lang=lang), ANSWERS[question])
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("question", sorted(ANSWERS))
def test_every_answer_is_told_in_words_and_fits(
    question: str, lang: str, width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown(question, monkeypatch, capsys, lang=lang, width=width)
    assert max(len(line) for line in out.splitlines()) <= width
    assert not RAW.search(out), RAW.search(out)
    first = "Een eerste zin." if lang == "nl" else "A first sentence."
    how = "Hoe dit berekend is" if lang == "nl" else "How this was worked out"
    assert out.index(first) < out.index("91 %") < out.index(how)


def test_what_is_hidden_is_a_dash_that_is_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown("summary", monkeypatch, capsys)
    assert re.search(r"politiek\s+│\s+–", out)
    assert "minder dan vijf mensen" in " ".join(out.split())


def test_a_broker_is_told_with_what_they_join_beyond_chance(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = shown("brokers", monkeypatch, capsys, width=200)
    assert re.search(r"tussen twee andere sectoren\s+│\s+31 \(20\)", out)
    assert "raakt iemand los" in out


@pytest.mark.parametrize(
    ("each", "nl", "en"),
    [
        (figure("people", 12345), "12\u00a0345", "12,345"),
        (figure("tied", 0.914, between=(0.9, 0.93)), "91 % (90 % tot 93 %)", "91 % (90 % to 93 %)"),
        (figure("density", 0.0041), "0,4 %", "0.4 %"),
        (figure("ei_index", -0.125), "-0,12", "-0.12"),
        (figure("ei_index", None), "–", "–"),
    ],
)
def test_a_figure_is_told_in_its_own_form(each: Figure, nl: str, en: str) -> None:
    assert (told(Screen(), each), told(Screen(lang="en"), each)) == (nl, en)


def test_numbers_of_nothing() -> None:
    screen = Screen()
    assert (count(screen, None), percent(screen, None)) == ("–", "–")
    shares = (0.0, 0.0001, 0.05, 0.31, 0.994, 0.9999, 1.0)
    assert [percent(screen, each) for each in shares] == [
        "0 %",
        "< 0,1 %",
        "5,0 %",
        "31 %",
        "99,4 %",
        "> 99,9 %",
        "100 %",
    ]
    assert number(screen, "mean_degree", 6.571) == "6,57"


def test_every_figure_and_analysis_has_words() -> None:
    assert set(FIGURES) == set(EXPLAINED)
    assert set(METHODS) == set(TITLES) == set(Analysis) == set(ANSWERS)


def test_no_sentence_about_a_dash_where_everything_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = ANSWERS["suggestions"]
    monkeypatch.setenv("COLUMNS", "80")
    show(Screen(), replace(answer, about=replace(answer.about, figures=answer.about.figures[:3])))
    assert "betekent" not in capsys.readouterr().out
