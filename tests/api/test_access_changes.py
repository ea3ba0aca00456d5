"""Whoever may change the city gets what ``docs/access.md`` says; each test on a city of its own."""

import httpx
import pytest

from api.app import create_app
from graph.access import Role
from graph.store import Store
from tests.api.access import assert_cell, cells, everybody_of
from tests.api.calls import Call
from tests.api.conftest import served, state


@pytest.mark.parametrize(("call", "role", "expected"), cells(changing=True))
def test_a_change_answers_what_the_table_says(
    call: Call, role: Role, expected: str, writer: httpx.Client, batch: str, embedded_store: Store
) -> None:
    everybody = everybody_of(writer)
    with served(create_app(state(embedded_store, role))) as client:
        assert_cell(client, call, role, expected, everybody, batch)
