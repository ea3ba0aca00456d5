"""Signing in at an OpenID provider: authorization code with PKCE, by Authlib.

What is followed: OpenID Connect Core 1.0 (sections 3.1 and 5.3), OpenID Connect Discovery 1.0, RFC 7636 (PKCE), RFC
9207 (who answers) and the advice of RFC 9700.  What must be remembered between going and coming back stands in a
signed cookie of ten minutes, so that no server has to keep it.
"""

import secrets
import threading
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.oidc.core import CodeIDToken
from itsdangerous import BadSignature, URLSafeTimedSerializer
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from graph.errors import NotSignedIn, ProviderUnavailable

with warnings.catch_warnings():
    # It says that a newer HTTP client is preferred; the one it falls back on is the one that is wanted.
    warnings.simplefilter("ignore")
    from authlib.integrations.httpx_client import OAuth2Client

SECONDS = 5.0
"""How long a provider may take over one answer."""

MINUTES = 10
"""How long somebody may take at the provider."""

KEPT_SECONDS = 3600.0
"""For how long what a provider says of itself is believed."""

LEEWAY = 60
"""Seconds by which the clocks of two servers may differ."""

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""How a provider may sign; never with a secret that both know, and never not."""

_DISCOVERY = "/.well-known/openid-configuration"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")

AGAIN = (
    "Aanmelden bij uw organisatie is niet gelukt; begin opnieuw. "
    "/ Signing in with your organisation did not work; start again."
)
LATE = (
    "Dit duurde te lang of begon in een ander venster; begin opnieuw. "
    "/ This took too long or began in another window; start again."
)
REFUSED = (
    "U hebt het aanmelden afgebroken, of uw organisatie liet het niet toe. "
    "/ You stopped signing in, or your organisation did not allow it."
)


@dataclass(frozen=True, slots=True)
class Underway:
    """What must be remembered of somebody who is at the provider."""

    state: str
    nonce: str
    verifier: str
    redirect: str
    language: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is at a provider; ``email`` only where the provider has verified it."""

    issuer: str
    subject: str
    email: str | None


class OpenId:
    """One OpenID provider, and Ploeg as a client of it.

    Parameters
    ----------
    issuer
        The provider's own name, an address without what comes after it.
    client, secret
        How the provider knows Ploeg; an empty secret for a public client.
    """

    def __init__(self, issuer: str, client: str, secret: str = "") -> None:
        self.issuer = issuer
        self._client = client
        self._secret = secret
        self._guard = threading.Lock()
        self._known: tuple[float, Mapping[str, Any]] | None = None
        self._keys: KeySet | None = None

    def begin(self, redirect: str, language: str) -> tuple[str, Underway]:
        """Return the address at the provider to go to, and what must be remembered meanwhile.

        Raises
        ------
        ProviderUnavailable
        """
        known = self._metadata()
        gone = Underway(
            state=secrets.token_urlsafe(24),
            nonce=secrets.token_urlsafe(24),
            verifier=secrets.token_urlsafe(48),
            redirect=redirect,
            language=language,
        )
        with self._session(gone) as session:
            address, _ = session.create_authorization_url(
                known["authorization_endpoint"],
                state=gone.state,
                code_verifier=gone.verifier,
                nonce=gone.nonce,
                ui_locales=language,
            )
        return str(address), gone

    def finish(self, gone: Underway, said: Mapping[str, str]) -> Identity:
        """Return who came back.

        Parameters
        ----------
        said
            The parameters of the address that the provider sent them back to.

        Raises
        ------
        NotSignedIn
            They were refused there, or what came back is not what the provider would say.
        ProviderUnavailable
        """
        if not secrets.compare_digest(said.get("state", "").encode(), gone.state.encode()):
            raise NotSignedIn(LATE)
        known = self._metadata()
        told = said.get("iss")
        if told != self.issuer and (
            told is not None or known.get("authorization_response_iss_parameter_supported")
        ):
            raise NotSignedIn(AGAIN)
        if "error" in said:
            raise NotSignedIn(REFUSED if said["error"] == "access_denied" else AGAIN)
        if not said.get("code"):
            raise NotSignedIn(AGAIN)
        try:
            with self._session(gone) as session:
                token = session.fetch_token(
                    known["token_endpoint"], code=said["code"], code_verifier=gone.verifier
                )
                claims = self._claims(token, gone)
                told_of = self._told_of(session, known, claims)
        except (httpx.HTTPError, ValueError) as error:
            raise _absent() from error
        except (AuthlibBaseError, JoseError, KeyError, TypeError) as error:
            raise NotSignedIn(AGAIN) from error
        verified = told_of.get("email_verified") is True
        email = told_of.get("email")
        return Identity(
            self.issuer, str(claims["sub"]), email if verified and isinstance(email, str) else None
        )

    def _session(self, gone: Underway) -> Any:
        return OAuth2Client(
            client_id=self._client,
            client_secret=self._secret or None,
            token_endpoint_auth_method="client_secret_basic" if self._secret else "none",
            scope="openid email",
            redirect_uri=gone.redirect,
            code_challenge_method="S256",
            timeout=SECONDS,
            trust_env=False,
            follow_redirects=False,
        )

    def _claims(self, token: Mapping[str, Any], gone: Underway) -> CodeIDToken:
        """Return what an ID token says, checked as section 3.1.3.7 of the Core tells."""
        given = str(token["id_token"])
        try:
            decoded = jwt.decode(given, self._key_set(), algorithms=list(ALGORITHMS))
        except (JoseError, ValueError):
            # The provider may have taken new keys since: look once more.
            decoded = jwt.decode(given, self._key_set(anew=True), algorithms=list(ALGORITHMS))
        claims = CodeIDToken(
            decoded.claims,
            decoded.header,
            options={
                "iss": {"essential": True, "value": self.issuer},
                "aud": {"essential": True, "value": self._client},
                "sub": {"essential": True},
            },
            params={
                "nonce": gone.nonce,
                "client_id": self._client,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(leeway=LEEWAY)
        return claims

    def _told_of(self, session: Any, known: Mapping[str, Any], claims: CodeIDToken) -> Mapping[str, Any]:
        """Return where the address stands: in the token, or in what the provider says of whoever it is about."""
        if "email" in claims or "userinfo_endpoint" not in known:
            return dict(claims)
        answer = session.get(known["userinfo_endpoint"])
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told if told.get("sub") == claims["sub"] else {}

    def _metadata(self) -> Mapping[str, Any]:
        with self._guard:
            if self._known is not None and monotonic() - self._known[0] < KEPT_SECONDS:
                return self._known[1]
            found = _fetched(self.issuer.rstrip("/") + _DISCOVERY)
            if found.get("issuer") != self.issuer or not all(
                _may_be_asked(found.get(name), self.issuer) for name in _ENDPOINTS
            ):
                raise _absent()
            self._known, self._keys = (monotonic(), found), None
            return found

    def _key_set(self, *, anew: bool = False) -> KeySet:
        known = self._metadata()
        with self._guard:
            if self._keys is None or anew:
                self._keys = KeySet.import_key_set(_fetched(known["jwks_uri"]))  # type: ignore[arg-type]
            return self._keys


class Remembered:
    """Keeps what must be remembered in a signed text, for as long as somebody may take."""

    def __init__(self, secret: bytes) -> None:
        self._signed = URLSafeTimedSerializer(secret, salt="ploeg openid")

    def written(self, gone: Underway) -> str:
        """Return the text."""
        return str(self._signed.dumps(asdict(gone)))

    def read(self, text: str) -> Underway:
        """Return what a text says.

        Raises
        ------
        NotSignedIn
            It is none of ours, or too old.
        """
        try:
            return Underway(**self._signed.loads(text, max_age=MINUTES * 60))
        except (BadSignature, TypeError) as error:
            raise NotSignedIn(LATE) from error


def loopback(address: str) -> bool:
    """Tell whether an address is on this machine, where there is nobody in between."""
    return urlsplit(address).hostname in {"127.0.0.1", "::1", "localhost"}


def _may_be_asked(address: object, issuer: str) -> bool:
    if not isinstance(address, str):
        return False
    here = address.startswith("http://") and loopback(issuer) and loopback(address)
    return address.startswith("https://") or here


def _fetched(address: str) -> dict[str, Any]:
    try:
        answer = httpx.get(address, timeout=SECONDS, trust_env=False)
        answer.raise_for_status()
        found = answer.json()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise _absent() from error
    if not isinstance(found, dict):
        raise _absent()
    return found


def _absent() -> ProviderUnavailable:
    return ProviderUnavailable(
        "Aanmelden bij uw organisatie kan nu niet: die antwoordt niet. Meld u aan met een wachtwoord, of probeer "
        "later opnieuw. / Signing in with your organisation is not possible now: it does not answer. Sign in with a "
        "password, or try again later."
    )
