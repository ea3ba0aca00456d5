"""The application over a real embedded store, served by a real server on a port of its own."""

import socket
import threading
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from api.app import AppState, create_app
from graph.access import Role
from graph.store import Store
from queries.snapshots import Snapshots
from tests.api.city import CITY, fill
from tests.conftest import wipe

NOTICE = "Alle mensen zijn verzonnen. / All people are invented."
Ask = Callable[[Role], httpx.Client]


def state(store: Store, role: Role = Role.COORDINATOR) -> AppState:
    return AppState(store, Snapshots(store), CITY, role, "test", NOTICE)


@contextmanager
def served(app: FastAPI) -> Generator[httpx.Client, None, None]:
    """Serve `app` and yield a client of it."""
    with socket.socket(proto=socket.IPPROTO_TCP) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        config = uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.005)
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        try:
            with httpx.Client(base_url=address, timeout=30.0, trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@pytest.fixture(scope="module")
def import_of_city(_embedded: Store) -> str:
    """Id of the import of the read-only city."""
    wipe(_embedded)
    return fill(_embedded)


@pytest.fixture(scope="module")
def city(_embedded: Store, import_of_city: str) -> Store:
    """The small city; for tests that only read."""
    assert import_of_city
    return _embedded


@pytest.fixture(scope="module")
def ask(city: Store) -> Iterator[Ask]:
    """A client of the read-only city for each role."""
    with ExitStack() as stack:
        known: dict[Role, httpx.Client] = {}

        def client_of(role: Role) -> httpx.Client:
            if role not in known:
                known[role] = stack.enter_context(served(create_app(state(city, role))))
            return known[role]

        yield client_of


@pytest.fixture(scope="module")
def reader(ask: Ask) -> httpx.Client:
    """The coordinator's client of the read-only city."""
    return ask(Role.COORDINATOR)


@pytest.fixture
def batch(embedded_store: Store) -> str:
    """Id of the import of a city that a test may change."""
    return fill(embedded_store)


@pytest.fixture
def writer(embedded_store: Store, batch: str) -> Iterator[httpx.Client]:
    """The coordinator's client of a city that a test may change."""
    with served(create_app(state(embedded_store))) as client:
        yield client
