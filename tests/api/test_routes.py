"""Every documented address is asked something good and something bad; this module changes nothing."""

import httpx
import pytest

from api.errors import KINDS
from graph.access import Role
from graph.store import Store
from tests.api.calls import BAD, GOOD, READS, SIGNED_IN, WRITES, Call, named, send
from tests.api.city import CITY
from tests.api.conftest import Ask


def documented(client: httpx.Client) -> set[Call]:
    paths = client.get("/openapi.json").json()["paths"]
    return {(method.upper(), path) for path, methods in paths.items() for method in methods}


def test_every_documented_address_is_asked_something_good(reader: httpx.Client) -> None:
    assert set(GOOD) | set(SIGNED_IN) == documented(reader)


def test_every_documented_address_of_the_api_is_asked_something_bad(reader: httpx.Client) -> None:
    assert set(BAD) | set(SIGNED_IN) == {call for call in documented(reader) if call[1].startswith("/v1")}


@pytest.mark.parametrize("call", named(READS))
def test_a_question_gets_the_documented_answer(reader: httpx.Client, import_of_city: str, call: Call) -> None:
    answer = send(reader, call, GOOD[call], import_of_city)
    assert answer.status_code == GOOD[call].status, answer.text


@pytest.mark.parametrize("call", named(BAD))
def test_a_bad_question_gets_a_problem_of_the_documented_form(reader: httpx.Client, call: Call) -> None:
    answer = send(reader, call, BAD[call], "")
    body = answer.json()
    assert (answer.status_code, body["code"]) == (BAD[call].status, BAD[call].code), answer.text
    kind = KINDS[body["code"]]
    assert body == body | {
        "type": f"/docs#problem-{kind.code}",
        "title": f"{kind.nl} / {kind.en}",
        "status": answer.status_code,
        "instance": answer.url.path,
        "request_id": answer.headers["x-request-id"],
    }
    assert answer.headers["content-type"] == "application/problem+json"
    assert " / " in body["detail"]


def test_bad_questions_change_nothing(reader: httpx.Client, city: Store) -> None:
    before = city.revision(CITY)
    for call, given in BAD.items():
        send(reader, call, given, "")
    assert city.revision(CITY) == before


@pytest.mark.parametrize("call", named(WRITES))
def test_a_partner_may_not_write(ask: Ask, call: Call, import_of_city: str) -> None:
    answer = send(ask(Role.PARTNER), call, GOOD[call], import_of_city)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
