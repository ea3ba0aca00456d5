"""A snapshot that stays, for questions that are asked of the snapshots of a store, and who asks them."""

from datetime import date
from typing import Any, cast

from graph.access import Role, Viewer
from graph.model import Tables
from graph.network import Network
from graph.store import Store
from queries.snapshots import Snapshot, Snapshots, utc_today
from tests.networks import TODAY, network_of

CITY = "antwerpen"
COORDINATOR, RESEARCHER = Viewer(Role.COORDINATOR, CITY), Viewer(Role.RESEARCHER, CITY)
PARTNER, PUBLIC = Viewer(Role.PARTNER, CITY), Viewer(Role.PUBLIC, CITY)


class Empty:
    """A store in which nothing was kept."""

    def read(self, text: str, parameters: object = None) -> list[dict[str, Any]]:
        """Return nothing."""
        return []


class Still(Snapshots):
    """Answers from one snapshot, whatever is asked; `today` is the day of the tables."""

    def __init__(self, of: Tables | Network, *, today: date = TODAY, before: Snapshot | None = None) -> None:
        super().__init__(cast("Store", Empty()))
        self.snapshot = Snapshot(of if isinstance(of, Network) else network_of(of, today))
        if before is not None:
            self.snapshot.take_over(before)

    def fresh(self, city: str, *, revision: int | None = None) -> Snapshot:
        """Return it."""
        return self.snapshot

    def rebuilt(self, city: str) -> Snapshot:
        """Return it."""
        return self.snapshot


def still_today(tables: Tables) -> Still:
    """Return a snapshot of tables of today."""
    return Still(tables, today=utc_today())
