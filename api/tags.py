"""Entity tags made of an answer's own bytes, for callers who may not know when anything else was written.

A tag of the store's revision is cheaper: it spares the work of answering.  But it changes with every write, also
with one about somebody who is hidden, and so it would tell a partner that the city keeps what it does not show.
"""

import hashlib
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_WANTED = "tag_of_bytes"


def tag_by_bytes(request: Request) -> None:
    """Ask for a tag of the bytes on the answer to `request`, where that is a good one."""
    setattr(request.state, _WANTED, True)


def holds(headers: Headers, tag: str) -> bool:
    """Tell whether a caller says to hold the answer with this tag."""
    held = {part.strip() for part in headers.get("if-none-match", "").split(",")}
    return bool({tag, f"W/{tag}"} & held)


class ByteTags:
    """Tags the answers for which :func:`tag_by_bytes` was called, and answers 304 to who holds one already."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state: dict[str, Any] = scope.setdefault("state", {})
        held = Headers(scope=scope)
        start: Message | None = None
        body = bytearray()

        async def tagged(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and message["status"] == 200 and state.get(_WANTED):
                start = message
                return
            if start is None:
                await send(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await _send_tagged(start, bytes(body), held, send)

        await self._app(scope, receive, tagged)


async def _send_tagged(start: Message, body: bytes, held: Headers, send: Send) -> None:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = MutableHeaders(scope=start)
    headers["ETag"] = tag
    if holds(held, tag):
        del headers["Content-Length"]
        del headers["Content-Type"]
        start, body = {**start, "status": 304, "headers": headers.raw}, b""
    await send(start)
    await send({"type": "http.response.body", "body": body})
