"""The start page from answers, without a server."""

from datetime import date
from typing import Any

import pytest

from graph.evidence import EvidenceKind
from queries.matching import MatchAnswer, PartAnswer, ReasonsAnswer, ResultAnswer
from queries.paths import EvidenceAnswer, HopAnswer, PathAnswer, PersonRef, RouteAnswer
from queries.requested import RequestAnswer
from queries.search import Found, SearchAnswer
from queries.sentences import Words
from viz.page import StartPage, start_page

DAY = date(2026, 11, 23)
HOSTILE = "<img src=x onerror=alert(1)>"
AN, BO = PersonRef("person:1", "a", "An"), PersonRef("person:2", "b", "Bo")


def match_answer(*results: ResultAnswer) -> MatchAnswer:
    request = RequestAnswer(None, None, None, "x", None, ("Water",), (), (), ())
    return MatchAnswer(request, DAY, 1, results, ())


def path_answer(strength: float, *, stale: bool = False) -> PathAnswer:
    piece = EvidenceAnswer(EvidenceKind.DECLARED, Words("zegt het", "says so"), DAY, stale)
    hop = HopAnswer(AN, BO, strength, 1.0, True, stale, (piece,))
    route = RouteAnswer(0.5, (AN, BO), Words("Zo.", "So."), (hop,), None)
    return PathAnswer(AN, BO, DAY, 1, (route,))


@pytest.mark.parametrize("field", ["notice", "q", "start", "target", "request", "problem"])
def test_no_field_becomes_markup(field: str) -> None:
    given: dict[str, Any] = {"q": "x", "problem": "Nee. / No."} | {field: HOSTILE}
    page = StartPage(**given)
    assert "<img" not in start_page(page)


def test_no_name_becomes_markup() -> None:
    found = Found("person", HOSTILE, "k", HOSTILE, 1.0)
    assert "<img" not in start_page(StartPage(q="x", answer=SearchAnswer(HOSTILE, 1, (found,))))


def test_a_person_who_was_found_can_be_the_end_of_a_path() -> None:
    found = Found("person", "person:1", "a", "An", 1.0)
    page = start_page(StartPage(q="an", answer=SearchAnswer("an", 1, (found,))))
    assert 'href="/eenvoudig?naar=person%3A1#weg"' in page


@pytest.mark.parametrize(
    ("strength", "word"), [(0.6, "sterke band"), (0.35, "goede band"), (0.2, "zwakke band")]
)
def test_strength_is_told_in_a_word(strength: float, word: str) -> None:
    assert word in start_page(StartPage(start="a", target="b", answer=path_answer(strength)))


def test_old_evidence_is_marked_in_words() -> None:
    page = StartPage(start="a", target="b", answer=path_answer(0.5, stale=True))
    assert "ouder dan twee jaar" in start_page(page)


def test_parts_of_a_score_are_a_table_with_words() -> None:
    result = ResultAnswer(AN, 0.5, {"talents": PartAnswer(1.0, 0.5)}, ReasonsAnswer(("kan het",), ("can",)))
    page = start_page(StartPage(request="x", answer=match_answer(result)))
    assert '<th scope="row">talenten</th><td>1,00</td><td>0,50</td>' in page


def test_nobody_who_fits_is_told_in_words() -> None:
    assert "Niemand van wie" in start_page(StartPage(request="x", answer=match_answer()))


def test_english_stays_english_from_form_to_form() -> None:
    page = start_page(StartPage(language="en"))
    assert page.count('<input type="hidden" name="taal" value="en">') == page.count("<form") == 3
