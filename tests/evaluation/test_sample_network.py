"""The snapshot that evaluations make without a store is the one that tests hold against the store."""

from dataclasses import fields, replace
from datetime import date

import numpy as np
import pytest

from evaluation.sample_network import network_of
from graph.model import Tables
from graph.network import Network
from ingest.borders import borders
from ingest.sample import sample_city
from tests.networks import TODAY, random_city
from tests.networks import network_of as expected_of


def same_columns(one: object, other: object) -> bool:
    """Tell whether two frozen records of columns hold the same."""
    return all(
        np.array_equal(mine, theirs, equal_nan=True)
        if np.asarray(mine).dtype == np.float64
        else np.array_equal(mine, theirs)
        for field in fields(one)  # type: ignore[arg-type]
        for mine, theirs in [(getattr(one, field.name), getattr(other, field.name))]
    )


def same(one: Network, other: Network) -> None:
    for name in ("people", "organisations", "initiatives", "themes", "talents", "neighbourhoods"):
        assert getattr(one, name) == getattr(other, name), name
    for name in ("declared", "memberships", "participations"):
        assert same_columns(getattr(one, name), getattr(other, name)), name
    assert [replace(node, asker=None) for node in one.requests] == [
        replace(node, asker=None) for node in other.requests
    ]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_sample_city(seed: int) -> None:
    tables = sample_city(300, seed, today=date(2026, 11, 23))
    near = borders(tables.neighbourhoods)
    same(network_of(tables, TODAY), expected_of(tables, TODAY, near))


@pytest.mark.parametrize("seed", range(6))
def test_a_random_city(seed: int) -> None:
    tables: Tables = random_city(seed)
    same(network_of(tables, TODAY), expected_of(tables, TODAY, borders(tables.neighbourhoods)))


def test_an_organisation_may_ask() -> None:
    tables = sample_city(300, 1, today=TODAY)
    askers = {node.key: node.asker for node in network_of(tables, TODAY).requests}
    bodies = {row.key for row in tables.organisations}
    asked = [row for row in tables.requests if row.asker in bodies]
    assert asked
    assert all(askers[row.key] == f"organisation:{row.asker}" for row in asked)
