"""A real mail server for the tests, and what it got."""

import asyncio
import queue
import re
import socket
from collections.abc import Generator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from api.mail import SmtpMailer

SOON = 20.0


class Post:
    """What a mail server got."""

    def __init__(self) -> None:
        self.got: queue.Queue[EmailMessage] = queue.Queue()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.got.put(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def keys(self) -> list[str]:
        text = self.got.get(timeout=SOON).get_content()
        return re.findall(r"/mijn-gegevens\?sleutel=([\w-]+)", text)


class _Server(Controller):
    """A mail server that hangs up on who is still talking when it stops, and so leaves no socket open."""

    def __init__(self, post: Post, port: int) -> None:
        super().__init__(post, hostname="127.0.0.1", port=port)
        self._spoken: list[SMTP] = []

    def factory(self) -> SMTP:
        self._spoken.append(SMTP(self.handler, **self.SMTP_kwargs))
        return self._spoken[-1]

    def stop(self, no_assert: bool = False) -> None:
        asyncio.run_coroutine_threadsafe(self._hang_up(), self.loop).result(SOON)
        super().stop(no_assert)

    async def _hang_up(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        for listening in self.server.sockets:
            self.loop.remove_reader(listening.fileno())
        # A task that is cancelled before its first step leaves the socket it was given open: let all take theirs.
        await _some_steps()
        for spoken in self._spoken:
            if isinstance(spoken.transport, asyncio.WriteTransport):
                spoken.transport.abort()
        await _some_steps()


async def _some_steps() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


@contextmanager
def mail_server(post: Post) -> Generator[SmtpMailer, None, None]:
    """Run a mail server that keeps what it gets in `post`; yield what sends to it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    server = _Server(post, port)
    server.start()
    try:
        yield SmtpMailer("127.0.0.1", port, "Ploeg <ploeg@example.org>")
    finally:
        server.stop()
