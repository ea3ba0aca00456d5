"""The network taken along as a file for another program: the map of a viewer, and a line in the log."""

from datetime import date

from graph.access import Viewer
from graph.store import Store
from queries import audit
from queries.audit import Action
from queries.drawn import Drawing, NodeKind
from queries.maps import drawing
from queries.runs import Progress
from queries.snapshots import Snapshots


def taken(
    store: Store,
    snapshots: Snapshots,
    viewer: Viewer,
    form: str,
    *,
    as_of: date | None = None,
    progress: Progress | None = None,
) -> Drawing:
    """Return the map that `viewer` may see, to be written in a format.

    A researcher gets pseudonyms that no other export has.  Where people are in it, that it was taken along stands in
    the log before it goes out; what anybody may see is not written down, so that nobody fills the log by asking.

    Parameters
    ----------
    form
        Name of the format, for the log.

    Raises
    ------
    NotAllowed, StoreUnavailable, Stopped
    """
    found = drawing(snapshots, viewer, as_of=as_of, measured=True, progress=progress)
    people = sum(node.kind is NodeKind.PERSON for node in found.nodes)
    if people:
        audit.record(store, viewer, Action.EXPORTED, details={"format": form, "people": people})
    return found
