"""The one place where a command opens a store."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from graph.access import Viewer
from graph.schema import migrate
from graph.store import PATIENCE, Store, StoreSettings, open_store
from ploeg.settings import Settings
from queries.audit import keep
from queries.snapshots import Snapshots


@dataclass(frozen=True)
class Session:
    """An open store, its snapshots, and who asks."""

    store: Store
    snapshots: Snapshots
    viewer: Viewer


@contextmanager
def session(settings: Settings, *, patience: float = PATIENCE) -> Generator[Session, None, None]:
    """Open the store of `settings`, bring it up to date, and close it again.

    Parameters
    ----------
    patience
        Seconds a question waits for an embedded engine that was lost and is started again.

    Raises
    ------
    StoreError
        It does not answer, can't be started, or was made by a newer Ploeg.
    """
    with open_store(replace(store_settings(settings), patience=patience)) as store:
        migrate(store)
        keep(store, settings.city, settings.audit_days)
        yield Session(store, Snapshots(store), Viewer(settings.local_role, settings.city))


def store_settings(settings: Settings) -> StoreSettings:
    """Return what the store needs of the settings."""
    return StoreSettings(
        data=settings.data.expanduser(),
        database=settings.database,
        user=settings.database_user,
        password=settings.database_password.get_secret_value(),
        name=settings.database_name,
        heap=settings.heap,
    )
