"""One engine for all commands; a city of its own where a test changes something."""

from itertools import count

import pytest

from graph.store import Store
from tests.ploeg.given import Terminal, tables_of, write_tables

_CITIES = count(1)


@pytest.fixture
def city(_embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on a city where nothing stands yet."""
    return _new(_embedded, tmp_path_factory)


@pytest.fixture
def own(_embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on a small city that the test may change."""
    return _filled(_new(_embedded, tmp_path_factory))


@pytest.fixture
def kept(_embedded: Store) -> Store:
    """The store that the terminals are on."""
    return _embedded


@pytest.fixture(scope="module")
def shared(_embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on a small city that no test changes."""
    return _filled(_new(_embedded, tmp_path_factory))


def _new(store: Store, factory: pytest.TempPathFactory) -> Terminal:
    name = f"proefstad{next(_CITIES)}"
    folder = write_tables(factory.mktemp("tables") / "stad", tables_of(name))
    return Terminal(store.settings.data, name, folder)


def _filled(terminal: Terminal) -> Terminal:
    ran = terminal("import", terminal.folder)
    assert ran.code == 0, ran.err
    return terminal
