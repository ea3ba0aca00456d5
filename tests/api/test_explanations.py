"""Why not this one: what a coordinator is told, and what a partner is not."""

from typing import Any

import httpx
import pytest

from graph.access import Role
from tests.api.conftest import Ask

TYPED = {"text": "een vergadering voorzitten over mobiliteit", "neighbourhoods": ["W1"], "from": "b"}


def told(client: httpx.Client, person: str, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/v1/requests/v1/matches/{person}{query}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_an_explanation_has_exactly_the_documented_keys(reader: httpx.Client) -> None:
    found = told(reader, "d", "?k=1")
    assert list(found) == [
        "request", "as_of", "revision", "person", "outcome", "barriers", "rank", "among", "place", "result",
        "compared", "unknown", "sentence",
    ]  # fmt: skip
    assert list(found["result"]) == ["score", "parts", "reasons"]
    assert set(found["compared"]) == {
        "person", "place", "score", "parts", "reasons", "difference", "differences",
    }  # fmt: skip
    assert set(found["compared"]["differences"][0]) == {"part", "mine", "other", "difference"}
    assert set(found["unknown"][0]) == {"part", "gain", "enough", "nl", "en"}


def test_somebody_below_the_list_is_compared_with_the_last_on_it(reader: httpx.Client) -> None:
    listed = reader.get("/v1/requests/v1/matches?k=1").json()["results"]
    found = told(reader, "d", "?k=1")
    assert (found["outcome"], found["place"]) == ("below", None)
    assert found["compared"]["person"] == listed[-1]["person"]
    assert found["compared"]["difference"] < 0.0
    cost = found["compared"]["differences"][0]["part"]
    assert found["sentence"]["nl"].startswith(
        f"Dirk Wouters staat op plaats {found['rank']} van {found['among']}"
    )
    assert cost == "talents"
    assert "meer van de gevraagde talenten biedt" in found["sentence"]["nl"]


def test_what_is_not_known_of_somebody_is_said(reader: httpx.Client) -> None:
    unknown = told(reader, "d", "?k=1")["unknown"]
    assert unknown[0]["nl"].startswith("Het is niet bekend of Dirk Wouters ‘voorzitten’ biedt")
    assert [one["gain"] for one in unknown] == sorted((one["gain"] for one in unknown), reverse=True)


def test_a_place_and_a_score_are_those_of_the_list(reader: httpx.Client) -> None:
    listed = reader.get("/v1/requests/v1/matches").json()["results"]
    for place, result in enumerate(listed, start=1):
        found = told(reader, result["person"]["key"].replace("/", "%2F"))
        assert (found["outcome"], found["place"]) == ("listed", place)
        assert found["result"] == {name: result[name] for name in ("score", "parts", "reasons")}


@pytest.mark.parametrize(("person", "code"), [("b", "asker"), ("e", "no_consent"), ("g", "no_consent")])
def test_a_coordinator_is_told_which_limit_stops_somebody_and_no_more(
    reader: httpx.Client, person: str, code: str
) -> None:
    found = told(reader, person)
    assert found["outcome"] == "barred"
    assert [one["code"] for one in found["barriers"]] == [code]
    assert (found["rank"], found["result"], found["compared"], found["unknown"]) == (None, None, None, [])


def test_a_language_that_is_not_spoken_is_a_limit(reader: httpx.Client) -> None:
    body = {"person": "a", "text": "voorzitten", "languages": ["ar"]}
    found = reader.post("/v1/matches/explanations", json=body).json()
    assert found["barriers"] == [
        {"nl": "spreekt geen Arabisch", "en": "does not speak Arabic", "code": "language"}
    ]


def test_somebody_about_whom_nothing_fits_has_no_rank(reader: httpx.Client) -> None:
    found = reader.post("/v1/matches/explanations", json={"person": "h1", "talents": ["luisteren"]}).json()
    assert (found["outcome"], found["rank"]) == ("nothing", None)


@pytest.mark.parametrize("person", ["c", "e", "f", "Fons Willems", "Eva Goossens"])
def test_whom_a_partner_may_not_be_proposed_is_answered_like_somebody_unknown(ask: Ask, person: str) -> None:
    def answer(name: str) -> str:
        got = ask(Role.PARTNER).post("/v1/matches/explanations", json={**TYPED, "person": name})
        assert got.status_code == 404
        return got.text.replace(got.headers["x-request-id"], "").replace(f"'{name}'", "")

    assert answer(person) == answer("zz")


def test_a_partner_is_told_of_somebody_who_may_be_proposed(ask: Ask) -> None:
    got = ask(Role.PARTNER).post("/v1/matches/explanations", json={**TYPED, "person": "a"})
    assert (got.status_code, got.json()["outcome"]) == (200, "listed")


def test_a_researcher_is_told_nothing(ask: Ask) -> None:
    got = ask(Role.RESEARCHER).post("/v1/matches/explanations", json={**TYPED, "person": "a"})
    assert got.status_code == 403


def test_a_withdrawn_consent_shows_at_once(writer: httpx.Client) -> None:
    assert told(writer, "d")["outcome"] == "listed"
    writer.post("/v1/people/d/consents", json={"purpose": "matching", "given": False})
    assert [one["code"] for one in told(writer, "d")["barriers"]] == ["no_consent"]
