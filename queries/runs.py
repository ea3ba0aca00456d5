"""Work that takes a while: done once for all who ask for the same, with progress, and stopped when asked to."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.errors import PloegError, Stopped, TooManyTries, UnknownThing

LOG = logging.getLogger(__name__)
KEPT_SECONDS = 900.0
"""How long what a run found, or that it failed, can be fetched afterwards."""

MOST_RUNS = 8
"""Runs at work at once; one more waits for its turn."""

MOST_AT_WORK = 4
"""Runs of one owner at work at once, so that the others get a turn too."""

MOST_WAITING = 16
"""Runs of one owner that have not ended; one more is refused."""

TRY_AGAIN_SECONDS = 5.0

STOPPED = "Gestopt voor het klaar was. / Stopped before it was done."

Progress = Callable[[float], None]
"""Called with the share that is done; raises :class:`~graph.errors.Stopped` where the run has to stop."""


class State(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass
class Run:
    """One run.

    Attributes
    ----------
    owner
        Who may look at it and stop it: an account in a role.
    told
        Whether somebody was given its id, to come back with.
    """

    id: str
    key: tuple[object, ...]
    owner: tuple[object, ...]
    question: str
    work: Callable[["Progress"], Any] = field(repr=False)
    share: float = 0.0
    state: State = State.RUNNING
    answer: Any = None
    error: PloegError | None = None
    ended: float = 0.0
    told: bool = False
    finished: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)

    def progress(self, share: float) -> None:
        """Note the share that is done.

        Raises
        ------
        Stopped
        """
        if self.stop.is_set():
            raise Stopped(STOPPED)
        self.share = max(self.share, min(1.0, share))


class Runs:
    """The runs of one process."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}
        self._guard = threading.Lock()
        self._turns = threading.BoundedSemaphore(MOST_RUNS)
        self._own_turns: dict[tuple[object, ...], threading.BoundedSemaphore] = {}

    def start(
        self,
        key: tuple[object, ...],
        owner: tuple[object, ...],
        question: str,
        work: Callable[[Progress], Any],
        *,
        identity: str = "",
    ) -> Run:
        """Return the run of `owner` at work on `key`, or start one that does `work`, by chance's id or the one given.

        Raises
        ------
        TooManyTries
            This owner has too many runs that have not ended.
        """
        with self._guard:
            self._forget()
            waiting = [run for run in self._runs.values() if (run.owner, run.state) == (owner, State.RUNNING)]
            for run in waiting:
                if run.key == key and not run.stop.is_set():
                    return run
            if len(waiting) >= MOST_WAITING:
                message = (
                    "Er lopen al te veel berekeningen; wacht tot er een klaar is. "
                    "/ Too many runs are at work already; wait until one is done."
                )
                raise TooManyTries(message, TRY_AGAIN_SECONDS)
            run = Run(identity or secrets.token_urlsafe(16), key, owner, question, work)
            self._begin(run)
        return run

    def again(self, run: Run) -> Run:
        """Begin a run that has ended anew, under the same id: what it found may not be told any more."""
        with self._guard:
            # Whoever comes second finds it at work already.
            latest = self._runs.get(run.id, run)
            if latest is run and run.ended:
                latest = Run(run.id, run.key, run.owner, run.question, run.work, told=run.told)
                self._begin(latest)
            return latest

    def get(self, identity: str, owner: tuple[object, ...]) -> Run:
        """Return a run.

        Raises
        ------
        UnknownThing
            There is none with this id, it ended long ago, or it is somebody else's.
        """
        with self._guard:
            self._forget()
            run = self._runs.get(identity)
        if run is None or run.owner != owner:
            message = (
                "Deze berekening is er niet (meer); stel de vraag opnieuw. "
                "/ This run is not there (any more); ask the question again."
            )
            raise UnknownThing(message)
        return run

    def of(self, owner: tuple[object, ...]) -> list[Run]:
        """Return the runs of one owner, in the order in which they began."""
        with self._guard:
            self._forget()
            return [run for run in self._runs.values() if run.owner == owner]

    def ids(self) -> frozenset[str]:
        """Return the ids of all runs that can be fetched."""
        with self._guard:
            self._forget()
            return frozenset(self._runs)

    def stop(self, identity: str, owner: tuple[object, ...]) -> Run:
        """Ask a run to stop; it does so before its next step. One that has ended is forgotten.

        Raises
        ------
        UnknownThing
        """
        run = self.get(identity, owner)
        run.stop.set()
        with self._guard:
            if run.ended:
                self._runs.pop(identity, None)
        return run

    def drop(self, run: Run) -> None:
        """Forget a run that has ended, whoever was told of it: what it found may not be kept any more."""
        with self._guard:
            if run.ended and self._runs.get(run.id) is run:
                del self._runs[run.id]

    def let_go(self, run: Run) -> None:
        """Forget a run that has ended, unless somebody was told to come back for what it found."""
        with self._guard:
            if run.ended and not run.told and self._runs.get(run.id) is run:
                del self._runs[run.id]

    def _begin(self, run: Run) -> None:
        self._runs[run.id] = run
        own = self._own_turns.setdefault(run.owner, threading.BoundedSemaphore(MOST_AT_WORK))
        threading.Thread(target=self._at_work, args=(run, own), daemon=True).start()

    def _at_work(self, run: Run, own: threading.BoundedSemaphore) -> None:
        try:
            with own, self._turns:
                run.progress(0.0)
                run.answer = run.work(run.progress)
            run.share, run.state = 1.0, State.DONE
        except Stopped:
            run.state = State.STOPPED
        except PloegError as error:
            # Without where it was raised: what was at hand there is not kept as long as that it failed.
            run.state, run.error = State.FAILED, error.with_traceback(None)
        except Exception:
            LOG.exception("run_failed", extra={"question": run.question})
            message = (
                "De berekening liep vast; meld het aan wie Ploeg beheert. "
                "/ The run broke down; tell whoever runs Ploeg."
            )
            run.state, run.error = State.FAILED, PloegError(message)
        finally:
            run.ended = time.monotonic()
            run.finished.set()

    def _forget(self) -> None:
        now = time.monotonic()
        for identity in [
            run.id for run in self._runs.values() if run.ended and now - run.ended > KEPT_SECONDS
        ]:
            del self._runs[identity]
