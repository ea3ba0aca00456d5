"""The examples in docstrings do what they say."""

import doctest
from types import ModuleType

import pytest

import viz.networks
import viz.texts


@pytest.mark.parametrize("module", [viz.networks, viz.texts])
def test_examples_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0
