"""Other libraries' measures of one graph, asked in a process of their own; see bench/libraries_worker.py."""

import json
import os
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.environment import environment
from graph.analytics.graphs import Graph
from graph.network import Floats

WORKER = Path(__file__).with_name("libraries_worker.py")


@dataclass(frozen=True)
class Told:
    """What somebody found, as numbers, with the seconds that passed and those that processors were busy."""

    found: Floats
    seconds: float
    busy: float


@dataclass(frozen=True)
class Libraries:
    """The running libraries."""

    process: "subprocess.Popen[str]"

    def ask(self, library: str, measure: str, **given: object) -> Told:
        """Return what a library says of the graph."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"library": library, "measure": measure, **given}) + "\n")
        self.process.stdin.flush()
        said = json.loads(self.line())
        file = Path(said["file"])
        found = np.load(file)
        file.unlink()
        return Told(found, said["ns"] / 1e9, said["cpu"] / 1e9)

    def line(self) -> str:
        """Return the next line; raise when the process has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            message = "the libraries' process stopped"
            raise RuntimeError(message)
        return line


@contextmanager
def libraries(graph: Graph, cores: int = 1) -> Generator[Libraries]:
    """Yield the libraries with the graph read, each with so many cores; they end with the block.

    Raises
    ------
    NoLibraries
        They cannot be installed here.
    """
    python = environment()
    start, end, weight = graph.pairs
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "graph.npz"
        np.savez(file, nodes=graph.nodes, start=start, end=end, weight=weight)
        with subprocess.Popen(
            [str(python), "-P", str(WORKER), str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": str(cores), "RAYON_NUM_THREADS": str(cores)},
        ) as process:
            running = Libraries(process)
            running.line()
            yield running
            assert process.stdin is not None
            process.stdin.close()
