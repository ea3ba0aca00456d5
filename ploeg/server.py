"""Serving: a socket, a server that stops cleanly, and a directory that goes with the demo."""

import ipaddress
import logging
import os
import secrets
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

import uvicorn

from api.app import AppState, create_app
from api.callers import SignIn
from api.mail import Mailer, mailer
from api.openid import OpenId, loopback
from graph.engine import Places, wait_until_stopped
from graph.errors import DiskError, InvalidInput
from ploeg.session import Session
from ploeg.settings import Settings
from queries import backups
from queries.audit import KEPT_DAYS
from queries.sessions import Limits

LOG = logging.getLogger(__name__)
ENGINE_STOPS = 20.0
"""Seconds to wait for the engine of a temporary directory before it is taken away under it."""

SWEEP_SECONDS = 3600.0
"""How often a server looks whether a back-up has been kept long enough."""

SHORTEST_SECRET = 32
"""Characters of what signs the cookies."""


def place(host: str, settings: Settings) -> str:
    """Return the address to listen on, or say why it is refused.

    Beyond this machine people sign in, and what they send goes over TLS, which a proxy in front takes care of.

    Raises
    ------
    InvalidInput
    """
    bare = "127.0.0.1" if host == "localhost" else host.strip("[]")
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        message = (
            f"'{host}' is geen adres om op te luisteren; gebruik 127.0.0.1, 0.0.0.0 of een IP van deze machine. "
            f"/ '{host}' is no address to serve on; use 127.0.0.1, 0.0.0.0 or an IP address of this machine."
        )
        raise InvalidInput(message) from None
    if not address.is_loopback and not settings.address:
        message = (
            f"Op {host} kan iedereen in het netwerk de pagina bereiken. Zet eerst PLOEG_ADDRESS op het https-adres "
            "ervan; dan meldt iedereen zich aan. Gebruik anders 127.0.0.1. "
            f"/ On {host} everybody in the network can reach the page. Set PLOEG_ADDRESS to its https address first; "
            "then everybody signs in. Otherwise use 127.0.0.1."
        )
        raise InvalidInput(message)
    return bare


def sign_in(settings: Settings) -> SignIn:
    """Return how people sign in; the secret is made on first use, for its owner's eyes only.

    Raises
    ------
    InvalidInput
        The address is no https address of a host, or the secret is too short.
    """
    _check_address(settings.address)
    given = settings.secret.get_secret_value()
    if given and len(given) < SHORTEST_SECRET:
        message = (
            f"PLOEG_SECRET is te kort: neem minstens {SHORTEST_SECRET} willekeurige tekens, of laat het leeg. "
            f"/ PLOEG_SECRET is too short: take at least {SHORTEST_SECRET} random characters, or leave it empty."
        )
        raise InvalidInput(message)
    return SignIn(
        given.encode() if given else kept_secret(settings.data.expanduser()),
        address=settings.address.rstrip("/"),
        limits=Limits(timedelta(minutes=settings.session_idle), timedelta(hours=settings.session_hours)),
        openid=openid(settings),
    )


def openid(settings: Settings) -> OpenId | None:
    """Return the OpenID provider at which people can sign in too, if one is set.

    Raises
    ------
    InvalidInput
        Only one of its two settings is given, or it is no https address.
    """
    issuer, client = settings.openid_issuer.strip(), settings.openid_client.strip()
    if not issuer and not client:
        return None
    if not issuer or not client:
        message = (
            "Zet PLOEG_OPENID_ISSUER en PLOEG_OPENID_CLIENT allebei, of geen van beide. "
            "/ Set both PLOEG_OPENID_ISSUER and PLOEG_OPENID_CLIENT, or neither."
        )
        raise InvalidInput(message)
    parts = urlsplit(issuer)
    safe = parts.scheme == "https" or (parts.scheme == "http" and loopback(issuer))
    if not safe or not parts.hostname or parts.query or parts.fragment or parts.username:
        message = (
            f"PLOEG_OPENID_ISSUER is '{issuer[:200]}'; verwacht een https-adres zoals "
            "https://id.voorbeeld.be/realms/stad. "
            f"/ PLOEG_OPENID_ISSUER is '{issuer[:200]}'; expected an https address such as "
            "https://id.example.org/realms/city."
        )
        raise InvalidInput(message)
    return OpenId(issuer, client, settings.openid_secret.get_secret_value())


def post(settings: Settings) -> Mailer:
    """Return what sends letters.

    Raises
    ------
    InvalidInput
    """
    password = settings.mail_password.get_secret_value()
    return mailer(settings.mail, settings.mail_from, password, settings.data.expanduser())


def kept_secret(data: Path) -> bytes:
    """Return the secret that is kept in a directory, made there where it is not."""
    file = data / "secret.key"
    with suppress(FileExistsError):
        data.mkdir(parents=True, exist_ok=True)
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "wb") as out:
            out.write(secrets.token_hex(32).encode())
            out.flush()
            os.fsync(out.fileno())
    found = file.read_bytes()
    if len(found) < SHORTEST_SECRET:
        # A process died between making and filling it: what it signed, if anything, holds no more.
        file.unlink(missing_ok=True)
        return kept_secret(data)
    return found


def _check_address(address: str) -> None:
    if not address:
        return
    parts = urlsplit(address)
    local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    right = parts.scheme == "https" or (parts.scheme == "http" and local)
    if not right or not parts.hostname or parts.path.strip("/") or parts.query or parts.username:
        message = (
            f"PLOEG_ADDRESS ({address}) klopt niet; verwacht iets als https://ploeg.voorbeeld.be, zonder pad. Zonder "
            "TLS kan iemand onderweg meelezen. "
            f"/ PLOEG_ADDRESS ({address}) is not right; expected something like https://ploeg.example.org, without a "
            "path. Without TLS somebody on the way can read along."
        )
        raise InvalidInput(message)


@contextmanager
def listening(host: str, port: int) -> Generator[tuple[socket.socket, str]]:
    """Listen on an address of :func:`place`; yields the socket and the address as a browser takes it.

    Raises
    ------
    InvalidInput
        The port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on, and a body waits 40 ms for the headers to be acknowledged.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as taken:
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


def serve(
    opened: Session,
    taken: socket.socket,
    *,
    sign_in: SignIn,
    letters: Mailer,
    audit_days: int = KEPT_DAYS,
    backup_days: int = backups.KEPT_DAYS,
    proxy: str = "",
    notice: str = "",
) -> None:
    """Serve until stopped by Ctrl-C or SIGTERM; requests that run get five seconds to end.

    Parameters
    ----------
    proxy
        Addresses of proxies, with commas between, whose ``X-Forwarded-For`` and ``X-Forwarded-Proto`` are believed.
    """
    state = AppState(
        store=opened.store,
        snapshots=opened.snapshots,
        city=opened.viewer.city,
        role=opened.viewer.role,
        version=version("ploeg"),
        notice=notice,
        audit_days=audit_days,
        backup_days=backup_days,
        sign_in=sign_in,
        mailer=letters,
    )
    sweeping = threading.Thread(
        target=_throw_away_backups,
        args=(backups.Folder(opened.store.settings.data, backup_days),),
        daemon=True,
    )
    sweeping.start()
    config = uvicorn.Config(
        create_app(state),
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=5,
        server_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or None,
    )
    # The server stops by itself, then passes the signal on.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[taken])


def _throw_away_backups(folder: backups.Folder) -> None:
    """Keep to the days that whoever is erased is told, also where nobody makes or looks at back-ups."""
    while True:
        try:
            folder.sweep(datetime.now(UTC).date())
        except DiskError:
            LOG.exception("backups_not_swept")
        time.sleep(SWEEP_SECONDS)


def open_browser(address: str) -> None:
    """Open the page where there is a browser; where there is none the printed address will do."""
    # Without a display a browser inside this terminal would open, over what was printed.
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        return
    with suppress(webbrowser.Error):
        webbrowser.open(address)


@contextmanager
def kept(data: Path) -> Generator[Path]:
    """Yield `data`, a directory that is new or empty, and leave it there.

    Raises
    ------
    graph.errors.InvalidInput
        Something is in it, which an invented city is not to be mixed with.
    """
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        message = (
            f"{data} is niet leeg; kies een nieuwe map voor de verzonnen stad. "
            f"/ {data} is not empty; choose a new directory for the invented city."
        )
        raise InvalidInput(message)
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    yield data


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
