"""Schemathesis asks every operation of the document things that fit it and things that do not.

Each operation is asked as the coordinator on a city of its own kind, with ids that are there, and as a partner and
the public.  Examples are the same each time.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import checks
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks as of_openapi

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.api.city import CITY, fill
from tests.api.conftest import served, state
from tests.conftest import wipe

HELD = [
    checks.not_a_server_error,
    of_openapi.status_code_conformance,
    of_openapi.content_type_conformance,
    of_openapi.response_headers_conformance,
    of_openapi.response_schema_conformance,
]
EXAMPLES: Mapping[Role, int] = {
    Role.COORDINATOR: 6,
    Role.PARTNER: 2,
    Role.PUBLIC: 2,
    Role.RESEARCHER: 2,
    Role.ADMIN: 4,
}
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
ACCOUNTS = "/v1/accounts"
OF_ANALYSES = ("/v1/analysis", "/v1/runs", "/v1/measurements")


@pytest.fixture(scope="module")
def servers(_embedded: Store) -> Iterator[Mapping[Role, httpx.Client]]:
    """One server a role, over one filled city."""
    wipe(_embedded)
    fill(_embedded)
    with ExitStack() as stack:
        yield {role: stack.enter_context(served(create_app(state(_embedded, role)))) for role in EXAMPLES}
    wipe(_embedded)


@pytest.fixture
def known(servers: Mapping[Role, httpx.Client], _embedded: Store) -> list[str]:
    """Ids and keys that are in the city."""
    assert servers
    text = "MATCH (n) WHERE n.city = $city AND n.key IS NOT NULL RETURN n.id AS id, n.key AS key"
    rows = _embedded.read(text, {"city": CITY})
    return sorted({row[name] for row in rows for name in ("id", "key")})


def operations(servers: Mapping[Role, httpx.Client]) -> list[Any]:
    schema = schemathesis.openapi.from_url(f"{servers[Role.COORDINATOR].base_url}/openapi.json")
    return [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]


def ask(operation: Any, mode: GenerationMode, base: str, most: int, known: list[str]) -> int:
    """Ask an operation some things; returns how many."""
    count = 0
    strategy = operation.as_strategy(generation_mode=mode)

    @settings(
        max_examples=most,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        phases=[Phase.generate],
    )
    @given(case=strategy, place=st.none() | st.sampled_from(known))
    def asked(case: Any, place: str | None) -> None:
        nonlocal count
        if place is not None and mode is GenerationMode.POSITIVE:
            for name in ("id", "person"):
                if name in (case.path_parameters or {}):
                    case.path_parameters[name] = place
        answer = case.call_and_validate(checks=HELD, base_url=base)
        if answer.status_code >= 400:
            kind = answer.headers["content-type"][0]
            assert kind == "application/problem+json", (case.as_curl_command(), kind)
        count += 1

    asked()
    return count


@pytest.mark.parametrize("mode", MODES, ids=lambda mode: str(mode.value))
@pytest.mark.parametrize("role", sorted(EXAMPLES))
def test_every_operation_answers_as_documented(
    servers: Mapping[Role, httpx.Client], known: list[str], role: Role, mode: GenerationMode
) -> None:
    base, asked = str(servers[role].base_url), 0
    for operation in operations(servers):
        if role is Role.ADMIN and not operation.path.startswith((ACCOUNTS, "/v1/audit")):
            continue
        if role is Role.RESEARCHER and not operation.path.startswith(OF_ANALYSES):
            continue
        if role is Role.ADMIN and operation.method.upper() == "POST" and operation.path == ACCOUNTS:
            # The first account would send everybody else to the sign-in: test_sign_in asks these.
            continue
        if mode is GenerationMode.NEGATIVE and not takes_anything(operation):
            continue
        asked += ask(operation, mode, base, EXAMPLES[role], known)
    assert asked > 10


def takes_anything(operation: Any) -> bool:
    """Tell whether there is anything in a question that can be wrong."""
    return bool(list(operation.iter_parameters()) or operation.body)
