"""The data directory of an embedded engine: its files, whether it can be used, and locks on it."""

import fcntl
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.errors import EngineError, SchemaMismatch

LAYOUT = 1
"""Version of the data directory itself; a newer one is refused."""

LEAST_ROOM = 64 * 1024 * 1024
"""Free bytes without which no engine is started: it would fail in the middle of a write."""


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
        """Port and process ids of the engine, from before it answers until after it has stopped."""
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
    def life(self) -> Path:
        """Held by a supervisor and by its engine, so free only when both have ended, however they did."""
        return self.data / "life.lock"

    @property
    def queue(self) -> Path:
        """Held by whoever writes next, so that a busy writer can't keep others out."""
        return self.data / "queue.lock"

    @property
    def writing(self) -> Path:
        """Held by whoever writes: the engine would let the longer of two writes at once fail at its end."""
        return self.data / "writing.lock"

    @property
    def log(self) -> Path:
        """What the engine printed."""
        return self.data / "engine.log"


def prepare(places: Places) -> None:
    """Make the data directory where it is missing, and see that it can be used.

    Raises
    ------
    EngineError
        It is no directory, can't be written to, or its disk is full.
    SchemaMismatch
        It was made by a newer Ploeg.
    """
    data = places.data
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        places.engine.mkdir(exist_ok=True, mode=0o700)
        if not places.version.exists():
            draft = places.version.with_suffix(".new")
            draft.write_text(f"{LAYOUT}\n", encoding="ascii")
            draft.replace(places.version)
        layout = int(places.version.read_text(encoding="ascii"))
        with places.holders.open("a+b"):
            room = shutil.disk_usage(data).free
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
    else:
        if room < LEAST_ROOM:
            message = (
                f"De schijf van de gegevensmap {data} is vol (nog {room // 1024**2} MB vrij); maak plaats of kies "
                f"een andere map met --data of PLOEG_DATA. / The disk of the data directory {data} is full "
                f"({room // 1024**2} MB left); make room or choose another directory with --data or PLOEG_DATA."
            )
            raise EngineError(message)
    if layout > LAYOUT:
        message = (
            f"De gegevensmap {data} is gemaakt door een nieuwere Ploeg; werk Ploeg bij. "
            f"/ The data directory {data} was made by a newer Ploeg; update Ploeg."
        )
        raise SchemaMismatch(message)


def locked(file: IO[bytes], kind: int, deadline: float) -> bool:
    """Take a lock; ``False`` where it is still held at the deadline, a moment of the monotonic clock."""
    pause = 0.0005
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(pause)
            pause = min(pause * 1.5, 0.02)
        else:
            return True
