"""Programs for Node.js that the tests need, brought from the npm registry once and kept in a cache."""

import hashlib
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.neo4j_server import CACHE, Unavailable


def node() -> str:
    """Return where Node.js is."""
    found = shutil.which("node")
    if found is None:
        message = "no node"
        raise Unavailable(message)
    return found


def brought(parts: Path, program: str) -> Path:
    """Return a program beside what it needs.

    Parameters
    ----------
    parts
        A folder with ``package.json``, a lock file without addresses, and the program.
    program
        Its name.
    """
    said = b"".join((parts / name).read_bytes() for name in ("package.json", "package-lock.json", program))
    home = CACHE / f"{parts.name}-{hashlib.sha256(said).hexdigest()[:16]}"
    if not home.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            message = "no npm"
            raise Unavailable(message)
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=CACHE))
        shutil.copytree(parts, draft, dirs_exist_ok=True)
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=draft, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            message = f"npm could not bring what {parts.name} needs: {done.stderr[-300:]}"
            raise Unavailable(message)
        with suppress(OSError):
            draft.rename(home)
    return home / program
