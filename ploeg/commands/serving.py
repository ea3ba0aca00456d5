"""``serve`` and ``demo``: the web page and the API."""

import ipaddress
import shutil
import signal
import socket
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
import uvicorn
from api.app import AppState, create_app

from graph.errors import InvalidInput
from ingest.load import load
from ingest.sample import sample_city
from ploeg.options import Context, command
from ploeg.screen import Screen
from ploeg.session import Session, session
from ploeg.settings import Settings
from queries.paths import trusted_path
from queries.snapshots import utc_today

NOTICE = (
    "Dit is een verzonnen stad: alle mensen, organisaties en initiatieven zijn fictief. "
    "/ This is an invented city: all people, organisations and initiatives are fictitious."
)
LARGE = 20_000
"""People from which the demo is written in parts: its store is new and temporary, so nothing can be lost."""

Port = Annotated[int | None, typer.Option("--port", help="Port to serve on; 0 takes a free one.")]


def loopback(host: str) -> str:
    """Return `host` where it is this machine only, or say why anything else is refused."""
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


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens, or say that the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(128)
    except OSError as error:
        taken.close()
        message = (
            f"Poort {port} is niet vrij ({error.strerror}); kies een andere, bijvoorbeeld --port {port + 1}, of laat "
            f"er een zoeken met --port 0. / Port {port} is not free ({error.strerror}); choose another one, such as "
            f"--port {port + 1}, or have one found with --port 0."
        )
        raise InvalidInput(message) from error
    return taken


def serve(open_session: Session, settings: Settings, taken: socket.socket, *, notice: str = "") -> None:
    """Serve until stopped."""
    state = AppState(
        store=open_session.store,
        snapshots=open_session.snapshots,
        city=settings.city,
        role=settings.local_role,
        version=version("ploeg"),
        notice=notice,
    )
    config = uvicorn.Config(
        create_app(state), log_config=None, access_log=False, timeout_graceful_shutdown=5, server_header=False
    )
    uvicorn.Server(config).run(sockets=[taken])


def address(taken: socket.socket) -> str:
    """Return the address of a listening socket as a browser takes it."""
    host, port = taken.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


@command
def serve_command(
    context: Context,
    host: Annotated[str | None, typer.Option("--host", help="Loopback only, until there is sign-in.")] = None,
    port: Port = None,
) -> None:
    """Serve the web page and the API on this machine.

    Example: ploeg serve --port 8377
    """
    settings = context.settings
    chosen = settings.port if port is None else port
    taken = listening(loopback(host or settings.host), chosen)
    try:
        with session(settings) as open_session:
            open_session.snapshots.fresh(settings.city)
            _tell(context.screen, taken, settings)
            serve(open_session, settings, taken)
    finally:
        taken.close()


def _tell(screen: Screen, taken: socket.socket, settings: Settings) -> None:
    if screen.as_json:
        screen.json({"address": address(taken), "city": settings.city, "role": settings.local_role})
    screen.say(
        f"Ploeg draait op {address(taken)} (API: {address(taken)}docs), als {settings.local_role}. Stop met Ctrl-C.",
        f"Ploeg runs at {address(taken)} (API: {address(taken)}docs), as {settings.local_role}. Stop with Ctrl-C.",
    )


@command
def demo_command(
    context: Context,
    people: Annotated[
        int, typer.Option("--people", help="How many fictitious people, 200 to 100,000.")
    ] = 2000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same city.")] = 1,
    port: Port = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")
    ] = True,
) -> None:
    """Try it: a fictitious Antwerp in a temporary store, with page and API.

    Example: ploeg demo --people 2000 --seed 1
    """
    screen = context.screen
    taken = listening("127.0.0.1", context.settings.port if port is None else port)
    with _temporary() as data:
        settings = context.settings.model_copy(
            update={"data": data, "database": "embedded", "heap": "2g" if people > LARGE else "1g"}
        )
        screen.say(
            f"Een verzonnen stad van {people} mensen maken …", f"Making up a city of {people} people …"
        )
        tables = sample_city(people, seed, today=utc_today())
        screen.say("De gegevensbank starten en vullen …", "Starting and filling the store …")
        try:
            with session(settings) as open_session:
                with screen.progress("Schrijven", "Writing") as progress:
                    load(
                        open_session.store,
                        tables,
                        city=settings.city,
                        files=("ploeg demo",),
                        today=utc_today(),
                        progress=progress,
                        in_parts=people > LARGE,
                    )
                del tables
                _suggest(screen, open_session)
                _tell(screen, taken, settings)
                if browser:
                    with suppress(webbrowser.Error):
                        webbrowser.open(address(taken))
                serve(open_session, settings, taken, notice=NOTICE)
        finally:
            taken.close()


def _suggest(screen: Screen, open_session: Session) -> None:
    """Print three things to try, with people between whom there is a route."""
    network = open_session.snapshots.fresh(open_session.viewer.city).network
    pairs = ((network.people[at], network.people[-1 - at]) for at in range(min(40, len(network.people) // 2)))
    for one, other in pairs:
        found = trusted_path(
            open_session.store, open_session.snapshots, open_session.viewer, one.id, other.id
        )
        if found.found and len(found.routes[0].people) > 2:
            data = open_session.store.settings.data
            screen.say("Probeer, in een ander venster:", "Try, in another window:", style="bold")
            screen.say(*([f'  ploeg --data {data} search "schoolstraat"'] * 2))
            screen.say(
                *([f'  ploeg --data {data} match --text "Wie kan de eerste avond voorzitten?" -k 5'] * 2)
            )
            screen.say(*([f"  ploeg --data {data} path {one.key} {other.key}"] * 2))
            return


@contextmanager
def _temporary() -> Iterator[Path]:
    """Yield a directory that goes at the end, also when the demo is told to stop."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    data = Path(tempfile.mkdtemp(prefix="ploeg-demo-"))
    try:
        yield data
    finally:
        signal.signal(signal.SIGTERM, before)
        _remove(data)


def _remove(data: Path) -> None:
    """Remove the directory once the engine, which stops by itself, writes no more."""
    from graph.engine import Places, wait_until_stopped

    with suppress(KeyboardInterrupt):
        wait_until_stopped(Places(data), patience=20.0)
    shutil.rmtree(data, ignore_errors=True)
