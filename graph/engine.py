"""The embedded engine: a graph database in a child process, shared by every process that uses one data directory.

The first process starts it; each holder keeps a shared lock on a file; a small supervisor
(:mod:`graph.supervisor`) stops the engine when nobody holds that lock any more.  The engine speaks Bolt on a
loopback port under a password made at its first start, which stands in files only their owner may read.
"""

import fcntl
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from graph.errors import EngineError, StoreTimeout
from graph.places import Places, locked, prepare

__all__ = ["DATABASE", "USER", "Engine", "Places", "Running", "alive", "attach", "wait_until_stopped"]

DATABASE = "ploeg"
USER = "root"

WRITING_SECONDS = 30.0
"""How long a write waits for the one before it."""

LOG_BYTES = 4 * 1024 * 1024
"""The engine's log begins anew when a start finds it longer than this."""


@dataclass(frozen=True, slots=True)
class Running:
    """An engine as its supervisor describes it: port, process ids, machine, and whether it answered yet."""

    port: int
    supervisor: int
    engine: int
    host: str
    ready: bool

    def to_json(self) -> str:
        """Return the text of the state file."""
        return json.dumps(asdict(self))


class Engine:
    """One process's hold on the engine. Keep it as long as the engine is needed."""

    def __init__(self, places: Places, hold: IO[bytes], running: Running, password: str) -> None:
        self._hold = hold
        self.places = places
        self.running = running
        self.uri = f"bolt://127.0.0.1:{running.port}"
        self.user = USER
        self.password = password
        self.database = DATABASE

    @contextmanager
    def turn(self, *, patience: float = WRITING_SECONDS) -> Generator[None]:
        """Wait for one's turn to write, among every thread of every process, and hold it for the block.

        Raises
        ------
        StoreTimeout
            Somebody else has been writing for all of `patience` seconds.
        """
        deadline = time.monotonic() + patience
        with self.places.writing.open("a+b") as writing:
            with self.places.queue.open("a+b") as queue:
                mine = locked(queue, fcntl.LOCK_EX, deadline) and locked(writing, fcntl.LOCK_EX, deadline)
            if not mine:
                message = (
                    "Iemand anders schrijft al een hele tijd, een import misschien; er is niets bewaard, "
                    "probeer het straks opnieuw. / Somebody else has been writing for a while, an import "
                    "perhaps; nothing was saved, try again later."
                )
                raise StoreTimeout(message)
            yield

    def leave(self) -> None:
        """Let go; the last one to leave lets the supervisor stop the engine."""
        self._hold.close()


def attach(data: Path, *, heap: str = "1g", patience: float = 90.0) -> Engine:
    """Use the engine of `data`, starting it where it does not run.

    Parameters
    ----------
    data
        The data directory; made where it is missing, for its owner only.
    heap
        Largest heap of the engine, as Java writes it (``512m``, ``2g``); counts when this call starts it.
    patience
        Seconds to wait for an engine that starts or stops.

    Raises
    ------
    EngineError
        The directory can't be used or the engine does not start; the message says what to do.
    SchemaMismatch
        The directory was made by a newer Ploeg.
    """
    places = Places(data)
    prepare(places)
    deadline = time.monotonic() + patience
    hold = places.holders.open("a+b")
    try:
        _lock(hold, fcntl.LOCK_SH, deadline, places)
        with places.starting.open("a+b") as starting:
            _lock(starting, fcntl.LOCK_EX, deadline, places)
            running = alive(places)
            if running is None:
                _clear(places)
                running = _start(places, heap, deadline)
        return Engine(places, hold, running, places.password.read_text(encoding="ascii"))
    except BaseException:
        hold.close()
        raise


def wait_until_stopped(places: Places, *, patience: float) -> bool:
    """Wait until no engine writes in the data directory any more; tell whether that came to be."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        with places.holders.open("a+b") as holders, places.life.open("a+b") as life:
            # Both free: nobody is about to start an engine, and none is running or stopping.
            if locked(holders, fcntl.LOCK_EX, 0.0) and locked(life, fcntl.LOCK_EX, 0.0):
                return True
        time.sleep(0.05)
    return False


def alive(places: Places) -> Running | None:
    """Return the engine that answers, or ``None``."""
    running = _state(places)
    if running is None or not running.ready or running.host != platform.node():
        return None
    both = _is_ours(running.supervisor, places) and _is_ours(running.engine, places)
    return running if both else None


def _state(places: Places) -> Running | None:
    try:
        return Running(**json.loads(places.state.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _clear(places: Places) -> None:
    """End what an unclean end left behind, unless it is at work on another machine."""
    running = _state(places)
    if running is None:
        return
    if running.host != platform.node():
        with places.life.open("a+b") as life:
            if not locked(life, fcntl.LOCK_EX, 0.0):
                message = (
                    f"In de gegevensmap {places.data} werkt een andere machine ({running.host}); sluit Ploeg daar "
                    "eerst, of gebruik Neo4j om met meer machines te werken (PLOEG_DATABASE). "
                    f"/ Another machine ({running.host}) works in the data directory {places.data}; close Ploeg "
                    "there first, or use Neo4j to work with several machines (PLOEG_DATABASE)."
                )
                raise EngineError(message)
    else:
        for process in (running.supervisor, running.engine):
            _end(process, places)
    places.state.unlink(missing_ok=True)


def _is_ours(process: int, places: Places) -> bool:
    """Tell whether a process runs and works for our data directory: ids are used again by others."""
    data = str(places.data.resolve())
    if sys.platform != "linux":
        asked = subprocess.run(
            ["ps", "-ww", "-o", "command=", "-p", str(process)], capture_output=True, text=True, check=False
        )
        return data in asked.stdout
    try:
        if Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return False
        command = Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="surrogateescape").split("\0")
    except OSError:
        return False
    return f"-Dploeg.data={data}" in command or ("graph.supervisor" in command and data in command)


def _end(process: int, places: Places) -> None:
    for signal, patience in ((15, 10.0), (9, 5.0)):
        until = time.monotonic() + patience
        if not _is_ours(process, places):
            return
        with suppress(ProcessLookupError):
            os.kill(process, signal)
        while time.monotonic() < until and _is_ours(process, places):
            time.sleep(0.02)


def _lock(file: IO[bytes], kind: int, deadline: float, places: Places) -> None:
    """Take a lock, waiting for a supervisor that is stopping its engine."""
    if not locked(file, kind, deadline):
        message = (
            f"De gegevensmap {places.data} blijft bezet door een ander proces. "
            f"/ The data directory {places.data} stays in use by another process."
        )
        raise EngineError(message)


def _start(places: Places, heap: str, deadline: float) -> Running:
    places.log.touch(mode=0o600)
    fresh = places.log.stat().st_size > LOG_BYTES
    patience = max(deadline - time.monotonic(), 1.0)
    with places.log.open("wb" if fresh else "ab") as log, suppress(subprocess.TimeoutExpired):
        # The program goes on behind this call, which returns when the engine answers or has failed to start.
        subprocess.run(
            [sys.executable, "-m", "graph.supervisor", str(places.data.resolve()), heap, f"{patience:.0f}"],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=Path(__file__).parent.parent,
            timeout=patience + 5.0,
            check=False,
        )
    running = alive(places)
    if running is not None:
        return running
    tail = places.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-3:]
    message = (
        f"De ingebouwde gegevensbank start niet; lees {places.log}. Laatste regels: {' | '.join(tail)} "
        f"/ The embedded database does not start; read {places.log}."
    )
    raise EngineError(message)
