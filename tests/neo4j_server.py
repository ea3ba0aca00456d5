"""A real Neo4j for the tests: one that is named, one in a container, or one put together from Maven Central.

Set ``PLOEG_TEST_NEO4J`` (with ``_USER`` and ``_PASSWORD``) to use a server of your own; its data are wiped.
"""

import gc
import os
import re
import secrets
import shutil
import subprocess
import tempfile
import time
import warnings
from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from graph.store import ping

VERSION = "5.26.30"
CACHE = Path(os.environ.get("PLOEG_TEST_CACHE", Path.home() / ".cache" / "ploeg-tests"))
QUICK = [
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xms512m",
    "-Xmx1g",
]  # a quick start, not a quick server
OPENED = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")]


class Unavailable(RuntimeError):
    """This machine has no way to run a Neo4j."""


@dataclass(frozen=True)
class Server:
    """Where a server answers."""

    uri: str
    user: str
    password: str


@contextmanager
def neo4j_server() -> Generator[Server, None, None]:
    """Yield a server, by the first way that works here."""
    reasons: list[str] = []
    if uri := os.environ.get("PLOEG_TEST_NEO4J"):
        yield Server(
            uri,
            os.environ.get("PLOEG_TEST_NEO4J_USER", "neo4j"),
            os.environ.get("PLOEG_TEST_NEO4J_PASSWORD", ""),
        )
        return
    for way in (_container, _maven):
        try:
            opened = way()
        except Unavailable as reason:
            reasons.append(str(reason))
            continue
        with opened as server:
            yield server
        return
    raise Unavailable("; ".join(reasons))


def _container() -> AbstractContextManager[Server]:
    try:
        from docker.errors import DockerException
        from testcontainers.community.neo4j import Neo4jContainer
    except ImportError as error:
        message = f"testcontainers: {error}"
        raise Unavailable(message) from error
    box: Neo4jContainer | None = None
    with suppress(DockerException):
        box = Neo4jContainer("neo4j:5.26-community", password=secrets.token_hex(12))
    if box is None:
        with warnings.catch_warnings():
            # Docker's client leaves the socket open on which nobody answered.
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()
        message = "no Docker daemon answers"
        raise Unavailable(message)

    @contextmanager
    def run() -> Generator[Server, None, None]:
        with box as started:
            yield Server(started.get_connection_url(), started.username, started.password)

    return run()


def find_java() -> str:
    candidates = [*sorted(Path("/usr/lib/jvm").glob("*/bin/java")), Path(shutil.which("java") or "")]
    if home := os.environ.get("JAVA_HOME"):
        candidates.insert(0, Path(home) / "bin" / "java")
    for java in candidates:
        if java.is_file():
            said = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=False).stderr
            found = re.search(r'version "(\d+)', said)
            if found and int(found.group(1)) >= 17:
                return str(java)
    message = "no Java 17 or newer"
    raise Unavailable(message)


def server_jars() -> Path:
    lib = CACHE / VERSION / "lib"
    if lib.is_dir():
        return lib
    maven = shutil.which("mvn")
    if maven is None:
        message = "no mvn"
        raise Unavailable(message)
    lib.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=lib.parent))
    pom = Path(__file__).with_name("neo4j-pom.xml")
    fetched = subprocess.run(
        [maven, "-B", "-ntp", "-q", "-f", str(pom), "dependency:copy-dependencies",
         "-DincludeScope=runtime", f"-DoutputDirectory={draft}"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if fetched.returncode:
        shutil.rmtree(draft, ignore_errors=True)
        message = f"mvn could not bring the server: {fetched.stdout[-300:]}"
        raise Unavailable(message)
    with suppress(OSError):
        draft.rename(lib)
    return lib


def _maven() -> AbstractContextManager[Server]:
    java, lib = find_java(), server_jars()

    @contextmanager
    def run() -> Generator[Server, None, None]:
        home = Path(tempfile.mkdtemp(prefix="ploeg-neo4j-"))
        server = MavenServer(java, lib, home)
        try:
            server.start()
            yield server.server
        finally:
            server.stop()
            shutil.rmtree(home, ignore_errors=True)

    return run()


class MavenServer:
    """A server in a directory of its own; can be stopped and started again.

    Parameters
    ----------
    flags
        What the Java machine is told; a class archive goes with the ones for a quick start only.
    plugins
        Jars beside the server's own; their procedures may do everything.
    """

    def __init__(
        self, java: str, lib: Path, home: Path, *, flags: Sequence[str] = QUICK, plugins: Sequence[Path] = ()
    ) -> None:
        import socket

        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        self._java, self._lib, self._home = java, lib, home
        self._flags, self._plugins = list(flags), bool(plugins)
        self._archive: Path | None = None
        self.server = Server(f"bolt://127.0.0.1:{port}", "neo4j", secrets.token_hex(12))
        for name in ("conf", "data", "logs", "plugins", "import", "run"):
            (home / name).mkdir()
        for jar in plugins:
            shutil.copy(jar, home / "plugins")
        conf = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{port}",
            "server.bolt.advertised_address": f"127.0.0.1:{port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "dbms.usage_report.enabled": "false",
            "server.memory.pagecache.size": "128m",
            "db.tx_log.preallocate": "false",
            "db.tx_log.rotation.retention_policy": "1 files",
            "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        }
        if plugins:
            conf["dbms.security.procedures.unrestricted"] = "gds.*"
        (home / "conf" / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in conf.items()))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        home, flags = self._home, [*self._flags, *OPENED]
        classes = f"{self._lib}/*:{home}/plugins/*" if self._plugins else f"{self._lib}/*"
        if not (home / "data" / "dbms").exists():
            subprocess.run(
                [self._java, "-cp", f"{self._lib}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password",
                 self.server.password],
                env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
                capture_output=True, check=True,
            )  # fmt: skip
        archive = CACHE / VERSION / "classes.jsa"
        quick = self._flags == QUICK
        if quick and archive.exists():
            flags.append(f"-XX:SharedArchiveFile={archive}")
        self._archive = archive if quick and not archive.exists() else None
        if self._archive:
            flags.append(f"-XX:ArchiveClassesAtExit={archive}.{os.getpid()}")
        with (home / "logs" / "console.log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._java, *flags, "-cp", classes, "org.neo4j.server.CommunityEntryPoint",
                 f"--home-dir={home}", f"--config-dir={home / 'conf'}", "--console-mode"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip
        with warnings.catch_warnings():
            # The driver leaves a socket open when a server that is still starting hangs up on it.
            warnings.simplefilter("ignore", ResourceWarning)
            self._wait()
            gc.collect()

    def _wait(self) -> None:
        assert self._process is not None
        until = time.monotonic() + 150
        while not ping(self.server.uri, self.server.user, self.server.password, "neo4j"):
            if self._process.poll() is not None or time.monotonic() > until:
                tail = (self._home / "logs" / "console.log").read_text(errors="replace")[-1500:]
                message = f"Neo4j did not start: {tail}"
                raise RuntimeError(message)
            time.sleep(0.2)

    def stop(self) -> None:
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(60)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
        if self._archive:
            with suppress(OSError):
                Path(f"{self._archive}.{os.getpid()}").replace(self._archive)
