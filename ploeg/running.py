"""What a server that runs leaves beside its data for other commands: where its page is, and what it says on top."""

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from ploeg.settings import Settings

SERVED = "served-at"
NOTICE = "notice"


@contextmanager
def noted(data: Path, address: str) -> Generator[None]:
    """Leave the address of the page for as long as it is served."""
    file = data / SERVED
    file.write_text(f"{os.getpid()} {address}\n", encoding="utf-8")
    try:
        yield
    finally:
        # The data directory of a demo may be gone already; another server may have come since.
        with suppress(OSError):
            if file.read_text(encoding="utf-8").startswith(f"{os.getpid()} "):
                file.unlink()


def page_address(settings: Settings) -> tuple[str, bool]:
    """Return where the page is, and whether that is known: set, or told by a server that runs."""
    if settings.address:
        return settings.address, True
    with suppress(OSError, ValueError):
        process, address = (settings.data.expanduser() / SERVED).read_text(encoding="utf-8").split()
        os.kill(int(process), 0)
        return address.rstrip("/"), True
    return f"http://127.0.0.1:{settings.port}", False


def kept_notice(data: Path) -> str:
    """Return the line that every page over these data shows, such as that they are invented; empty for none."""
    with suppress(FileNotFoundError):
        return (data / NOTICE).read_text(encoding="utf-8").strip()
    return ""


def keep_notice(data: Path, notice: str) -> None:
    """Keep that line with the data, for whoever serves them later."""
    (data / NOTICE).write_text(f"{notice}\n", encoding="utf-8")


def own_name() -> str:
    """Return how this program is called from here: by its name where that is found, or as it was started."""
    started = sys.argv[0]
    found = shutil.which("ploeg")
    with suppress(OSError):
        if found is not None and Path(found).samefile(started):
            return "ploeg"
    return f"{sys.executable} -m ploeg" if Path(started).name == "__main__.py" else started
