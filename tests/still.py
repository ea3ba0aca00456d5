"""A snapshot of tables that stays, for questions that are asked of the snapshots of a store."""

from graph.model import Tables
from queries.snapshots import Snapshot, Snapshots
from tests.networks import network_of


class Still(Snapshots):
    """Answers from one snapshot, whatever is asked."""

    def __init__(self, tables: Tables, before: Snapshot | None = None) -> None:
        self.snapshot = Snapshot(network_of(tables))
        if before is not None:
            self.snapshot.take_over(before)

    def fresh(self, city: str, *, revision: int | None = None) -> Snapshot:
        """Return it."""
        return self.snapshot

    def rebuilt(self, city: str) -> Snapshot:
        """Return it."""
        return self.snapshot
