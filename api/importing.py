"""Imports that go on by themselves: whoever asked may leave, come back, and find how far it is or what it did.

Files that were read are held in memory for a while under the id of the run that read them, for the one who sent them:
looking again with other columns, and writing what was looked at, need no second upload.  The id of a run that writes
is that of its batch, so that also after this process died anybody can tell whether it landed: the batch is there, or
it is not.

Whatever is held is in memory, where no write to the store reaches.  So the last erasure is noted with it, and
compared before anything is used or told and every few seconds in between: once somebody was erased, by whatever
process, everything read before that is dropped, and whoever sent it is told to choose it again.
"""

import logging
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from api.handlers import TablesRefused
from graph.access import Question, Viewer
from graph.errors import ErasedSince, PloegError, UnknownThing
from graph.ids import new_id
from graph.store import Store
from ingest.bringing import Brought, Phase, Wanted, bring_in
from ingest.load import ERASED_SINCE
from ingest.raw import Files
from ingest.tables import opened
from queries.audit import last_erasure
from queries.imports import utc_now
from queries.runs import Progress, Run, Runs

LOG = logging.getLogger(__name__)
MOST_HELD = 8
"""Uploads that are held at once, one of each who sends; the oldest makes place."""

MOST_CELLS = 3_000_000
"""Cells of an upload that is held, some hundred megabytes; a larger one is sent again."""

PATIENCE = 1.0
"""Seconds that a handler waits for an import before it tells where to come back for it."""

WATCH = 5.0
"""Seconds between two looks at what may not be held any more, while something is."""

MOST_DROPPED = 64
"""Runs of which it is remembered that an erasure dropped them."""

Upload = Sequence[tuple[str, bytes]]


@dataclass
class UnderWay:
    """How far an import is; changed by the thread that does it, read by whoever looks.

    ``erased`` is the last erasure of its city when its files were read.
    """

    run: Run
    wanted: Wanted
    files: tuple[str, ...]
    city: str
    erased: int
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

    def __init__(self, store: Store, *, patience: float = PATIENCE, watch: float = WATCH) -> None:
        self.runs = Runs()
        self._store = store
        self._patience = patience
        self._watch = watch
        self._watching = False
        self._dropped: deque[tuple[str, tuple[object, ...]]] = deque(maxlen=MOST_DROPPED)
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
        ErasedSince
            They were dropped, as somebody was erased.
        """
        viewer.require(Question.WRITE)
        owner = _owner(viewer)
        files, erased = self._taken(of, owner) if of else (None, last_erasure(self._store, viewer.city))
        names = files.names if files is not None else tuple(name for name, _ in upload)
        identity = new_id("batch")
        ready = threading.Event()

        # Taken out as it begins: the run is remembered for longer than the files may be.
        given = [(files, upload)]

        def work(progress: Progress) -> Brought:
            ready.wait()
            return self._work(self._known[identity], viewer, *given.pop(), progress)

        run = self.runs.start((identity,), owner, "import", work, identity=identity)
        under_way = UnderWay(run, wanted, names, viewer.city, erased)
        with self._guard:
            self._known[identity] = under_way
            begins, self._watching = not self._watching, True
        if begins:
            threading.Thread(target=self._keep_watch, daemon=True).start()
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
        self._sweep()
        return self._known[self.runs.get(identity, _owner(viewer)).id]

    def own(self, viewer: Viewer) -> list[UnderWay]:
        """Return the viewer's own imports that are at work or were lately, latest first.

        Raises
        ------
        NotAllowed
        """
        viewer.require(Question.WRITE)
        self._sweep()
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
        brought = bring_in(
            self._store, viewer.city, files, at.wanted, identity=at.id, told=told, erased=at.erased
        )
        if at.wanted.dry_run and last_erasure(self._store, at.city) != at.erased:
            self._let_go(_owner(viewer))
            raise ErasedSince(ERASED_SINCE)
        if brought.report is None:
            raise TablesRefused(brought.checked.refusals, brought.checked.notices, brought.checked.refused)
        if at.wanted.dry_run:
            self._hold(at.id, _owner(viewer), files)
        else:
            self._let_go(_owner(viewer))
        return brought

    def _taken(self, identity: str, owner: tuple[object, ...]) -> tuple[Files, int]:
        """Return the files of a run, and the last erasure when they were read."""
        self._sweep()
        with self._guard:
            held, of = self._held.get(identity), self._known.get(identity)
            dropped = (identity, owner) in self._dropped
        if dropped:
            raise ErasedSince(ERASED_SINCE)
        if held is None or of is None or held[0] != owner:
            message = (
                "De bestanden die u nakeek zijn niet meer bewaard; kies ze opnieuw. "
                "/ The files that you looked at are no longer kept; choose them again."
            )
            raise UnknownThing(message)
        return held[1], of.erased

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
        """Forget what was read before somebody was erased, and what belongs to runs that were forgotten."""
        self._drop_erased()
        self._forget()

    def _drop_erased(self) -> None:
        with self._guard:
            ended = [each for each in self._known.values() if each.run.ended]
        latest = {city: last_erasure(self._store, city) for city in {each.city for each in ended}}
        late = [each for each in ended if each.erased != latest[each.city]]
        for each in late:
            # Who is still to be told why it came to nothing is told.
            if not isinstance(each.run.error, ErasedSince):
                self.runs.drop(each.run)
        with self._guard:
            for each in late:
                if self._held.pop(each.id, None) is not None:
                    self._dropped.append((each.id, each.run.owner))

    def _forget(self) -> None:
        kept = self.runs.ids()
        with self._guard:
            for found in (self._known, self._held):
                for identity in found.keys() - kept:
                    del found[identity]

    def _keep_watch(self) -> None:
        """Sweep every few seconds, as long as anything is left: nothing stays because nobody comes back for it."""
        wait = threading.Event()
        while True:
            wait.wait(self._watch)
            try:
                self._drop_erased()
            except PloegError:
                # The store is away: nobody is erased in it, and nothing is written to it.
                LOG.info("imports_not_swept")
            self._forget()
            with self._guard:
                if not self._known:
                    self._watching = False
                    return


def _owner(viewer: Viewer) -> tuple[object, ...]:
    return (viewer.city, viewer.account, viewer.role)
