"""The start page and the reference: readable without script, in two languages, with nothing from elsewhere."""

import re

import httpx
import pytest

from graph.access import Role
from tests.api.conftest import Ask

PAGES = [
    *(
        f"/eenvoudig{asked}"
        for asked in ("", "?taal=en", "?q=linde", "?van=a&naar=d", "?vraag=voorzitten", "?q=zzzz")
    ),
    "/docs",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_another_host_and_holds_no_script_or_style(
    reader: httpx.Client, path: str
) -> None:
    text = reader.get(path).text
    targets = re.findall(r"(?:href|src|action)=\"([^\"]*)\"", text)
    assert [target for target in targets if not re.match(r"[/#]", target) or target.startswith("//")] == []
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=|javascript:", text) == []


@pytest.mark.parametrize("path", PAGES)
def test_every_own_file_a_page_names_is_there(reader: httpx.Client, path: str) -> None:
    own = set(re.findall(r"\"(/static/[^\"]+)\"", reader.get(path).text))
    assert own
    assert {reader.get(file).status_code for file in own} == {200}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_its_language_and_has_one_main_heading(reader: httpx.Client, path: str) -> None:
    text = reader.get(path).text
    assert re.search(r"<html lang=\"(nl|en)\">", text)
    assert len(re.findall(r"<h1>", text)) == 1


@pytest.mark.parametrize("path", PAGES)
def test_every_field_has_a_label_and_no_id_stands_twice(reader: httpx.Client, path: str) -> None:
    text = reader.get(path).text
    fields = set(re.findall(r"<(?:input type=\"text\"|textarea)[^>]* id=\"([^\"]+)\"", text))
    assert fields <= set(re.findall(r"<label for=\"([^\"]+)\"", text))
    ids = re.findall(r"\sid=\"([^\"]+)\"", text)
    assert sorted(set(ids)) == sorted(ids)


def test_the_notice_stands_on_the_page_in_its_language(reader: httpx.Client) -> None:
    assert "Alle mensen zijn verzonnen." in reader.get("/eenvoudig").text
    assert "All people are invented." in reader.get("/eenvoudig?taal=en").text


def test_a_search_shows_what_was_found(reader: httpx.Client) -> None:
    assert "Buurtcomité De Linde" in reader.get("/eenvoudig", params={"q": "linde"}).text


def test_a_search_without_result_says_what_to_do(reader: httpx.Client) -> None:
    assert "Niets gevonden voor ‘zzzz’" in reader.get("/eenvoudig", params={"q": "zzzz"}).text


def test_a_path_is_told_in_words(reader: httpx.Client) -> None:
    text = reader.get("/eenvoudig", params={"van": "a", "naar": "d"}).text
    assert (
        "An Peeters bereikt Dirk Wouters via Bo Claes en Chris Maes: An Peeters zegt Bo Claes te kennen"
        in text
    )
    assert "zwakste schakel" in text


def test_no_path_is_told_in_words(reader: httpx.Client) -> None:
    assert (
        "No trusted path yet."
        in reader.get("/eenvoudig", params={"van": "a", "naar": "f", "taal": "en"}).text
    )


def test_a_partner_reads_a_hidden_step_as_a_step(ask: Ask) -> None:
    text = ask(Role.PARTNER).get("/eenvoudig", params={"van": "a", "naar": "d"}).text
    assert "een tussenstap" in text
    assert "Chris Maes" not in text


def test_a_match_is_told_with_reasons_and_parts(reader: httpx.Client) -> None:
    text = reader.get("/eenvoudig", params={"vraag": "voorzitten"}).text
    assert "An Peeters" in text
    assert "Hoe dit berekend is" in text


def test_what_goes_wrong_is_told_in_the_language_of_the_page(reader: httpx.Client) -> None:
    answer = reader.get("/eenvoudig", params={"van": "a", "naar": "nobody", "taal": "en"})
    assert answer.status_code == 404
    assert "No person found" in answer.text
    assert "Geen persoon" not in answer.text


def test_what_was_typed_stays_text(reader: httpx.Client) -> None:
    hostile = '"><script>alert(1)</script>'
    for name in ("q", "vraag"):
        assert "<script" not in reader.get("/eenvoudig", params={name: hostile}).text
    assert "<script" not in reader.get("/eenvoudig", params={"van": hostile, "naar": hostile}).text


def test_the_other_language_asks_the_same(reader: httpx.Client) -> None:
    assert "/eenvoudig?taal=en&amp;q=linde" in reader.get("/eenvoudig", params={"q": "linde"}).text


def test_the_reference_has_a_place_for_every_kind_of_problem(reader: httpx.Client) -> None:
    kind = reader.get("/v1/people/nobody").json()["type"]
    page, _, anchor = kind.partition("#")
    assert f'id="{anchor}"' in reader.get(page).text


def test_every_link_within_the_reference_leads_somewhere(reader: httpx.Client) -> None:
    text = reader.get("/docs").text
    assert set(re.findall(r"href=\"#([^\"]+)\"", text)) <= set(re.findall(r"\sid=\"([^\"]+)\"", text))


def test_an_answer_about_people_is_not_kept_by_a_browser(reader: httpx.Client) -> None:
    assert reader.get("/eenvoudig", params={"q": "an"}).headers["cache-control"] == "no-store"
