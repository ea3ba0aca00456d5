"""Invented cities of so many people and ties, in a store of their own behind a real server, for what draws them."""

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx

from api.app import AppState, create_app
from bench.layout import planted
from graph.access import Role
from graph.model import Tables, TieRow
from graph.schema import migrate
from graph.store import StoreSettings, open_store
from ingest.load import load
from ingest.sample import sample_city
from queries.snapshots import Snapshots, utc_today
from tests.api.conftest import served

CITY = "antwerpen"
TIES = {2_000: 6_000, 10_000: 30_000, 50_000: 150_000}
"""Ties of as many people, as planted."""


def city(people: int, ties: int, seed: int, *, today: date) -> Tables:
    """Return the people of a sample city with planted ties only, so that the number of ties is the one asked for."""
    sample = sample_city(people, seed, today=today)
    # `planted` draws some pairs twice and some with who has no tie; twice over comes out near what is asked.
    found = planted(people, ties, seed)[0]
    while found.edges < 0.97 * ties:
        found = planted(people, round(ties * ties / found.edges), seed)[0]
    start, end, weight = found.pairs
    keys = [person.key for person in sample.people]
    told = [
        TieRow(keys[one], keys[other], trust=round(trust, 2), last_contact=today)
        for one, other, trust in zip(start.tolist(), end.tolist(), weight.tolist(), strict=True)
    ]
    people_alone = tuple(replace(person, organisations=()) for person in sample.people)
    return replace(
        sample, people=people_alone, organisations=(), memberships=(), initiatives=(), participations=(),
        requests=(), ties=tuple(told),
    )  # fmt: skip


@contextmanager
def city_served(
    tables: Tables, *, today: date, role: Role = Role.COORDINATOR
) -> Generator[httpx.Client, None, None]:
    """Yield a client of a server of the city."""
    with (
        tempfile.TemporaryDirectory() as data,
        open_store(StoreSettings(data=Path(data))) as store,
    ):
        migrate(store)
        load(store, tables, city=CITY, files=("bench",), today=today, in_parts=True)
        state = AppState(store, Snapshots(store), CITY, role, "bench")
        with served(create_app(state)) as client:
            client.timeout = httpx.Timeout(300.0)
            yield client


def today() -> date:
    """Return the day on which ties are of today."""
    return utc_today()
