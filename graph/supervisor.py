"""The supervisor of an embedded engine: starts it, and stops it when nobody uses the data directory any more.

``python -m graph.supervisor DATA HEAP SECONDS``, started by :mod:`graph.engine` only.
"""

import ctypes
import fcntl
import os
import platform
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import IO

from graph.engine import DATABASE, USER, Places, Running
from graph.java import cache, command
from graph.places import locked

GRACE = 1.0
"""Seconds nobody must hold the engine before it is stopped: one command after another then shares it."""

STOPPING = 30.0
"""Seconds an engine gets to write everything down before it is killed; its log would then be replayed."""

RECORDING = 180.0
CACHE_ROOM = 512 * 1024 * 1024


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


def free_port() -> int:
    """Return a loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int, password: str) -> bool:
    """Tell whether the database answers, not only the port: it opens before the database is there."""
    from graph.store import ping

    return ping(f"bolt://127.0.0.1:{port}", USER, password, DATABASE)


def launch(
    places: Places, heap: str, port: int, life: IO[bytes], *, record: Path | None = None
) -> "subprocess.Popen[bytes]":
    """Start an engine, which keeps `life` open, and with it the lock on it, as long as it lives."""
    if not places.password.exists():
        _private(places.password, secrets.token_urlsafe(24))
    (places.engine / "log").mkdir(parents=True, exist_ok=True)
    return subprocess.Popen(
        command(places, heap, port, free_port(), record=record),
        stdin=subprocess.DEVNULL,
        cwd=places.engine,
        pass_fds=(life.fileno(),),
        preexec_fn=_die_with_parent,
    )


def wait_for_answer(engine: "subprocess.Popen[bytes]", places: Places, port: int, until: float) -> bool:
    """Wait until the database answers; ``False`` where the engine ended or took too long."""
    password = places.password.read_text(encoding="ascii")
    while not answers(port, password):
        if engine.poll() is not None or time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def end(engine: "subprocess.Popen[bytes]", patience: float = STOPPING) -> None:
    """Stop an engine, by force where it does not stop by itself."""
    engine.terminate()
    try:
        engine.wait(patience)
    except subprocess.TimeoutExpired:
        engine.kill()
        engine.wait()


def supervise(places: Places, heap: str, patience: float, ready: int) -> bool:
    """Run the engine until nobody holds it; writes a byte to the pipe `ready` once it answers."""
    until = time.monotonic() + patience
    with places.life.open("a+b") as life:
        if not locked(life, fcntl.LOCK_EX, until):
            sys.stderr.write("another engine still works in this data directory\n")
            return False
        port = free_port()
        engine = launch(places, heap, port, life)

        def stop(_: int, __: FrameType | None) -> None:
            engine.terminate()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        told = Running(port, os.getpid(), engine.pid, platform.node(), ready=False)
        _private(places.state, told.to_json())
        began = wait_for_answer(engine, places, port, until)
        if began:
            _private(
                places.state, Running(port, told.supervisor, told.engine, told.host, ready=True).to_json()
            )
            os.write(ready, b"1")
        os.close(ready)
        with places.holders.open("a+b") as holders:
            if began:
                _wait_for_last(engine, holders.fileno())
            # Newcomers now wait for the lock on `holders`, and start the engine anew once it is released.
            end(engine)
            with suppress(FileNotFoundError):
                places.state.unlink()
    return began


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


def prepare_quick_start() -> None:
    """Once a machine, after the work: let an engine without data run and write down what Java loaded for it."""
    kept = cache()
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with kept.with_suffix(".lock").open("a+b") as mine, TemporaryDirectory(prefix="ploeg-") as room:
            if kept.exists() or not locked(mine, fcntl.LOCK_EX, 0.0):
                return
            if shutil.disk_usage(kept.parent).free < CACHE_ROOM:
                return
            os.nice(19)
            draft = kept.with_suffix(".new")
            places, port = Places(Path(room)), free_port()
            engine = launch(places, "256m", port, mine, record=draft)
            try:
                wait_for_answer(engine, places, port, time.monotonic() + RECORDING)
            finally:
                end(engine, RECORDING)
            if engine.returncode in (0, 128 + signal.SIGTERM) and draft.exists():
                draft.replace(kept)


def main() -> None:
    """Go on as a process of its own, and return to the caller when the engine answers or has failed to start."""
    ready, tell = os.pipe()
    if os.fork():
        os.close(tell)
        os._exit(0 if os.read(ready, 1) else 1)
    os.close(ready)
    data, heap, patience = sys.argv[1:4]
    if not supervise(Places(Path(data)), heap, float(patience), tell):
        sys.exit(1)

    def leave(_: int, __: FrameType | None) -> None:
        sys.exit(0)  # through the blocks that end the engine and throw its folder away

    signal.signal(signal.SIGTERM, leave)
    prepare_quick_start()


if __name__ == "__main__":
    main()
