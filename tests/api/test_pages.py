"""The start page and the reference: readable without script, in two languages, with nothing from elsewhere."""

import re
from pathlib import Path

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
    assert "<p>An Peeters → Bo Claes (kennen elkaar volgens An Peeters" in text
    assert "An Peeters zegt Bo Claes te kennen" in text
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


BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def test_a_browser_gets_the_page_of_an_address_that_is_nobodys(
    reader: httpx.Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "page.js"
    script.touch()
    monkeypatch.setattr("viz.shell.SCRIPT", script)
    for path in ("/nergens", "/nergens/verder?taal=nl", "/vragenlijst"):
        answer = reader.get(path, headers=BROWSER)
        assert (answer.status_code, answer.text) == (404, reader.get("/").text)
        assert answer.headers["content-type"].startswith("text/html")
    assert reader.get("/nergens?taal=en", headers=BROWSER).text == reader.get("/?taal=en").text


def test_without_the_built_page_a_browser_reads_that_there_is_none_here(
    reader: httpx.Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("viz.shell.SCRIPT", tmp_path / "page.js")
    for asked, heading, plain in (
        ("", "Deze pagina is er niet", "/eenvoudig"),
        ("?taal=en", "There is no such page", "/eenvoudig?taal=en"),
    ):
        answer = reader.get(f"/nergens{asked}", headers=BROWSER)
        assert answer.status_code == 404
        assert f"<h1>{heading}</h1>" in answer.text
        assert f'href="{plain}"' in answer.text
        assert "<script" not in answer.text


@pytest.mark.parametrize("takes", ["application/json", "*/*", "application/problem+json, */*;q=0.1"])
def test_a_program_gets_a_problem_of_an_address_that_is_nobodys(reader: httpx.Client, takes: str) -> None:
    answer = reader.get("/nergens", headers={"Accept": takes})
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown_route")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/nergens"),
        ("GET", "/v2"),
        ("GET", "/healthz/x"),
        ("GET", "/static/nergens.js"),
        ("POST", "/nergens"),
        ("DELETE", "/nergens"),
    ],
)
def test_an_address_of_programs_stays_a_problem_whoever_asks(
    reader: httpx.Client, method: str, path: str
) -> None:
    answer = reader.request(method, path, headers=BROWSER)
    assert answer.headers["content-type"] == "application/problem+json"
