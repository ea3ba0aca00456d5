"""Every address in every role gets what ``docs/access.md`` says, and nothing of anybody that role may not see."""

import json
from collections.abc import Iterator, Mapping

import httpx
import pytest
from starlette.routing import BaseRoute, Route

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.access_table import ACCOUNTS, NO, NOBODY, OWN, OWN_DATA, WORDS, rows
from tests.api.access import (
    EXPECTED,
    OF_ACCOUNTS,
    OF_ONESELF,
    Somebody,
    assert_cell,
    cells,
    everybody_of,
    hidden,
    texts,
)
from tests.api.calls import GOOD, MY_DATA, SIGNED_IN, Call, Given, send
from tests.api.conftest import Ask, state

EVERY = (*EXPECTED.values(), *OF_ACCOUNTS.values(), *OF_ONESELF.values())


def test_the_words_in_the_cells_are_explained() -> None:
    assert {row[0] for row in list(rows("Wat in een vak staat / What stands in a cell"))[1:]} == set(WORDS)
    assert {cell for roles in EVERY for cell in roles.values()} <= set(WORDS)


def test_the_table_has_every_role() -> None:
    assert {frozenset(roles) for roles in EVERY} == {frozenset(Role)}


def served(routes: list[BaseRoute]) -> Iterator[str]:
    """Yield method and path of every route, those of a router within too."""
    for route in routes:
        if isinstance(route, Route):
            for method in (route.methods or set()) - {"HEAD"}:
                yield f"{method} {route.path.replace(':path}', '}').replace(':place}', '}')}"
        elif (router := getattr(route, "original_router", None)) is not None:
            yield from served(router.routes)


def test_every_address_has_a_row_and_every_row_an_address(city: Store) -> None:
    app = create_app(state(city))
    documented = {
        f"{method.upper()} {path}" for path, methods in app.openapi()["paths"].items() for method in methods
    }
    found = set(served(app.routes))
    assert documented <= found
    assert set(EXPECTED) | set(OF_ACCOUNTS) | set(OF_ONESELF) == found


@pytest.fixture(scope="module")
def everybody(reader: httpx.Client) -> Mapping[str, Somebody]:
    return everybody_of(reader)


@pytest.mark.parametrize(("call", "role", "expected"), cells(changing=False))
def test_a_role_gets_what_the_table_says(
    call: Call, role: Role, expected: str, ask: Ask, everybody: Mapping[str, Somebody], import_of_city: str
) -> None:
    assert_cell(ask(role), call, role, expected, everybody, import_of_city)


def account_cells() -> Iterator[tuple[str, Role, str]]:
    """Yield what the table about accounts says; what an admin may change is asked in test_sign_in."""
    for what, roles in OF_ACCOUNTS.items():
        for role, expected in roles.items():
            if what.startswith("GET ") or expected in {NO, NOBODY, OWN}:
                yield what, role, expected


@pytest.mark.parametrize(("what", "role", "expected"), list(account_cells()))
def test_nobody_of_the_network_shows_where_accounts_are_asked_about(
    what: str, role: Role, expected: str, ask: Ask, everybody: Mapping[str, Somebody]
) -> None:
    method, template = what.split(" ", 1)
    good, _ = SIGNED_IN.get((method, template), (Given(200), None))
    path = template
    for place in ("{account}", "{session}", "{token}", "{name}"):
        path = path.replace(place, good.id or "x")
    answer = ask(role).request(method, path + (f"?{good.query}" if good.query else ""), json=good.body)
    told = texts(answer)
    given_away = {word for word in hidden(everybody, NOBODY) if word in told}
    # The log says of whom something was done by id, and by nothing else.
    assert {word for word in given_away if expected != ACCOUNTS or not word.startswith("person:")} == set()
    if expected == NO:
        assert answer.status_code == 403, answer.text
    elif expected == OWN:
        assert answer.status_code == 401, answer.text
    else:
        # A wrong password is 401, a used link or an account that is not there 404: nobody is named there either.
        assert answer.status_code < 500
        assert answer.status_code in {200, 404} or method != "GET", answer.text


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("what", sorted(OF_ONESELF))
def test_without_a_link_no_role_sees_anybodys_own_data(
    what: str, role: Role, ask: Ask, everybody: Mapping[str, Somebody]
) -> None:
    method, path = what.split(" ", 1)
    given = MY_DATA.get((method, path), (Given(200), None))[0]
    if path.endswith("/links"):
        given = Given(202, body={"email": "an@example.org"})
    answer = ask(role).request(method, path + (f"?{given.query}" if given.query else ""), json=given.body)
    assert answer.status_code < 500
    told = texts(answer)
    assert {word for word in hidden(everybody, NOBODY) if word in told} == set()
    if OF_ONESELF[what][role] == OWN_DATA:
        assert answer.status_code in {401, 422}, answer.text
        assert answer.status_code == 401 or not path.startswith("/v1"), answer.text


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
            filled = Given(
                403, identity, given.query, given.body, given.files, person=identity, other=identity
            )
            answer = send(ask(Role.PARTNER), call, filled, identity)
            assert answer.status_code == 403, (what, identity)
            body = answer.json()
            told.add(
                json.dumps({name: body[name] for name in body if name not in {"instance", "request_id"}})
            )
        assert len(told) == 1, what
