"""The embedded engine: a graph database in a child process, shared by every process that uses one data directory.

The first process starts it; each holder keeps a shared lock on a file; a small supervisor
(:mod:`graph.supervisor`) stops the engine when nobody holds that lock any more.  The engine speaks Bolt on a
loopback port under a password made at its first start, which stands in files only their owner may read.
"""

import fcntl
import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.errors import EngineError, SchemaMismatch

DATABASE = "ploeg"
USER = "root"
LAYOUT = 1
"""Version of the data directory itself; a newer one is refused."""


@dataclass(frozen=True, slots=True)
class Places:
    """The files of a data directory."""

    data: Path

    @property
    def version(self) -> Path:
        """Which layout the directory has."""
        return self.data / "layout"

    @property
    def engine(self) -> Path:
        """Root of the engine's own files."""
        return self.data / "engine"

    @property
    def state(self) -> Path:
        """Port and process ids of the running engine."""
        return self.data / "engine.json"

    @property
    def password(self) -> Path:
        """The generated password."""
        return self.data / "engine.password"

    @property
    def holders(self) -> Path:
        """Held shared by everyone who uses the engine, exclusively by the supervisor that stops it."""
        return self.data / "holders.lock"

    @property
    def starting(self) -> Path:
        """Held by the one process that starts the engine."""
        return self.data / "starting.lock"

    @property
    def log(self) -> Path:
        """What the engine printed."""
        return self.data / "engine.log"


@dataclass(frozen=True, slots=True)
class Running:
    """A running engine as its supervisor describes it."""

    port: int
    supervisor: int
    engine: int


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
    _prepare(places)
    deadline = time.monotonic() + patience
    hold = places.holders.open("a+b")
    try:
        _lock(hold, fcntl.LOCK_SH, deadline, places)
        with places.starting.open("a+b") as starting:
            _lock(starting, fcntl.LOCK_EX, deadline, places)
            running = alive(places) or _start(places, heap, deadline)
        return Engine(places, hold, running, places.password.read_text(encoding="ascii"))
    except BaseException:
        hold.close()
        raise


def wait_until_stopped(places: Places, *, patience: float) -> bool:
    """Wait until no engine writes in the data directory any more; tell whether that came to be."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        with places.holders.open("a+b") as hold, suppress(BlockingIOError):
            fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if not places.state.exists():
                return True
        time.sleep(0.1)
    return False


def alive(places: Places) -> Running | None:
    """Return the running engine, or ``None``; what an unclean end left behind is ended first."""
    try:
        state = json.loads(places.state.read_text(encoding="utf-8"))
        running = Running(int(state["port"]), int(state["supervisor"]), int(state["engine"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if _is_ours(running.supervisor, places) and _is_ours(running.engine, places):
        return running
    for process in (running.supervisor, running.engine):
        if _is_ours(process, places):
            _end(process, places)
    with suppress(FileNotFoundError):
        places.state.unlink()
    return None


def _is_ours(process: int, places: Places) -> bool:
    """Tell whether a process runs and has our data directory in its command line: ids are used again."""
    try:
        if sys.platform == "linux":
            if Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
                return False
            command = Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")
        else:
            asked = subprocess.run(
                ["ps", "-o", "command=", "-p", str(process)], capture_output=True, text=True, check=False
            )
            command = asked.stdout
    except OSError:
        return False
    return str(places.data.resolve()) in command


def _end(process: int, places: Places) -> None:
    for signal, patience in ((15, 10.0), (9, 5.0)):
        with suppress(ProcessLookupError):
            os.kill(process, signal)
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if not _is_ours(process, places):
                return
            time.sleep(0.05)


def _prepare(places: Places) -> None:
    data = places.data
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        places.engine.mkdir(exist_ok=True, mode=0o700)
        if not places.version.exists():
            places.version.write_text(f"{LAYOUT}\n", encoding="ascii")
        layout = int(places.version.read_text(encoding="ascii"))
        probe = data / f".probe-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except (FileExistsError, NotADirectoryError) as error:
        message = (
            f"De gegevensmap {data} is geen map; kies een andere met --data of PLOEG_DATA. "
            f"/ The data directory {data} is not a directory; choose another one with --data or PLOEG_DATA."
        )
        raise EngineError(message) from error
    except OSError as error:
        message = (
            f"In de gegevensmap {data} kan niet geschreven worden ({error.strerror}); "
            "geef uzelf rechten of kies een andere met --data of PLOEG_DATA. "
            f"/ The data directory {data} can't be written to ({error.strerror}); "
            "give yourself the rights or choose another one with --data or PLOEG_DATA."
        )
        raise EngineError(message) from error
    except ValueError:
        layout = LAYOUT + 1
    if layout > LAYOUT:
        message = (
            f"De gegevensmap {data} is gemaakt door een nieuwere Ploeg; werk Ploeg bij. "
            f"/ The data directory {data} was made by a newer Ploeg; update Ploeg."
        )
        raise SchemaMismatch(message)


def _lock(file: IO[bytes], kind: int, deadline: float, places: Places) -> None:
    """Take a lock, waiting for a supervisor that is stopping its engine."""
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                message = (
                    f"De gegevensmap {places.data} blijft bezet door een ander proces. "
                    f"/ The data directory {places.data} stays in use by another process."
                )
                raise EngineError(message) from error
            time.sleep(0.05)
        else:
            return


def _start(places: Places, heap: str, deadline: float) -> Running:
    places.log.touch(mode=0o600)
    with places.log.open("ab") as log, suppress(subprocess.TimeoutExpired):
        # The program goes on behind this call, which returns when the engine answers or has failed to start.
        subprocess.run(
            [sys.executable, "-m", "graph.supervisor", str(places.data.resolve()), heap],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=Path(__file__).parent.parent,
            timeout=max(deadline - time.monotonic(), 1.0),
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
