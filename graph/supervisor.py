"""The supervisor of an embedded engine: starts it, and stops it when nobody uses the data directory any more.

``python -m graph.supervisor DATA HEAP``, started by :mod:`graph.engine` only.
"""

import ctypes
import fcntl
import importlib.util
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from graph.engine import DATABASE, USER, Places

GRACE = 1.0
"""Seconds nobody must hold the engine before it is stopped: one command after another then shares it."""

COMMAND_TIMEOUT = 600_000
"""Milliseconds after which the engine gives a command up by itself: driver time-outs don't reach it."""


def _die_with_parent() -> None:
    """Ask Linux to end the engine with its supervisor, so that it never lingers without one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _private(path: Path, text: str) -> None:
    """Write a file only its owner may read, whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _command(places: Places, heap: str, bolt: int, http: int) -> list[str]:
    spec = importlib.util.find_spec("arcadedb_embedded")
    if spec is None or spec.origin is None:
        sys.exit("the package arcadedb-embedded is not installed")
    package = Path(spec.origin).parent
    settings = {
        "server.rootPath": places.engine.resolve(),
        "server.rootPasswordPath": places.password.resolve(),
        "server.name": "ploeg",
        "server.mode": "production",
        "server.logsDirectory": (places.engine / "log").resolve(),
        "server.defaultDatabases": f"{DATABASE}[{USER}]",
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": http,
        "bolt.host": "127.0.0.1",
        "bolt.port": bolt,
        "txWalFlush": 1,
        "command.timeout": COMMAND_TIMEOUT,
        "polyglotEngine.enabled": "false",
        "serverMetrics": "false",
    }
    return [
        str(package / "jre" / "bin" / "java"),
        f"-Xmx{heap}",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=4",
        "-Djava.awt.headless=true",
        f"-Dploeg.data={places.data.resolve()}",
        *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
        "-cp",
        f"{package / 'jars'}/*",
        "com.arcadedb.server.ArcadeDBServer",
    ]


def _answers(port: int, password: str) -> bool:
    """Tell whether the database answers, not only the port: it opens before the database is there."""
    from graph.store import ping

    return ping(f"bolt://127.0.0.1:{port}", USER, password, DATABASE)


def supervise(places: Places, heap: str, ready: int) -> int:
    """Run the engine until nobody holds it; writes a byte to the pipe `ready` once it answers."""
    if not places.password.exists():
        _private(places.password, secrets.token_urlsafe(24))
    password = places.password.read_text(encoding="ascii")
    (places.engine / "log").mkdir(exist_ok=True)
    bolt, http = _free_port(), _free_port()
    engine = subprocess.Popen(
        _command(places, heap, bolt, http),
        stdin=subprocess.DEVNULL,
        cwd=places.engine,
        preexec_fn=_die_with_parent,
    )

    def stop(_: int, __: FrameType | None) -> None:
        engine.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while not _answers(bolt, password):
        if engine.poll() is not None:
            return 1
        time.sleep(0.05)
    _private(places.state, json.dumps({"port": bolt, "supervisor": os.getpid(), "engine": engine.pid}))
    os.write(ready, b"1")
    os.close(ready)
    with places.holders.open("a+b") as holders:
        _wait_for_last(engine, holders.fileno())
        # Newcomers now wait for this lock, and start the engine anew once it is released.
        with suppress(FileNotFoundError):
            places.state.unlink()
        engine.terminate()
        try:
            engine.wait(30)
        except subprocess.TimeoutExpired:
            engine.kill()
            engine.wait()
    return 0


def _wait_for_last(engine: "subprocess.Popen[bytes]", holders: int) -> None:
    """Return with the lock held exclusively when nobody uses the engine, or when the engine is gone."""
    free_since: float | None = None
    while engine.poll() is None:
        try:
            fcntl.flock(holders, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            free_since = None
        else:
            free_since = free_since or time.monotonic()
            if time.monotonic() - free_since >= GRACE:
                return
            fcntl.flock(holders, fcntl.LOCK_UN)
        time.sleep(0.1)


def main() -> None:
    """Go on as a process of its own, and return to the caller when the engine answers or has failed to start."""
    ready, tell = os.pipe()
    if os.fork():
        os.close(tell)
        os._exit(0 if os.read(ready, 1) else 1)
    os.close(ready)
    sys.exit(supervise(Places(Path(sys.argv[1])), sys.argv[2], tell))


if __name__ == "__main__":
    main()
