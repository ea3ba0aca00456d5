"""Which people do this together: what a coordinator is told, and what a partner is not."""

from typing import Any

import httpx
import pytest

from graph.access import Role
from tests.api.conftest import Ask

TYPED = {"talents": ["voorzitten", "luisteren"], "themes": ["mobiliteit"], "neighbourhoods": ["W1"]}


def told(client: httpx.Client, **more: object) -> dict[str, Any]:
    answer = client.post("/v1/teams", json={**TYPED, "size": 2, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_a_team_has_exactly_the_documented_keys(reader: httpx.Client) -> None:
    found = told(reader)
    assert list(found) == [
        "request", "as_of", "revision", "size", "score", "parts", "members", "ties", "spread", "uncovered",
        "search", "sentence",
    ]  # fmt: skip
    assert set(found["members"][0]) == {"person", "score", "parts", "reasons", "adds", "words"}
    assert set(found["members"][0]["adds"][0]) == {"kind", "id", "label", "before", "share"}
    assert set(found["ties"]) == {"inside", "without", "words"}
    assert set(found["ties"]["inside"][0]) == {"one", "other", "strength", "words"}
    assert set(found["spread"]) == {"organisations", "neighbourhoods", "words"}
    assert set(found["search"]) == {"exact", "bound", "candidates", "words"}


def test_two_who_cover_what_is_asked_make_the_team(reader: httpx.Client) -> None:
    found = told(reader)
    assert found["sentence"]["en"] == "The team: An Peeters and Bo Claes."
    assert found["uncovered"] == []
    assert found["search"]["exact"]
    assert found["search"]["bound"] == found["score"]


def test_a_partner_sees_no_tie_and_nobody_who_is_not_public(ask: Ask) -> None:
    found = told(ask(Role.PARTNER), size=8)
    assert found["ties"] is None
    assert "ties" not in found["parts"]
    assert "Chris Maes" not in {member["person"]["name"] for member in found["members"]}
    assert "Chris Maes" in {
        member["person"]["name"] for member in told(ask(Role.COORDINATOR), size=8)["members"]
    }


def test_a_stored_request_leaves_out_who_asks(reader: httpx.Client) -> None:
    found = reader.get("/v1/requests/v1/team?size=2").json()
    assert found["request"]["key"] == "v1"
    assert "Bo Claes" not in {member["person"]["name"] for member in found["members"]}


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("size=1", 422, "wrong_parameter"),
        ("size=9", 422, "wrong_parameter"),
        ("people=2", 422, "wrong_parameter"),
    ],
)
def test_what_makes_no_team_is_a_problem(reader: httpx.Client, query: str, status: int, code: str) -> None:
    answer = reader.get(f"/v1/requests/v1/team?{query}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_an_empty_request_and_an_unknown_talent_say_what_to_do(reader: httpx.Client) -> None:
    empty = reader.post("/v1/teams", json={"size": 2})
    assert (empty.status_code, empty.json()["code"]) == (422, "invalid_input")
    assert "De vraag is leeg" in empty.text
    unknown = reader.post("/v1/teams", json={"talents": ["zeilen"]})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "unknown_thing")
    assert "zeilen" in unknown.text
