"""A real mail server for the tests, and what it got."""

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


@contextmanager
def mail_server(post: Post) -> Generator[SmtpMailer, None, None]:
    """Run a mail server that keeps what it gets in `post`; yield what sends to it."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    server = Controller(post, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield SmtpMailer("127.0.0.1", port, "Ploeg <ploeg@example.org>")
    finally:
        server.stop()
