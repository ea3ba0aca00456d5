"""Likely duplicates over HTTP: shown until somebody decides, decided once, taken back."""

from typing import Any

import httpx
import pytest

from graph.access import Role
from tests.api.conftest import Ask
from tests.api.test_changes import upload

ROWS = """id,name,email,phone,neighbourhood,consent_contact,consent_date
x1,Jan Janssens,jan@example.org,0499 00 00 77,W1,yes,2026-01-01
x2,Jan Jansens,jan@example.org,0499 00 00 78,W1,,
x3,Karel Mertens,karel@example.org,,W2,,
x4,Karel Mertens,karel@example.org,,W2,,
"""


def pairs(client: httpx.Client, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/v1/duplicates?{query}").json()
    return found


def keys(page: dict[str, Any]) -> set[frozenset[str]]:
    return {frozenset({each["one"]["key"], each["other"]["key"]}) for each in page["items"]}


def decide(client: httpx.Client, decision: str, one: str = "x1", other: str = "x2") -> httpx.Response:
    body = {"one": one, "other": other, "decision": decision}
    return client.post("/v1/duplicates/decisions", json=body)


@pytest.fixture
def twice(writer: httpx.Client) -> httpx.Client:
    """A client of a city where two people stand twice."""
    answer = upload(writer, people=ROWS)
    assert {frozenset({each["one"], each["other"]}) for each in answer.json()["duplicates"]} == {
        frozenset({"x1", "x2"}),
        frozenset({"x3", "x4"}),
    }
    return writer


def differences_of_x1(client: httpx.Client) -> list[dict[str, Any]]:
    """Return what tells x1 and x2 apart, x1 first: which of two comes first, says nothing."""
    pair = next(each for each in pairs(client)["items"] if frozenset({"x1", "x2"}) in keys({"items": [each]}))
    found: list[dict[str, Any]] = pair["differences"]
    if pair["one"]["key"] == "x1":
        return found
    return [{"field": each["field"], "one": each["other"], "other": each["one"]} for each in found]


def test_pairs_come_with_reasons_and_what_differs(twice: httpx.Client) -> None:
    pair = next(each for each in pairs(twice)["items"] if frozenset({"x1", "x2"}) in keys({"items": [each]}))
    assert pair["band"] in {"strong", "likely", "possible"}
    assert {"nl": "hetzelfde e-mailadres", "en": "the same e-mail"} in pair["reasons"]
    assert {"field": "name", "one": "Jan Janssens", "other": "Jan Jansens"} in differences_of_x1(twice)


def test_a_contact_detail_is_shown_only_where_that_was_agreed_to(twice: httpx.Client) -> None:
    phone = next(each for each in differences_of_x1(twice) if each["field"] == "phone")
    assert (phone["one"] is None, phone["other"]) == (False, None)


def test_pages_together_hold_every_pair_once(twice: httpx.Client) -> None:
    whole = pairs(twice)
    found: list[Any] = []
    cursor = ""
    while cursor is not None:
        page = twice.get("/v1/duplicates", params={"limit": 1, "cursor": cursor}).json()
        found += page["items"]
        cursor = page["next"]
    assert len(found) > 1
    assert (found, len(found)) == (whole["items"], whole["total"])


def test_a_decision_between_two_pages_skips_nobody(twice: httpx.Client) -> None:
    whole, first = pairs(twice), pairs(twice, "limit=1")
    one, other = (first["items"][0][side]["key"] for side in ("one", "other"))
    assert decide(twice, "different", one, other).status_code == 201
    second = twice.get("/v1/duplicates", params={"cursor": first["next"]}).json()
    assert keys(second) == keys(whole) - keys(first)


def test_people_who_are_two_are_not_shown_again(twice: httpx.Client) -> None:
    assert decide(twice, "different").status_code == 201
    assert frozenset({"x1", "x2"}) not in keys(pairs(twice))
    shown = upload(twice, people=ROWS).json()["duplicates"]
    assert [{each["one"], each["other"]} for each in shown] == [{"x3", "x4"}]


def test_people_who_are_one_become_one_also_for_a_later_import(twice: httpx.Client) -> None:
    made = decide(twice, "same").json()
    assert (made["kept_name"], made["gone_name"], made["gone_key"]) == ("Jan Janssens", "Jan Jansens", "x2")
    again = upload(twice, people=ROWS).json()
    assert again["batch"] is None
    assert [{each["one"], each["other"]} for each in again["duplicates"]] == [{"x3", "x4"}]
    assert twice.get("/v1/people/x2").status_code == 404


def test_who_decides_second_is_told(twice: httpx.Client) -> None:
    decide(twice, "different")
    answer = decide(twice, "same")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


def test_a_decision_taken_back_shows_the_pair_again(twice: httpx.Client) -> None:
    before = keys(pairs(twice))
    made = decide(twice, "same").json()["id"]
    undone = twice.delete(f"/v1/duplicates/decisions/{made}").json()
    assert (undone["status"], undone["undone_by"]) == ("undone", "coordinator")
    assert keys(pairs(twice)) == before
    listed = twice.get("/v1/duplicates/decisions").json()["items"]
    assert [(each["id"], each["recorded_by"], each["status"]) for each in listed] == [
        (made, "coordinator", "undone")
    ]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.ADMIN])
def test_nobody_else_may_ask_or_decide(ask: Ask, role: Role) -> None:
    client = ask(role)
    answers = [
        client.get("/v1/duplicates"),
        client.get("/v1/duplicates/decisions"),
        decide(client, "same", "a", "b"),
        client.delete("/v1/duplicates/decisions/decision:1"),
    ]
    assert [answer.status_code for answer in answers] == [403] * 4
