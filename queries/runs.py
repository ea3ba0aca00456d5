"""Work that takes a while: done once for all who ask for the same, with progress, and stopped when asked to."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from graph.errors import PloegError, Stopped, UnknownThing

LOG = logging.getLogger(__name__)
KEPT_SECONDS = 900.0
"""How long what a run found, or that it failed, can be fetched afterwards."""

MOST_RUNS = 8
"""Runs at work at once; one more waits for its turn."""

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
    """One run; ``owner`` is who may look at it and stop it: an account in a role."""

    id: str
    key: tuple[object, ...]
    owner: tuple[object, ...]
    question: str
    share: float = 0.0
    state: State = State.RUNNING
    answer: Any = None
    error: PloegError | None = None
    ended: float = 0.0
    finished: threading.Event = field(default_factory=threading.Event)
    stop: threading.Event = field(default_factory=threading.Event)

    def progress(self, share: float) -> None:
        """Note the share that is done.

        Raises
        ------
        Stopped
        """
        if self.stop.is_set():
            message = "Gestopt voor het klaar was. / Stopped before it was done."
            raise Stopped(message)
        self.share = max(self.share, min(1.0, share))


class Runs:
    """The runs of one process."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}
        self._guard = threading.Lock()
        self._turns = threading.BoundedSemaphore(MOST_RUNS)

    def start(
        self,
        key: tuple[object, ...],
        owner: tuple[object, ...],
        question: str,
        work: Callable[[Progress], Any],
    ) -> Run:
        """Return the run of `owner` at work on `key`, or start one that does `work`."""
        with self._guard:
            self._forget()
            for run in self._runs.values():
                if (run.key, run.owner, run.state) == (key, owner, State.RUNNING) and not run.stop.is_set():
                    return run
            run = Run(secrets.token_urlsafe(16), key, owner, question)
            self._runs[run.id] = run
        threading.Thread(target=self._at_work, args=(run, work), daemon=True).start()
        return run

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

    def stop(self, identity: str, owner: tuple[object, ...]) -> Run:
        """Ask a run to stop; it does so before its next step.

        Raises
        ------
        UnknownThing
        """
        run = self.get(identity, owner)
        run.stop.set()
        return run

    def _at_work(self, run: Run, work: Callable[[Progress], Any]) -> None:
        try:
            with self._turns:
                run.answer = work(run.progress)
            run.share, run.state = 1.0, State.DONE
        except Stopped:
            run.state = State.STOPPED
        except PloegError as error:
            run.state, run.error = State.FAILED, error
        except Exception:
            LOG.exception("run_failed", extra={"question": run.question})
            run.state = State.FAILED
        finally:
            run.ended = time.monotonic()
            run.finished.set()

    def _forget(self) -> None:
        now = time.monotonic()
        for identity in [
            run.id for run in self._runs.values() if run.ended and now - run.ended > KEPT_SECONDS
        ]:
            del self._runs[identity]
