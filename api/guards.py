"""What every request passes before any handler: its id, the host and origin it names, the size of what it sends.

A page elsewhere could reach the server through the browser of somebody who may: the name of the host is checked
(against DNS rebinding), and writing is refused to pages of other origins.  A browser says where a request comes from
in `Sec-Fetch-Site` or `Origin`; where it says neither, a request with a cookie must carry `X-Requested-With`, which
no page of another origin can send (OWASP, Cross-Site Request Forgery Prevention, "custom request headers").
"""

import logging
import re
import time
import traceback
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.callers import SignIn
from api.errors import problem

LOG = logging.getLogger(__name__)

MEGABYTE = 1 << 20
LARGEST_BODY = MEGABYTE
LARGEST_UPLOAD = 128 * MEGABYTE
"""Bytes that ``POST /v1/imports`` takes in all; any other request takes :data:`LARGEST_BODY`."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Sent with every answer."""

TLS_ONLY = "max-age=31536000"
"""Sent too where the address is one of TLS: a browser then never asks without it (RFC 6797)."""

_LOOPBACK = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?", re.IGNORECASE)
_OWN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Guards:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, sign_in: SignIn) -> None:
        self._app = app
        self._sign_in = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        identity = given if _OWN_ID.fullmatch(given) else uuid4().hex
        scope.setdefault("state", {})["request_id"] = identity
        answer = _Answer(send, scope, secure=self._sign_in.secure)
        began = time.perf_counter()
        method = scope["method"]
        if method == "HEAD":
            scope["method"] = "GET"
        try:
            await self._guarded(scope, headers, _limited(scope, headers, receive), answer)
        except Exception as error:  # noqa: BLE001 - the last place that can still answer
            _log_unexpected(error, identity)
            if not answer.started:
                await problem(
                    HTTPConnection(scope),
                    "internal_error",
                    f"Er ging iets mis dat niet had mogen gebeuren; geef {identity} door aan wie Ploeg beheert. "
                    f"/ Something went wrong that should not have; tell {identity} to whoever runs Ploeg.",
                )(scope, receive, answer)
        LOG.info(
            "request",
            extra={
                "method": method,
                # The template of the address, never the address: that may hold a name.
                "route": _template(scope),
                "status": answer.status,
                "milliseconds": round((time.perf_counter() - began) * 1000, 1),
                "request_id": identity,
            },
        )

    async def _guarded(self, scope: Scope, headers: Headers, receive: Receive, answer: "_Answer") -> None:
        refused = _refusal(scope, headers, self._sign_in)
        if refused is None:
            await self._app(scope, receive, answer)
            return
        code, detail = refused
        await problem(HTTPConnection(scope), code, detail)(scope, receive, answer)


class _Answer:
    """Sends an answer with the headers that each one carries."""

    def __init__(self, send: Send, scope: Scope, *, secure: bool) -> None:
        self._send = send
        self._state: dict[str, Any] = scope["state"]
        self._headless = scope["method"] == "HEAD"
        self._secure = secure
        self.started = False
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Request-Id"] = self._state["request_id"]
            for name, value in HEADERS.items():
                # A page may let out less than this, never more.
                if name != "Referrer-Policy" or headers.get(name) != "no-referrer":
                    headers[name] = value
            if self._secure:
                headers["Strict-Transport-Security"] = TLS_ONLY
            if "cookie" in self._state:
                # Kept apart from the answer, so that an error carries it too.
                headers.append("Set-Cookie", self._state["cookie"])
        elif self._headless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


def _refusal(scope: Scope, headers: Headers, sign_in: SignIn) -> tuple[str, str] | None:
    """Return code and detail of why a request goes no further, if so."""
    host = headers.get("host", "").lower()
    own = urlsplit(sign_in.origin).netloc
    if not _LOOPBACK.fullmatch(host) and (not own or host != own):
        names = ["127.0.0.1", "localhost", "[::1]", *([own] if own else [])]
        return (
            "wrong_host",
            f"Deze server antwoordt alleen op {', '.join(names)} (zie PLOEG_ADDRESS). "
            f"/ This server answers on {', '.join(names)} only (see PLOEG_ADDRESS).",
        )
    if scope["method"] not in _READING and not _same_origin(scope, headers, host, sign_in):
        return (
            "cross_origin",
            "Een pagina van een andere site mag hier niets schrijven. / A page of another site may not write here.",
        )
    length = headers.get("content-length", "0")
    if length.isdigit() and int(length) > _largest(scope):
        return "too_large", _too_large(scope)
    return None


def _same_origin(scope: Scope, headers: Headers, host: str, sign_in: SignIn) -> bool:
    """Tell whether a writing request comes from our own page, or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin is not None:
        return origin.lower() in {f"{scope.get('scheme', 'http')}://{host}", sign_in.origin}
    return site is not None or "cookie" not in headers or "x-requested-with" in headers


def _largest(scope: Scope) -> int:
    return LARGEST_UPLOAD if scope["path"] == "/v1/imports" else LARGEST_BODY


def _too_large(scope: Scope) -> str:
    most = _largest(scope) // MEGABYTE
    return (
        f"De inhoud is groter dan {most} MB. Splits de tabellen in delen, of bewaar elke tabel als CSV. "
        f"/ The content is larger than {most} MB. Split the tables into parts, or save each table as CSV."
    )


def _limited(scope: Scope, headers: Headers, receive: Receive) -> Receive:
    """Return `receive` with a limit where the length was not told beforehand."""
    if "content-length" in headers:
        return receive
    largest, taken = _largest(scope), 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > largest:
            raise HTTPException(413, _too_large(scope))
        return message

    return limited


def _template(scope: Scope) -> str:
    route: Any = scope.get("route")
    found: str = getattr(route, "path", "") or "-"
    return found.replace(":path}", "}").replace(":place}", "}")


def _log_unexpected(error: Exception, identity: str) -> None:
    """Log what failed and where, without the error's text: it may quote what somebody typed."""
    where = [
        f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)
    ]
    LOG.error("unexpected", extra={"error": type(error).__name__, "where": where, "request_id": identity})
