"""Imports that go on by themselves: whoever asked may leave, come back, and find how far it is or what it did.

Files that were read are held in memory for a while under the id of the run that read them, for the one who sent them:
looking again with other columns, and writing what was looked at, need no second upload.  The id of a run that writes
is that of its batch, so that also after this process died anybody can tell whether it landed: the batch is there, or
it is not.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from api.handlers import TablesRefused
from graph.access import Question, Viewer
from graph.errors import UnknownThing
from graph.ids import new_id
from graph.store import Store
from ingest.bringing import Brought, Phase, Wanted, bring_in
from ingest.raw import Files
from ingest.tables import opened
from queries.imports import utc_now
from queries.runs import Progress, Run, Runs

MOST_HELD = 8
"""Uploads that are held at once, one of each who sends; the oldest makes place."""

MOST_CELLS = 3_000_000
"""Cells of an upload that is held, some hundred megabytes; a larger one is sent again."""

PATIENCE = 1.0
"""Seconds that a handler waits for an import before it tells where to come back for it."""

Upload = Sequence[tuple[str, bytes]]


@dataclass
class UnderWay:
    """How far an import is; changed by the thread that does it, read by whoever looks."""

    run: Run
    wanted: Wanted
    files: tuple[str, ...]
    began_at: str = field(default_factory=utc_now)
    phase: Phase = Phase.READING
    done: int = 0
    total: int = 0

    @property
    def id(self) -> str:
        """Id of the run, and of the batch where it writes."""
        return self.run.id

    @property
    def brought(self) -> Brought | None:
        """What came of it, once it is done."""
        found: Brought | None = self.run.answer
        return found


class Importing:
    """The imports that are at work in one process."""

    def __init__(self, store: Store, *, patience: float = PATIENCE) -> None:
        self.runs = Runs()
        self._store = store
        self._patience = patience
        self._guard = threading.Lock()
        self._known: dict[str, UnderWay] = {}
        self._held: dict[str, tuple[tuple[object, ...], Files]] = {}

    @property
    def held(self) -> int:
        """How many uploads are held."""
        with self._guard:
            return len(self._held)

    def begin(self, viewer: Viewer, upload: Upload, wanted: Wanted, *, of: str = "") -> UnderWay:
        """Begin an import, and wait a little for it.

        Parameters
        ----------
        of
            Id of a run whose files are taken, instead of an upload.

        Raises
        ------
        NotAllowed, TooManyTries
        UnknownThing
            The files of that run are not held any more.
        """
        viewer.require(Question.WRITE)
        owner = _owner(viewer)
        files = self._taken(of, owner) if of else None
        names = files.names if files is not None else tuple(name for name, _ in upload)
        identity = new_id("batch")
        ready = threading.Event()

        def work(progress: Progress) -> Brought:
            ready.wait()
            return self._work(self._known[identity], viewer, files, upload, progress)

        run = self.runs.start((identity,), owner, "import", work, identity=identity)
        under_way = UnderWay(run, wanted, names)
        with self._guard:
            self._known[identity] = under_way
        ready.set()
        run.told = True
        run.finished.wait(self._patience)
        return under_way

    def look(self, viewer: Viewer, identity: str) -> UnderWay:
        """Return one of the viewer's own imports.

        Raises
        ------
        NotAllowed, UnknownThing
        """
        viewer.require(Question.WRITE)
        return self._known[self.runs.get(identity, _owner(viewer)).id]

    def own(self, viewer: Viewer) -> list[UnderWay]:
        """Return the viewer's own imports that are at work or were lately, latest first.

        Raises
        ------
        NotAllowed
        """
        viewer.require(Question.WRITE)
        found = [run.id for run in self.runs.of(_owner(viewer))]
        with self._guard:
            return [
                self._known[identity] for identity in sorted(found, reverse=True) if identity in self._known
            ]

    def stop(self, viewer: Viewer, identity: str) -> None:
        """Stop one of the viewer's own imports, so that nothing is written, or forget one that has ended.

        Raises
        ------
        NotAllowed, UnknownThing
        """
        viewer.require(Question.WRITE)
        self.runs.stop(identity, _owner(viewer))
        self._sweep()

    def _work(
        self, at: UnderWay, viewer: Viewer, files: Files | None, upload: Upload, progress: Progress
    ) -> Brought:
        def told(phase: Phase, done: int, total: int) -> None:
            # Raises where somebody stopped it.
            progress(0.0)
            at.phase, at.done, at.total = phase, done, total

        if files is None:
            files = opened(upload, told=lambda rows: told(Phase.READING, rows, 0))
            self._hold(at.id, _owner(viewer), files)
        brought = bring_in(self._store, viewer.city, files, at.wanted, identity=at.id, told=told)
        if brought.report is None:
            raise TablesRefused(brought.checked.refusals, brought.checked.notices, brought.checked.refused)
        if at.wanted.dry_run:
            self._hold(at.id, _owner(viewer), files)
        else:
            self._let_go(_owner(viewer))
        return brought

    def _taken(self, identity: str, owner: tuple[object, ...]) -> Files:
        self._sweep()
        with self._guard:
            held = self._held.get(identity)
        if held is None or held[0] != owner:
            message = (
                "De bestanden die u nakeek zijn niet meer bewaard; kies ze opnieuw. "
                "/ The files that you looked at are no longer kept; choose them again."
            )
            raise UnknownThing(message)
        return held[1]

    def _hold(self, identity: str, owner: tuple[object, ...], files: Files) -> None:
        self._let_go(owner)
        if files.cells > MOST_CELLS:
            return
        with self._guard:
            self._held[identity] = owner, files
            while len(self._held) > MOST_HELD:
                del self._held[next(iter(self._held))]

    def _let_go(self, owner: tuple[object, ...]) -> None:
        with self._guard:
            for identity in [each for each, (whose, _) in self._held.items() if whose == owner]:
                del self._held[identity]

    def _sweep(self) -> None:
        """Forget what belongs to runs that were forgotten."""
        kept = self.runs.ids()
        with self._guard:
            for found in (self._known, self._held):
                for identity in found.keys() - kept:
                    del found[identity]


def _owner(viewer: Viewer) -> tuple[object, ...]:
    return (viewer.city, viewer.account, viewer.role)
