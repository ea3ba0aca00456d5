"""Analyses over HTTP: long ones go on by themselves, and what they found is told only while it may be.

A handler waits a little for an analysis.  What takes longer becomes a run with an address of its own, under which the
answer can be fetched later.  Consents may change meanwhile, so nothing that was worked out is told before it is sure
that everyone in it still agrees; else it is worked out again (docs/decisions/0014).
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from graph.access import Question, Role, Viewer, sees_revision
from graph.errors import InvalidInput, NotAllowed, Stopped
from graph.store import Store
from queries.analyses import Answered, Asked, answered, at_one_moment
from queries.held import utc_today
from queries.measurements import Measurement
from queries.measuring import measure
from queries.pseudonyms import DailyPseudonyms
from queries.runs import STOPPED, Progress, Run, Runs, State
from queries.snapshots import Snapshots

PATIENCE = 10.0
"""Seconds that a handler waits for an analysis before it tells where to come back for it."""

MOST_PATIENT = 12
"""Handlers that wait at once; one more tells at once where to come back, so that other questions find a thread."""

TOO_FEW = (
    "Een meting over minder dan vijf mensen wordt niet bewaard. "
    "/ A measurement over fewer than five people is not kept."
)

Found = Answered | Measurement


@dataclass(frozen=True, slots=True)
class Seen:
    """A run as its owner sees it; ``found`` where it is done and may be told."""

    run: Run
    found: Found | None = None


class Analysing:
    """The analyses of one process."""

    def __init__(self, store: Store, snapshots: Snapshots, *, patience: float = PATIENCE) -> None:
        self.runs = Runs()
        self._store = store
        self._snapshots = snapshots
        self._patience = patience
        self._pseudonyms = DailyPseudonyms()
        self._waiting = threading.BoundedSemaphore(MOST_PATIENT)

    def ask(self, viewer: Viewer, asked: Asked) -> Seen:
        """Answer an analysis, or tell which run works on it.

        Raises
        ------
        NotAllowed, InvalidInput, TooManyTries, Stopped, StoreError
        """
        return self._begin(viewer, asked, asked.kind.right, self._answering(viewer, asked))

    def measure(self, viewer: Viewer, asked: Asked) -> Seen:
        """Answer an analysis and keep it, or tell which run works on that.

        Raises
        ------
        NotAllowed, InvalidInput, TooManyTries, Stopped, StoreError
        """

        def work(progress: Progress) -> Measurement:
            moment = at_one_moment(self._snapshots, viewer)
            found = answered(moment, viewer, asked, progress=progress)
            kept = measure(self._store, moment, viewer, found.answer)
            if kept is None:
                raise InvalidInput(TOO_FEW)
            return kept

        return self._begin(viewer, asked, Question.MEASURE, work)

    def look(self, viewer: Viewer, identity: str) -> Seen:
        """Return one of the viewer's own runs.

        Raises
        ------
        NotAllowed, UnknownThing, StoreError
        """
        viewer.require(Question.ANALYSE)
        run = self.runs.get(identity, _owner(viewer))
        viewer.require(Question(str(run.key[0])))
        return self._look(viewer, run, time.monotonic())

    def stop(self, viewer: Viewer, identity: str) -> None:
        """Stop one of the viewer's own runs, or forget what it found.

        Raises
        ------
        NotAllowed, UnknownThing
        """
        viewer.require(Question.ANALYSE)
        if viewer.role is Role.PUBLIC:
            # The public is one owner, and nobody in it may stop what another one waits for.
            message = (
                "Wie niet aangemeld is, deelt een berekening met anderen en kan ze niet stoppen. "
                "/ Whoever has not signed in shares a run with others and can't stop it."
            )
            raise NotAllowed(message)
        self.runs.stop(identity, _owner(viewer))

    def _answering(self, viewer: Viewer, asked: Asked) -> Callable[[Progress], Answered]:
        def work(progress: Progress) -> Answered:
            pseudonyms = self._pseudonyms.of(viewer, utc_today()) if asked.kind.people else None
            return answered(self._snapshots, viewer, asked, pseudonyms=pseudonyms, progress=progress)

        return work

    def _begin(
        self, viewer: Viewer, asked: Asked, right: Question, work: Callable[[Progress], Found]
    ) -> Seen:
        viewer.require(right)
        asked.check()
        # Whoever may know of every write does not get what was begun before the last one.
        revision = self._store.revision(viewer.city) if sees_revision(viewer) else None
        run = self.runs.start((right, asked, revision), _owner(viewer), asked.analysis, work)
        patient = self._waiting.acquire(blocking=False)
        try:
            seen = self._look(viewer, run, time.monotonic() + (self._patience if patient else 0.0))
        finally:
            if patient:
                self._waiting.release()
        if seen.run.state is State.RUNNING:
            seen.run.told = True
            return seen
        self.runs.let_go(seen.run)
        if seen.run.state is State.STOPPED:
            raise Stopped(STOPPED)
        if seen.run.error is not None:
            raise seen.run.error
        return seen

    def _look(self, viewer: Viewer, run: Run, deadline: float) -> Seen:
        """Wait for a run until a moment, and look at what it found."""
        while run.finished.wait(max(0.0, deadline - time.monotonic())):
            found: Found | None = run.answer
            if not isinstance(found, Answered) or found.stands(self._snapshots, viewer):
                return Seen(run, found)
            run = self.runs.again(run)
        return Seen(run)


def _owner(viewer: Viewer) -> tuple[object, ...]:
    return (viewer.city, viewer.account, viewer.role)
