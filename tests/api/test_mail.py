"""Letters, to a real SMTP server and into a folder."""

import socket
import ssl
import subprocess
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from api.mail import Letter, OutboxMailer, SmtpMailer, mailer
from graph.errors import InvalidInput, MailError

LETTER = Letter("an@example.org", "Uw gegevens", "Your data", "Dag An,\n\nééntje.\n")
SENDER = "Ploeg <ploeg@example.org>"


class Post:
    """What a mail server got; it refuses one recipient."""

    def __init__(self) -> None:
        self.got: list[EmailMessage] = []
        self.secured: list[bool] = []

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, __: list[str]
    ) -> str:
        if address.startswith("weg@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content
        assert isinstance(content, bytes)
        self.got.append(message_from_bytes(content, policy=policy.default))
        self.secured.append(session.ssl is not None)
        return "250 OK"


def signs_in(_: object, __: object, ___: object, ____: str, data: object) -> AuthResult:
    good = isinstance(data, LoginPassword) and data.login == b"ploeg" and data.password == b"geheim"
    return AuthResult(success=good, handled=False)


class OverTls(Controller):
    """A server of TLS that is known to run once somebody who trusts its certificate is greeted."""

    trusting: ssl.SSLContext

    def _trigger_server(self) -> None:
        with (
            socket.create_connection(("127.0.0.1", self.port), 5) as bare,
            self.trusting.wrap_socket(bare, server_hostname="localhost") as greeted,
        ):
            greeted.recv(100)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for this machine, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made, key = folder / "made.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", made],
        check=True, capture_output=True,
    )  # fmt: skip
    return made, key


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def plain(post: Post) -> Iterator[int]:
    """Port of a server without TLS."""
    server = Controller(post, hostname="0.0.0.0", port=_free())  # noqa: S104
    server.start()
    yield server.port
    server.stop()


@pytest.fixture
def secured(post: Post, certificate: tuple[Path, Path]) -> Iterator[int]:
    """Port of a server that wants STARTTLS and a sign-in."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    server = Controller(
        post, hostname="127.0.0.1", port=_free(), tls_context=context, require_starttls=True,
        authenticator=signs_in, auth_required=True,
    )  # fmt: skip
    server.start()
    yield server.port
    server.stop()


def _free() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        found: int = taken.getsockname()[1]
        return found


def trusting(certificate: tuple[Path, Path]) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate[0])


def test_a_letter_arrives_as_it_was_written(post: Post, plain: int) -> None:
    SmtpMailer("127.0.0.1", plain, SENDER).send(LETTER)
    (got,) = post.got
    assert (got["To"], got["From"], got["Subject"]) == (LETTER.to, SENDER, "Uw gegevens / Your data")
    assert got.get_content().replace("\r\n", "\n") == LETTER.text
    assert got["Auto-Submitted"] == "auto-generated"


def test_over_tls_with_a_sign_in(post: Post, secured: int, certificate: tuple[Path, Path]) -> None:
    SmtpMailer("localhost", secured, SENDER, "ploeg", "geheim", tls=trusting(certificate)).send(LETTER)
    assert post.secured == [True]


def test_tls_from_the_first_byte(post: Post, certificate: tuple[Path, Path]) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    server = OverTls(post, hostname="127.0.0.1", port=_free(), ssl_context=context)
    server.trusting = trusting(certificate)
    server.start()
    try:
        SmtpMailer("localhost", server.port, SENDER, implicit=True, tls=trusting(certificate)).send(LETTER)
        assert len(post.got) == 1
    finally:
        server.stop()


def test_a_certificate_nobody_vouches_for_gets_no_letter(post: Post, secured: int) -> None:
    with pytest.raises(MailError, match="certificaat"):
        SmtpMailer("localhost", secured, SENDER, "ploeg", "geheim").send(LETTER)
    assert post.got == []


def test_a_wrong_password_is_told_and_not_shown(
    post: Post, secured: int, certificate: tuple[Path, Path]
) -> None:
    wrong = SmtpMailer("localhost", secured, SENDER, "ploeg", "anders-geheim", tls=trusting(certificate))
    with pytest.raises(MailError, match="PLOEG_MAIL_PASSWORD") as raised:
        wrong.send(LETTER)
    assert "anders-geheim" not in f"{raised.value}{wrong!r}"
    assert post.got == []


def test_another_machine_without_tls_gets_nothing(post: Post, plain: int) -> None:
    # An address that the mailer does not know as this machine's, though it leads here.
    with pytest.raises(MailError, match="smtps://"):
        SmtpMailer("127.0.0.2", plain, SENDER).send(LETTER)
    assert post.got == []


def test_a_refused_recipient_is_told(post: Post, plain: int) -> None:
    with pytest.raises(MailError, match="weigert de ontvanger") as raised:
        SmtpMailer("127.0.0.1", plain, SENDER).send(Letter("weg@example.org", "x", "y", "z"))
    assert "weg@example.org" not in str(raised.value)
    assert post.got == []


def test_a_server_that_is_away_is_told() -> None:
    with pytest.raises(MailError, match="neemt de mail niet aan"):
        SmtpMailer("127.0.0.1", _free(), SENDER, patience=2).send(LETTER)


@pytest.mark.parametrize("to", ["", "geen adres", "an@example.org\nBcc: iedereen@example.org", "a@b, c@d"])
def test_what_is_no_address_gets_no_letter(tmp_path: Path, to: str) -> None:
    with pytest.raises(MailError):
        OutboxMailer(tmp_path, SENDER).send(Letter(to, "x", "y", "z"))
    assert list(tmp_path.iterdir()) == []


def test_the_outbox_keeps_letters_and_forgets_those_to_one_address(tmp_path: Path) -> None:
    box = OutboxMailer(tmp_path / "outbox", SENDER)
    for to in ("an@example.org", "AN@example.org", "bo@example.org"):
        box.send(Letter(to, "x", "y", "tekst"))
    assert all(file.stat().st_mode & 0o077 == 0 for file in box.folder.iterdir())
    assert box.forget("an@example.org") == 2
    (left,) = box.folder.iterdir()
    assert message_from_bytes(left.read_bytes())["To"] == "bo@example.org"


@pytest.mark.parametrize("where", ["", "post", "http://x", "smtp://", "smtp://u:wachtwoord@h", "smtp://h:x"])
def test_a_setting_that_is_not_right_is_told_without_the_password(tmp_path: Path, where: str) -> None:
    with pytest.raises(InvalidInput, match="PLOEG_MAIL") as raised:
        mailer(where, SENDER, "geheim", tmp_path)
    assert "wachtwoord@h" not in str(raised.value)


def test_settings_become_a_mailer(tmp_path: Path) -> None:
    assert mailer("smtps://an%40x@h", SENDER, "p", tmp_path) == SmtpMailer(
        "h", 465, SENDER, "an@x", "p", True
    )
    assert mailer("smtp://h", SENDER, "", tmp_path) == SmtpMailer("h", 587, SENDER)
    assert isinstance(mailer("outbox", "", "", tmp_path), OutboxMailer)
    with pytest.raises(InvalidInput, match="PLOEG_MAIL_FROM"):
        mailer("smtp://h", "", "", tmp_path)
