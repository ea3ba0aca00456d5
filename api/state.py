"""What the application is made with: the store, what answers from it, and who the viewer is."""

from dataclasses import dataclass

from graph.access import Role, Viewer
from graph.store import Store
from queries.snapshots import Snapshots


@dataclass(frozen=True, slots=True)
class AppState:
    """Everything a handler may use.

    ``role`` is that of every caller until there is sign-in.  ``notice`` is a line that every page shows, such as
    that all people are fictitious; empty for none.
    """

    store: Store
    snapshots: Snapshots
    city: str
    role: Role
    version: str
    notice: str = ""

    @property
    def viewer(self) -> Viewer:
        """Who asks."""
        return Viewer(self.role, self.city)
