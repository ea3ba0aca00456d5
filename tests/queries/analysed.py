"""A city that analyses are asked of without a store."""

from typing import Any, cast

from graph.access import Role, Viewer
from graph.model import Tables
from queries.held import Snapshot, utc_today
from queries.snapshots import Snapshots
from tests.networks import network_of

CITY = "antwerpen"
COORDINATOR, RESEARCHER = Viewer(Role.COORDINATOR, CITY), Viewer(Role.RESEARCHER, CITY)
PARTNER, PUBLIC = Viewer(Role.PARTNER, CITY), Viewer(Role.PUBLIC, CITY)


class Empty:
    """A store in which nothing was kept."""

    def read(self, text: str, parameters: object = None) -> list[dict[str, Any]]:
        return []


class OneSnapshot:
    """Gives the one snapshot there is."""

    def __init__(self, tables: Tables) -> None:
        self.snapshot = Snapshot(network_of(tables, utc_today()))
        self.store = Empty()

    def fresh(self, city: str) -> Snapshot:
        return self.snapshot

    def rebuilt(self, city: str) -> Snapshot:
        return self.snapshot


def one_snapshot(tables: Tables) -> Snapshots:
    return cast("Snapshots", OneSnapshot(tables))
