"""The one place where a command opens a store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from graph.access import Viewer
from graph.schema import migrate
from graph.store import Store, open_store
from ploeg.settings import Settings
from queries.snapshots import Snapshots


@dataclass(frozen=True)
class Session:
    """An open store, its snapshots, and who asks."""

    store: Store
    snapshots: Snapshots
    viewer: Viewer


@contextmanager
def session(settings: Settings) -> Iterator[Session]:
    """Open the store of `settings`, bring it up to date, and close it again."""
    with open_store(settings.store) as store:
        migrate(store)
        yield Session(store, Snapshots(store), Viewer(settings.local_role, settings.city))
