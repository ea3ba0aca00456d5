"""What a test does where something real that it needs is missing: it is left out loudly, and fails in CI."""

import os
from typing import NoReturn

import pytest

from tests.neo4j_server import Unavailable


def left_out(what: str, reason: Unavailable) -> NoReturn:
    """End a test that can't be run here."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"no {what} to test with: {reason}")
    pytest.skip(f"NO {what.upper()}, tests left out: {reason}")
