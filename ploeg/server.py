"""Serving on this machine: a socket, a server that stops cleanly, and a directory that goes with the demo."""

import ipaddress
import os
import shutil
import signal
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Generator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from types import FrameType

import uvicorn

from api.app import AppState, create_app
from graph.engine import Places, wait_until_stopped
from graph.errors import InvalidInput
from ploeg.session import Session

ENGINE_STOPS = 20.0
"""Seconds to wait for the engine of a temporary directory before it is taken away under it."""


def loopback(host: str) -> str:
    """Return the address of `host` where that is this machine only, or say why anything else is refused."""
    with suppress(ValueError):
        if ipaddress.ip_address(host.strip("[]")).is_loopback:
            return host.strip("[]")
    if host == "localhost":
        return "127.0.0.1"
    message = (
        f"Ploeg luistert nog niet op {host}: er is nog geen aanmelding, dus wie de pagina bereikt, ziet alles. "
        "Gebruik 127.0.0.1. "
        f"/ Ploeg does not listen on {host} yet: there is no sign-in, so whoever reaches the page sees everything. "
        "Use 127.0.0.1."
    )
    raise InvalidInput(message)


@contextmanager
def listening(host: str, port: int) -> Generator[tuple[socket.socket, str]]:
    """Listen on a loopback address; yields the socket and the address as a browser takes it.

    Raises
    ------
    InvalidInput
        The host is not this machine only, or the port is taken.
    """
    host = loopback(host)
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind((host, port))
            taken.listen(128)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            other = port + 1 if 0 < port < 65535 else 8377
            message = (
                f"Poort {port} is niet vrij ({reason}); kies een andere, bijvoorbeeld --port {other}, of laat er een "
                f"zoeken met --port 0. / Port {port} is not free ({reason}); choose another one, such as --port "
                f"{other}, or have one found with --port 0."
            )
            raise InvalidInput(message) from error
        number = taken.getsockname()[1]
        yield taken, f"http://{f'[{host}]' if ':' in host else host}:{number}/"


@contextmanager
def stoppable() -> Generator[None]:
    """Make a request to stop (SIGTERM) end the block as Ctrl-C does, so that everything in it is closed."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def serve(opened: Session, taken: socket.socket, *, notice: str = "") -> None:
    """Serve until stopped by Ctrl-C or SIGTERM; requests that run get five seconds to end."""
    state = AppState(
        store=opened.store,
        snapshots=opened.snapshots,
        city=opened.viewer.city,
        role=opened.viewer.role,
        version=version("ploeg"),
        notice=notice,
    )
    config = uvicorn.Config(
        create_app(state), log_config=None, access_log=False, timeout_graceful_shutdown=5, server_header=False
    )
    # The server stops by itself, then passes the signal on.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[taken])


def open_browser(address: str) -> None:
    """Open the page where there is a browser; where there is none the printed address will do."""
    # Without a display a browser inside this terminal would open, over what was printed.
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return
    with suppress(webbrowser.Error):
        webbrowser.open(address)


@contextmanager
def temporary() -> Generator[Path]:
    """Yield a directory of one's own that goes at the end, once the engine, which stops by itself, has left it."""
    data = Path(tempfile.mkdtemp(prefix="ploeg-demo-"))
    try:
        yield data
    finally:
        with suppress(KeyboardInterrupt):
            wait_until_stopped(Places(data), patience=ENGINE_STOPS)
        shutil.rmtree(data, ignore_errors=True)
