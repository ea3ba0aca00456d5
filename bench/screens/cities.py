"""The invented cities that are pictured: a usual one, an empty one, and one where every name is long."""

import tempfile
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx

from api.app import AppState, create_app
from api.own import link_for
from graph.access import Role
from graph.model import Tables
from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from ingest.load import load
from ingest.sample import sample_city
from ploeg.commands.serving import NOTICE
from queries.snapshots import Snapshots, utc_today
from tests.api.conftest import served

CITY = "antwerpen"
PEOPLE = 2000
LENGTH = 120
WORDS = "van de bewonersgroep voor wie samen zoekt naar een rustige straat "
UNBROKEN = "meerwijkenoverlegplatformverantwoordelijkheden"


def long(name: str, at: int) -> str:
    """Return a name of 120 letters that begins like `name`; every other one has no space to break it at."""
    start = f"{name} {WORDS * 2}" if at % 2 == 0 else f"{name.split(' ')[0]}{UNBROKEN * 3}"
    return start[: LENGTH - 6].rstrip() + f" {at:05}"[:: 1 if at % 2 == 0 else -1].strip()


def usual() -> Tables:
    """Return the sample city."""
    return sample_city(PEOPLE, 1, today=utc_today())


def with_long_names() -> Tables:
    """Return a city in which everybody and everything has a name of some 120 letters."""
    city = sample_city(300, 1, today=utc_today())
    return replace(
        city,
        people=tuple(replace(row, name=long(row.name, at)) for at, row in enumerate(city.people)),
        organisations=tuple(
            replace(row, name=long(row.name, at)) for at, row in enumerate(city.organisations)
        ),
        initiatives=tuple(replace(row, title=long(row.title, at)) for at, row in enumerate(city.initiatives)),
        neighbourhoods=tuple(
            replace(row, name=long(row.name, at)) for at, row in enumerate(city.neighbourhoods)
        ),
        themes=tuple(replace(row, label_nl=long(row.label_nl, at)) for at, row in enumerate(city.themes)),
        talents=tuple(replace(row, label_nl=long(row.label_nl, at)) for at, row in enumerate(city.talents)),
        requests=tuple(replace(row, title=long(row.title, at)) for at, row in enumerate(city.requests)),
    )


class City:
    """A city in a store of its own, served to each role that looks at it."""

    def __init__(self, store: Store, stack: ExitStack) -> None:
        self._store = store
        self._stack = stack
        self._known: dict[Role, httpx.Client] = {}

    def served_to(self, role: Role) -> httpx.Client:
        """Return a client of the page as a role sees it."""
        if role not in self._known:
            app = create_app(AppState(self._store, Snapshots(self._store), CITY, role, "screens", NOTICE))
            self._known[role] = self._stack.enter_context(served(app))
        return self._known[role]

    def own_link(self, person: str, address: str) -> str:
        """Return a link with which somebody sees what is kept of them."""
        return link_for(self._store, CITY, person, address, now=datetime.now(UTC))


@contextmanager
def city(tables: Callable[[], Tables] | None) -> Generator[City, None, None]:
    """Yield a city of some tables, or an empty one."""
    with (
        tempfile.TemporaryDirectory() as data,
        open_store(StoreSettings(data=Path(data))) as store,
        ExitStack() as stack,
    ):
        migrate(store)
        if tables is not None:
            load(store, tables(), city=CITY, files=("sample",), today=utc_today())
        yield City(store, stack)
