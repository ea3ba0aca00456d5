"""Who calls: by the cookie of a session, by a token, or, on this machine only, as whoever runs Ploeg."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from time import monotonic
from urllib.parse import urlsplit

from itsdangerous import BadSignature, Signer
from starlette.requests import HTTPConnection

from api.attempts import Attempts
from api.openid import OpenId
from graph.access import Role, Viewer
from graph.errors import NotSignedIn
from graph.store import Store
from queries import sessions, tokens
from queries.accounts import any_account
from queries.sessions import Limits, SignedIn

LOOK_AGAIN = 1.0
"""Seconds after which a process that still needs no sign-in looks whether somebody has an account now."""


class Via(StrEnum):
    """How it is known who calls."""

    LOCAL = "local"
    SESSION = "session"
    TOKEN = "token"  # noqa: S105
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls; ``signed_in`` for a session."""

    viewer: Viewer
    via: Via
    signed_in: SignedIn | None = None


@dataclass(frozen=True)
class SignIn:
    """How people sign in.

    ``secret`` signs cookies.  ``address`` is where the page is reached, such as ``https://ploeg.voorbeeld.be``; with
    one, nobody gets in as whoever runs Ploeg.  Without one that ends with the first account.  ``openid`` is the
    provider at which one can sign in too.
    """

    secret: bytes = field(repr=False)
    address: str = ""
    limits: Limits = field(default_factory=Limits)
    openid: OpenId | None = None

    @property
    def origin(self) -> str:
        """Scheme and host of the address."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}".lower() if self.address else ""

    @property
    def secure(self) -> bool:
        """Whether cookies go over TLS only."""
        return self.address.startswith("https://")

    @property
    def cookie(self) -> str:
        """Name of the session's cookie; the prefix binds it to this very host (RFC 6265bis, section 4.1.3.2)."""
        return "__Host-ploeg" if self.secure else "ploeg"


class Callers:
    """Tells who calls."""

    def __init__(self, store: Store, city: str, local_role: Role, sign_in: SignIn) -> None:
        self.sign_in = sign_in
        self.attempts = Attempts()
        self._store = store
        self._city = city
        self._local_role = local_role
        self._signer = Signer(sign_in.secret, salt="ploeg session")
        self._looked = float("-inf")
        self._needed = bool(sign_in.address)

    def of(self, connection: HTTPConnection) -> Caller:
        """Return who calls.

        Raises
        ------
        NotSignedIn
            A token was given that does not hold.
        """
        now = datetime.now(UTC)
        scheme, _, key = connection.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            viewer = tokens.viewer_of(self._store, key.strip(), self._city, now=now)
            if viewer is None:
                message = (
                    "Deze sleutel geldt niet (meer); maak een nieuwe. / This token does not hold (any more); make a "
                    "new one."
                )
                raise NotSignedIn(message)
            return Caller(viewer, Via.TOKEN)
        signed_in = self._session(connection, now)
        if signed_in is not None:
            return Caller(signed_in.viewer, Via.SESSION, signed_in)
        if not self.needed():
            return Caller(Viewer(self._local_role, self._city), Via.LOCAL)
        return Caller(Viewer(Role.PUBLIC, self._city), Via.NOBODY)

    def needed(self) -> bool:
        """Tell whether one must sign in to be more than the public."""
        if self._needed:
            return True
        now = monotonic()
        if now - self._looked >= LOOK_AGAIN:
            # Without a lock: with a store that is down, calls would wait for one another's failures, one by one.
            if any_account(self._store):
                self._needed = True  # and for good: a look that began before the first account can't undo it
            self._looked = now
        return self._needed

    def cookie(self, key: str | None) -> str:
        """Return the value of ``Set-Cookie`` that holds the key of a session, or that takes it away."""
        value = self._signer.sign(key).decode("ascii") if key is not None else ""
        parts = [f"{self.sign_in.cookie}={value}", "Path=/", "HttpOnly", "SameSite=Lax"]
        if self.sign_in.secure:
            parts.append("Secure")
        if key is None:
            parts.append("Max-Age=0")
        return "; ".join(parts)

    def _session(self, connection: HTTPConnection, now: datetime) -> SignedIn | None:
        held = connection.cookies.get(self.sign_in.cookie)
        if not held:
            return None
        try:
            key = self._signer.unsign(held.encode("utf-8", "replace")).decode("ascii")
        except (BadSignature, UnicodeDecodeError):
            return None
        return sessions.current(self._store, key, self._city, limits=self.sign_in.limits, now=now)
