"""Letters by mail: over SMTP, or into a folder where nothing is set up and in the demo.

What a letter says and for whom it is stands in no log.
"""

import os
import secrets
import smtplib
import ssl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import make_msgid
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urlsplit

from graph.errors import InvalidInput, MailError

PATIENCE = 15.0
"""Seconds to wait for each answer of a mail server."""

OUTBOX = "outbox"
"""Name of the folder of letters that were not sent, under the data directory."""

_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in Dutch and English, as text."""

    to: str
    subject_nl: str
    subject_en: str
    text: str


class Mailer(Protocol):
    """What sends letters."""

    def send(self, letter: Letter) -> None:
        """Send a letter, or raise :class:`~graph.errors.MailError` where it was not taken."""
        ...

    def forget(self, address: str) -> int:
        """Take away the letters to an address that are kept here, and return how many there were."""
        ...


@dataclass(frozen=True, slots=True)
class SmtpMailer:
    """Sends over SMTP, over TLS unless the server is this machine.

    ``implicit`` speaks TLS from the first byte (RFC 8314); otherwise STARTTLS is asked for, and nothing goes further
    without it to another machine.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    implicit: bool = False
    patience: float = PATIENCE
    tls: ssl.SSLContext | None = None

    def send(self, letter: Letter) -> None:
        """Send a letter: it was taken for its one recipient, or this raises.

        Raises
        ------
        MailError
            The server does not answer, speaks no TLS, refuses who signs in, or refuses the recipient.
        """
        with _told(self.host, self.port):
            message = composed(letter, self.sender)
            context = self.tls or ssl.create_default_context()
            with self._connected(context) as server:
                server.ehlo_or_helo_if_needed()
                if not self.implicit and (server.has_extn("starttls") or self.host not in _LOCAL):
                    server.starttls(context=context)
                if self.user:
                    server.login(self.user, self.password)
                server.send_message(message)

    def forget(self, address: str) -> int:
        """Return 0: what was sent is not kept here."""
        return 0

    def _connected(self, context: ssl.SSLContext) -> smtplib.SMTP:
        if self.implicit:
            return smtplib.SMTP_SSL(self.host, self.port, timeout=self.patience, context=context)
        return smtplib.SMTP(self.host, self.port, timeout=self.patience)


@dataclass(frozen=True, slots=True)
class OutboxMailer:
    """Keeps letters as files, for their owner's eyes only, that any mail program opens."""

    folder: Path
    sender: str

    def send(self, letter: Letter) -> None:
        """Keep a letter; it is there whole or not at all.

        Raises
        ------
        MailError
        """
        content = composed(letter, self.sender).as_bytes()
        now = datetime.now(UTC)
        name = f"{now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}.eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = self.folder / f".{name}.part"
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                out.write(content)
            part.replace(self.folder / name)
        except OSError as error:
            message = (
                f"De brief kon niet bewaard worden in {self.folder} ({error.strerror}). "
                f"/ The letter could not be kept in {self.folder} ({error.strerror})."
            )
            raise MailError(message) from error

    def forget(self, address: str) -> int:
        """Take away every kept letter to an address."""
        gone = 0
        for file in sorted(self.folder.glob("*.eml")):
            found = message_from_bytes(file.read_bytes(), policy=policy.default)
            if str(found["To"]).strip().casefold() == address.strip().casefold():
                file.unlink(missing_ok=True)
                gone += 1
        return gone


def composed(letter: Letter, sender: str) -> EmailMessage:
    """Return a letter as a message.

    Raises
    ------
    MailError
        The recipient is no address.
    """
    message = EmailMessage()
    try:
        message["To"] = Address(addr_spec=letter.to.strip())
        message["From"] = sender
        message["Subject"] = f"{letter.subject_nl} / {letter.subject_en}"
    except Exception as error:
        told = "Dat is geen mailadres om naar te schrijven. / That is no mail address to write to."
        raise MailError(told) from error
    message["Date"] = datetime.now(UTC)
    message["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2].strip("> ") or "localhost")
    # No answer by a machine: a note of absence would only bounce (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.text)
    return message


def mailer(where: str, sender: str, password: str, data: Path) -> Mailer:
    """Return what sends letters.

    Parameters
    ----------
    where
        ``outbox``, ``smtp://user@host:587`` (STARTTLS) or ``smtps://user@host:465`` (TLS).

    Raises
    ------
    InvalidInput
    """
    if where == OUTBOX:
        return OutboxMailer(data / OUTBOX, sender or "Ploeg <ploeg@localhost>")
    try:
        parts = urlsplit(where)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = urlsplit(""), None, None
    if parts.scheme not in {"smtp", "smtps"} or not host or parts.path.strip("/") or parts.password:
        message = (
            "PLOEG_MAIL klopt niet; verwacht outbox, smtp://gebruiker@host:587 of smtps://gebruiker@host:465. Het "
            "wachtwoord hoort in PLOEG_MAIL_PASSWORD. / PLOEG_MAIL is not right; expected outbox, "
            "smtp://user@host:587 or smtps://user@host:465. The password goes into PLOEG_MAIL_PASSWORD."
        )
        raise InvalidInput(message)
    if "@" not in sender:
        message = (
            "Zet PLOEG_MAIL_FROM op het adres waarvan de mails komen. "
            "/ Set PLOEG_MAIL_FROM to the address that mails come from."
        )
        raise InvalidInput(message)
    implicit = parts.scheme == "smtps"
    return SmtpMailer(
        host, port or (465 if implicit else 587), sender, unquote(parts.username or ""), password, implicit
    )


@contextmanager
def _told(host: str, port: int) -> Generator[None]:
    """Say what to do about what a mail server, or the way to it, does; never what it was asked."""
    try:
        yield
    except smtplib.SMTPAuthenticationError as error:
        nl = "weigert de aanmelding; kijk PLOEG_MAIL_PASSWORD na"
        en = "refuses the sign-in; check PLOEG_MAIL_PASSWORD"
        raise _failed(host, port, nl, en) from error
    except smtplib.SMTPRecipientsRefused as error:
        raise _failed(host, port, "weigert de ontvanger", "refuses the recipient") from error
    except smtplib.SMTPNotSupportedError as error:
        nl, en = (
            "kan geen TLS of geen aanmelding; gebruik smtps://",
            "offers no TLS or no sign-in; use smtps://",
        )
        raise _failed(host, port, nl, en) from error
    except ssl.SSLError as error:
        nl, en = "heeft geen certificaat dat klopt", "has no certificate that holds"
        raise _failed(host, port, nl, en) from error
    except (OSError, smtplib.SMTPException) as error:
        # SMTPException is an OSError; so are a refused connection, an unknown host and a time-out.
        raise _failed(host, port, "neemt de mail niet aan", "does not take the mail") from error


def _failed(host: str, port: int, nl: str, en: str) -> MailError:
    return MailError(f"De mailserver {host}:{port} {nl}. / The mail server {host}:{port} {en}.")
