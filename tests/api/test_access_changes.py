"""Whoever may change the city gets what ``docs/access.md`` says; each test on a city of its own."""

import httpx
import pytest

from graph.access import Role
from tests.api.access import assert_cell, cells, everybody_of
from tests.api.calls import Call


@pytest.mark.parametrize(("call", "role", "expected"), cells(changing=True))
def test_a_change_answers_what_the_table_says(
    call: Call, role: Role, expected: str, writer: httpx.Client, batch: str
) -> None:
    assert role is Role.COORDINATOR
    assert_cell(writer, call, role, expected, everybody_of(writer), batch)
