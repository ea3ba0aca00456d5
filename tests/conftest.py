"""Stores for the tests: one embedded engine and one real Neo4j a session, emptied for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.schema import migrate
from graph.store import Store, StoreSettings, open_store
from tests.neo4j_server import Unavailable, neo4j_server
from tests.unavailable import left_out


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def _embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(StoreSettings(data=tmp_path_factory.mktemp("store") / "data")) as store:
        migrate(store)
        yield store


@pytest.fixture(scope="session")
def _neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    try:
        opened = neo4j_server()
        server = opened.__enter__()
    except Unavailable as reason:
        left_out("real Neo4j", reason)
    try:
        settings = StoreSettings(
            data=Path(tmp_path_factory.mktemp("none")),
            database=server.uri,
            user=server.user,
            password=server.password,
        )
        with open_store(settings) as store:
            migrate(store)
            yield store
    finally:
        opened.__exit__(None, None, None)


def wipe(store: Store) -> None:
    """Take everything out but the schema version."""

    def work(transaction: object) -> None:
        from graph.store import Transaction

        assert isinstance(transaction, Transaction)
        while transaction.run(
            "MATCH (n) WHERE NOT n:SchemaVersion AND NOT n:Revision "
            "WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS n"
        )[0]["n"]:
            pass
        transaction.run("MATCH (r:Revision) WHERE r.city <> 'antwerpen' AND r.city <> '*' DELETE r")

    store.write("antwerpen", work)


@pytest.fixture
def embedded_store(_embedded: Store) -> Store:
    wipe(_embedded)
    return _embedded


@pytest.fixture
def neo4j_store(_neo4j: Store) -> Store:
    wipe(_neo4j)
    return _neo4j


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """Either store, empty."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return found
