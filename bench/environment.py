"""Virtual environments for libraries that are compared with and are no part of an install."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_path

LIBRARIES = ("igraph==1.0.0", "rustworkx==0.18.1", "networkit==11.3", "numpy>=2.1")
"""Of graphs. igraph is GPL: it is asked in a process of its own and never imported here."""


class NoLibraries(RuntimeError):
    """The libraries cannot be installed here."""


def environment(
    packages: Sequence[str] = LIBRARIES,
    *,
    name: str = "others",
    cache: Path | None = None,
    wheels: bool = True,
) -> Path:
    """Return the Python that has `packages`; make its environment the first time.

    Parameters
    ----------
    packages
        As pip takes them.
    name, cache
        First part of the folder's name, and where it goes; the user's cache if not given.
    wheels
        Whether what would have to be built is refused.

    Raises
    ------
    NoLibraries
        They cannot be installed.
    """
    mark = hashlib.sha256(" ".join((sys.version, *packages)).encode()).hexdigest()[:12]
    folder = (cache or user_cache_path("ploeg") / "bench") / f"{name}-{mark}"
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if (folder / "ready").exists():
        return python
    print(f"Installing {', '.join(packages)} in {folder} …", file=sys.stderr)
    only = ("--only-binary", ":all:") if wheels else ()
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *only, *packages],
    ):
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        if said.returncode:
            message = (
                f"The libraries to compare with cannot be installed: {(said.stderr or said.stdout)[-600:]}"
            )
            raise NoLibraries(message)
    (folder / "ready").touch()
    return python
