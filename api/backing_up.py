"""Back-ups over HTTP: one is made behind the answer, and whoever looks finds how far it is and what became of it."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime

from graph.access import Question, Viewer
from graph.errors import Conflict, PloegError
from graph.store import Store
from queries.backups import BUSY, Backup, Folder
from queries.runs import Progress, Run, Runs, State


@dataclass(frozen=True, slots=True)
class Kept:
    """The back-ups there are, the latest first; the share that is done of one being made; why the last one failed."""

    items: list[Backup]
    share: float | None
    trouble: PloegError | None


class BackingUp:
    """The back-ups of one process, one at a time."""

    def __init__(self, store: Store, days: int) -> None:
        self.folder = Folder(store.settings.data, days)
        self._store = store
        self._runs = Runs()
        self._last: Run | None = None
        self._guard = threading.Lock()

    def begin(self, viewer: Viewer) -> None:
        """Begin one, which goes on by itself; :meth:`look` tells what became of it.

        Raises
        ------
        NotAllowed, InvalidInput
        Conflict
            One is being made already.
        """
        self.folder.check(viewer)

        def work(progress: Progress) -> Backup:
            return self.folder.make(self._store, viewer, progress=progress)

        with self._guard:
            if self._last is not None and self._last.state is State.RUNNING:
                raise Conflict(BUSY)
            self._last = self._runs.start((datetime.now(UTC),), (viewer.city,), "backup", work)
            self._last.told = True

    def look(self, viewer: Viewer) -> Kept:
        """Return what there is.

        Raises
        ------
        NotAllowed, DiskError
        """
        viewer.require(Question.BACKUPS)
        with self._guard:
            run = self._last
        going = run is not None and run.state is State.RUNNING
        return Kept(
            self.folder.kept(),
            run.share if run is not None and going else None,
            run.error if run is not None else None,
        )

    def remove(self, viewer: Viewer, name: str) -> None:
        """Throw one away.

        Raises
        ------
        NotAllowed, UnknownThing, DiskError, StoreError
        """
        self.folder.remove(self._store, viewer, name)
