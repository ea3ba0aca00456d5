"""A Neo4j to measure: full compiler and two gigabytes, with Graph Data Science where it can be had."""

import shutil
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.neo4j_server import CACHE, VERSION, MavenServer, Server, Unavailable, find_java, server_jars

FLAGS = ("-Xms2g", "-Xmx2g")
POM = Path(__file__).with_name("gds-pom.xml")
GDS = "2.13.9"


def gds_jars(lib: Path) -> list[Path]:
    """Return the jars of Graph Data Science that the server in `lib` does not have, brought the first time."""
    folder = CACHE / VERSION / f"gds-{GDS}"
    if not folder.is_dir():
        maven = shutil.which("mvn")
        if maven is None:
            message = "no mvn"
            raise Unavailable(message)
        draft = Path(tempfile.mkdtemp(dir=folder.parent))
        said = subprocess.run(
            [maven, "-B", "-ntp", "-q", "-f", str(POM), "dependency:copy-dependencies",
             "-DincludeScope=runtime", f"-DoutputDirectory={draft}"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if said.returncode:
            shutil.rmtree(draft, ignore_errors=True)
            message = f"mvn could not bring Graph Data Science: {said.stdout[-300:]}"
            raise Unavailable(message)
        theirs = {jar.name for jar in lib.glob("*.jar")}
        for jar in draft.glob("*.jar"):
            if jar.name in theirs or jar.name.startswith("neo4j-java-driver"):
                jar.unlink()
        draft.rename(folder)
    return sorted(folder.glob("*.jar"))


@contextmanager
def measured_server() -> Generator[tuple[Server, str]]:
    """Yield a server, and why it has no Graph Data Science ("" where it has); raise Unavailable without a server."""
    java, lib = find_java(), server_jars()
    missing = ""
    try:
        plugins = gds_jars(lib)
    except Unavailable as reason:
        plugins, missing = [], str(reason)
    home = Path(tempfile.mkdtemp(prefix="ploeg-neo4j-"))
    running = MavenServer(java, lib, home, flags=FLAGS, plugins=plugins)
    try:
        try:
            running.start()
        except RuntimeError as reason:
            if not plugins:
                raise
            running.stop()
            missing = f"the server does not start with it: {str(reason)[-300:]}"
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            running = MavenServer(java, lib, home, flags=FLAGS)
            running.start()
        yield running.server, missing
    finally:
        running.stop()
        shutil.rmtree(home, ignore_errors=True)
