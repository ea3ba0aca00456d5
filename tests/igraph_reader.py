"""GraphML as igraph reads it: igraph is GPL, so it stays in a folder of its own, which only a test uses."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.neo4j_server import CACHE, Unavailable

VERSION = "1.0.0"
_READ = """
import json, sys, igraph
def plain(value):
    return None if value != value else value
told = []
for path in sys.argv[1:]:
    graph = igraph.Graph.Read_GraphML(path)
    told.append({
        "directed": graph.is_directed(),
        "attributes": {name: graph[name] for name in graph.attributes()},
        "nodes": [{name: plain(value) for name, value in node.attributes().items()} for node in graph.vs],
        "edges": [
            [*edge.tuple, {name: plain(value) for name, value in edge.attributes().items()}] for edge in graph.es
        ],
    })
print(json.dumps(told))
"""


def read_by_igraph(*files: Path) -> list[dict[str, Any]]:
    """Return what igraph finds in GraphML files; a warning is an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", _READ, *map(str, files)],
        env={**os.environ, "PYTHONPATH": str(_library())}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _library() -> Path:
    """Return a folder with igraph, brought from PyPI the first time."""
    home = CACHE / f"igraph-{VERSION}-{sys.version_info.major}.{sys.version_info.minor}"
    if not home.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=CACHE))
        words = [
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--target",
            str(draft),
            f"igraph=={VERSION}",
        ]
        done = subprocess.run(
            [sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            message = f"igraph could not be brought: {done.stderr[-300:]}"
            raise Unavailable(message)
        with suppress(OSError):
            draft.rename(home)
    return home
