"""Every address in every role gets what ``docs/access.md`` says, and nothing of anybody that role may not see."""

import json
from collections.abc import Iterator, Mapping

import httpx
import pytest
from starlette.routing import BaseRoute, Route

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.access_table import NO, WORDS, rows
from tests.api.access import EXPECTED, Somebody, assert_cell, cells, everybody_of
from tests.api.calls import GOOD, Call, Given, send
from tests.api.conftest import Ask, state


def test_the_words_in_the_cells_are_explained() -> None:
    assert {row[0] for row in list(rows("Wat in een vak staat / What stands in a cell"))[1:]} == set(WORDS)
    assert {cell for roles in EXPECTED.values() for cell in roles.values()} <= set(WORDS)


def test_the_table_has_every_role() -> None:
    assert {frozenset(roles) for roles in EXPECTED.values()} == {frozenset(Role)}


def served(routes: list[BaseRoute]) -> Iterator[str]:
    """Yield method and path of every route, those of a router within too."""
    for route in routes:
        if isinstance(route, Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield f"{method} {route.path.replace(':path}', '}')}"
        elif (router := getattr(route, "original_router", None)) is not None:
            yield from served(router.routes)


def test_every_address_has_a_row_and_every_row_an_address(city: Store) -> None:
    app = create_app(state(city))
    documented = {
        f"{method.upper()} {path}" for path, methods in app.openapi()["paths"].items() for method in methods
    }
    found = set(served(app.routes))
    assert documented <= found
    assert set(EXPECTED) == found


@pytest.fixture(scope="module")
def everybody(reader: httpx.Client) -> Mapping[str, Somebody]:
    return everybody_of(reader)


@pytest.mark.parametrize(("call", "role", "expected"), cells(changing=False))
def test_a_role_gets_what_the_table_says(
    call: Call, role: Role, expected: str, ask: Ask, everybody: Mapping[str, Somebody], import_of_city: str
) -> None:
    assert_cell(ask(role), call, role, expected, everybody, import_of_city)


def test_a_refusal_is_the_same_whoever_is_asked_about(ask: Ask, reader: httpx.Client) -> None:
    known = reader.get("/v1/people/e").json()["id"]
    refused = [call for call, roles in EXPECTED.items() if roles[Role.PARTNER] == NO and "{id}" in call]
    assert refused
    for what in refused:
        method, template = what.split(" ", 1)
        told: set[str] = set()
        for identity in (known, "person:" + "0" * 26, "e", "zz", "Eva Goossens", "v1", "o2"):
            call = (method, template)
            given = GOOD[call]
            filled = Given(403, identity, given.query, given.body, given.files, person=identity)
            answer = send(ask(Role.PARTNER), call, filled, identity)
            assert answer.status_code == 403, (what, identity)
            body = answer.json()
            told.add(
                json.dumps({name: body[name] for name in body if name not in {"instance", "request_id"}})
            )
        assert len(told) == 1, what
