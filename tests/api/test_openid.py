"""Signing in at a real OpenID provider: who gets in, who doesn't, and what a wrong answer from it is worth."""

import base64
import json
import threading
import time
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from api.app import create_app
from api.callers import SignIn
from api.openid import OpenId
from graph.access import Role, Viewer
from graph.errors import NotSignedIn
from graph.store import Store
from queries import accounts, audit
from tests.api.calls import PASSWORD
from tests.api.city import CITY
from tests.api.conftest import served, state
from tests.conftest import wipe
from tests.neo4j_server import Unavailable
from tests.openid_provider import CLIENT, OTHER, Provider, openid_provider
from tests.unavailable import left_out

ADMIN = Viewer(Role.ADMIN, CITY)
EMAIL = "an@voorbeeld.be"
SECRET = b"only for the tests of signing in"
ELSEWHERE = "/auth/openid"


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    opened = openid_provider()
    try:
        running = opened.__enter__()
    except Unavailable as reason:
        left_out("real OpenID provider", reason)
    try:
        yield running
    finally:
        opened.__exit__(None, None, None)


@dataclass
class Browser:
    """Somebody with a browser: cookies per site, and redirects that are followed one by one."""

    site: httpx.Client
    elsewhere: httpx.Client

    def at_provider(self, address: str) -> str:
        """Do what the provider asks, and return the address at Ploeg that it sends one back to."""
        while address.startswith(str(self.elsewhere.base_url)):
            answer = self.elsewhere.get(address)
            assert answer.is_redirect, answer.text
            address = urljoin(address, answer.headers["location"])
        return address

    def go(self) -> str:
        """Begin, and return the address at the provider."""
        answer = self.site.get(ELSEWHERE)
        assert (answer.status_code, answer.headers["referrer-policy"]) == (303, "no-referrer")
        return answer.headers["location"]

    def sign_in(self) -> httpx.Response:
        """Walk the whole way and return the last answer."""
        return self.site.get(self.at_provider(self.go()))

    def me(self) -> dict[str, object]:
        found: dict[str, object] = self.site.get("/v1/me").json()
        return found


@contextmanager
def browsing(store: Store, openid: OpenId | None) -> Generator[Browser, None, None]:
    sign_in = SignIn(SECRET, openid=openid)
    with served(create_app(replace(state(store), sign_in=sign_in))) as client:
        where = openid.issuer if openid else "http://127.0.0.1:1"
        with httpx.Client(base_url=where, timeout=30.0, trust_env=False) as elsewhere:
            yield Browser(client, elsewhere)


def known(provider: Provider) -> OpenId:
    return OpenId(provider.issuer, CLIENT, provider.secret)


@pytest.fixture
def people(_embedded: Store) -> Iterator[Store]:
    wipe(_embedded)
    an = accounts.add(_embedded, ADMIN, EMAIL, [Role.ADMIN, Role.COORDINATOR], name="An")
    accounts.choose_password(_embedded, an.id, PASSWORD)
    accounts.add(_embedded, ADMIN, "bo@voorbeeld.be", [Role.PARTNER])
    yield _embedded
    wipe(_embedded)


@pytest.fixture
def browser(people: Store, provider: Provider) -> Iterator[Browser]:
    with browsing(people, known(provider)) as found:
        yield found


def test_the_whole_way_signs_in_and_leaves_nothing_to_use_again(browser: Browser, provider: Provider) -> None:
    provider.next("sub-an", EMAIL)
    back = browser.at_provider(browser.go())
    answer = browser.site.get(back)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    me = browser.me()
    assert (me["via"], me["role"]) == ("session", "coordinator")
    assert [name for name in browser.site.cookies if "openid" in name] == []
    browser.site.cookies.clear()
    again = browser.site.get(back)
    assert (again.status_code, "location" in again.headers) == (401, False)


def test_what_goes_to_the_provider_says_how_the_code_is_proved(browser: Browser, provider: Provider) -> None:
    asked = parse_qs(urlsplit(browser.go()).query)
    assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
    assert asked["redirect_uri"] == [f"{str(browser.site.base_url).rstrip('/')}/auth/openid/back"]
    assert len(asked["code_challenge"][0]) == 43
    assert {"state", "nonce"} <= set(asked)
    assert provider.secret not in str(asked)


def test_who_signed_in_once_is_known_by_the_provider_and_no_longer_by_address(
    browser: Browser, provider: Provider
) -> None:
    provider.next("sub-an", EMAIL)
    browser.sign_in()
    for client in (browser.site, browser.elsewhere):
        client.cookies.clear()
    provider.next("sub-an", "heel.anders@voorbeeld.be", verified=False)
    assert browser.sign_in().status_code == 303
    assert browser.me()["account"]["email"] == EMAIL  # type: ignore[index]


def test_a_second_person_with_the_same_address_does_not_get_in(browser: Browser, provider: Provider) -> None:
    provider.next("sub-an", EMAIL)
    browser.sign_in()
    for client in (browser.site, browser.elsewhere):
        client.cookies.clear()
    provider.next("sub-other", EMAIL)
    assert browser.sign_in().status_code == 401


def test_unverified_unknown_blocked_and_without_a_role_are_told_the_same(
    browser: Browser, provider: Provider, people: Store
) -> None:
    accounts.add(people, ADMIN, "cas@voorbeeld.be", [Role.PARTNER])
    accounts.change(people, ADMIN, "cas@voorbeeld.be", blocked=True)
    accounts.add(people, ADMIN, "dia@voorbeeld.be", [Role.PARTNER])
    accounts.change(people, ADMIN, "dia@voorbeeld.be", roles=[])
    told: set[tuple[int, str]] = set()
    cases = [
        ("nobody@voorbeeld.be", True),
        (EMAIL, False),
        ("cas@voorbeeld.be", True),
        ("dia@voorbeeld.be", True),
    ]
    for at, (email, verified) in enumerate(cases):
        browser.elsewhere.cookies.clear()
        provider.next(f"sub-{at}", email, verified=verified)
        answer = browser.sign_in()
        told.add((answer.status_code, answer.text))
        assert browser.me()["via"] == "nobody"
    assert len(told) == 1
    assert next(iter(told))[0] == 401
    log = audit.every(people, ADMIN, now=datetime.now(UTC))
    failures = [event for event in log if event.action is audit.Action.SIGN_IN_FAILED]
    assert len(failures) == len(cases)


def test_whoever_is_refused_there_is_told_so(browser: Browser, provider: Provider) -> None:
    provider.refuse("access_denied")
    answer = browser.sign_in()
    assert (answer.status_code, "afgebroken" in answer.text) == (401, True)
    assert 'href="/auth/openid"' in answer.text


@pytest.mark.parametrize("change", ["state=other", "state=", "iss=https://elsewhere.example.org", "code="])
def test_an_answer_with_something_else_in_it_is_refused(
    browser: Browser, provider: Provider, change: str
) -> None:
    provider.next("sub-an", EMAIL)
    back = httpx.URL(browser.at_provider(browser.go()))
    name, _, value = change.partition("=")
    answer = browser.site.get(back.copy_set_param(name, value))
    assert (answer.status_code, browser.me()["via"]) == (401, "nobody")


def test_a_way_back_in_another_browser_is_refused(browser: Browser, provider: Provider) -> None:
    provider.next("sub-an", EMAIL)
    back = browser.at_provider(browser.go())
    with httpx.Client(trust_env=False) as other:
        assert other.get(back).status_code == 401
    own = browser.site.cookies.get("ploeg-openid")
    assert own is not None
    browser.site.cookies.set("ploeg-openid", own[:-2] + ("AA" if own[-2:] != "AA" else "BB"))
    assert browser.site.get(back).status_code == 401


def test_a_code_without_its_verifier_or_for_another_nonce_is_worth_nothing(provider: Provider) -> None:
    openid = known(provider)
    redirect = "http://127.0.0.1/auth/openid/back"
    provider.next("sub-an", EMAIL)
    for spoilt in ("verifier", "nonce"):
        address, gone = openid.begin(redirect, "nl")
        with httpx.Client(base_url=provider.issuer, trust_env=False) as elsewhere:
            back = Browser(elsewhere, elsewhere).at_provider(address)
        said = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
        with pytest.raises(NotSignedIn):
            openid.finish(replace(gone, **{spoilt: "x" * 64}), said)


def test_a_code_of_another_client_is_worth_nothing(provider: Provider) -> None:
    provider.next("sub-an", EMAIL)
    address, gone = OpenId(provider.issuer, OTHER, provider.secret).begin(
        "http://127.0.0.1/auth/openid/back", "nl"
    )
    with httpx.Client(base_url=provider.issuer, trust_env=False) as elsewhere:
        back = Browser(elsewhere, elsewhere).at_provider(address)
    said = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
    with pytest.raises(NotSignedIn):
        known(provider).finish(gone, said)


RIGHT, WRONG = RSAKey.generate_key(2048), RSAKey.generate_key(2048)
SHARED = "a secret of thirty-two characters"
LIES: dict[str, tuple[Mapping[str, object], str, Any]] = {
    "another key": ({}, "RS256", WRONG),
    "no signature": ({}, "none", None),
    "a secret that both know": ({}, "HS256", OctKey.import_key(SHARED)),
    "another audience": ({"aud": "something-else"}, "RS256", RIGHT),
    "several audiences": ({"aud": [CLIENT, "something-else"]}, "RS256", RIGHT),
    "another party": ({"azp": "something-else"}, "RS256", RIGHT),
    "another issuer": ({"iss": "https://elsewhere.example.org"}, "RS256", RIGHT),
    "run out": ({"exp": 1}, "RS256", RIGHT),
    "from later on": ({"iat": 4_000_000_000}, "RS256", RIGHT),
    "another nonce": ({"nonce": "other"}, "RS256", RIGHT),
    "no nonce": ({"nonce": None}, "RS256", RIGHT),
    "nobody": ({"sub": None}, "RS256", RIGHT),
    "another access token": ({"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}, "RS256", RIGHT),
}


@contextmanager
def liar(
    lie: Mapping[str, object], algorithm: str, key: Any, nonce: dict[str, str]
) -> Generator[str, None, None]:
    """Answer as a provider that says something wrong: a well-behaved one can't be made to."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(RIGHT_KEYS if self.path == "/jwks" else {"issuer": here, **endpoints(here)})

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            now = int(time.time())
            claims = {"iss": here, "aud": CLIENT, "sub": "sub-an", "iat": now, "exp": now + 60,
                      "email": EMAIL, "email_verified": True, **nonce, **lie}  # fmt: skip
            told = {name: value for name, value in claims.items() if value is not None}
            header = {"alg": algorithm, "kid": "one"}
            if algorithm == "none":
                parts = [json.dumps(header).encode(), json.dumps(told).encode()]
                given = ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."
            else:
                given = jwt.encode(header, told, key, algorithms=["RS256", "HS256"])
            self._send({"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": given})

        def _send(self, body: Mapping[str, object]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        here = f"http://127.0.0.1:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield here
        finally:
            server.shutdown()


RIGHT_KEYS = {"keys": [{**RIGHT.as_dict(private=False), "kid": "one"}]}


def endpoints(here: str) -> dict[str, str]:
    return {
        "authorization_endpoint": f"{here}/auth",
        "token_endpoint": f"{here}/token",
        "jwks_uri": f"{here}/jwks",
    }


@pytest.mark.parametrize("lie", [None, *LIES])
def test_a_token_that_is_not_as_it_must_be_is_worth_nothing(lie: str | None) -> None:
    said, algorithm, key = LIES[lie] if lie else ({}, "RS256", RIGHT)
    nonce: dict[str, str] = {}
    with liar(said, algorithm, key, nonce) as here:
        openid = OpenId(here, CLIENT, SHARED)
        _, gone = openid.begin("http://127.0.0.1/auth/openid/back", "nl")
        nonce["nonce"] = gone.nonce
        back = {"state": gone.state, "code": "x"}
        if lie is None:
            assert openid.finish(gone, back).email == EMAIL
        else:
            with pytest.raises(NotSignedIn):
                openid.finish(gone, back)


def test_a_wrong_secret_of_ours_is_no_way_in(people: Store, provider: Provider) -> None:
    provider.next("sub-an", EMAIL)
    with browsing(people, OpenId(provider.issuer, CLIENT, "wrong")) as browser:
        assert browser.sign_in().status_code == 401


def test_a_provider_that_does_not_answer_leaves_the_password(people: Store) -> None:
    with openid_provider() as gone, browsing(people, known(gone)) as browser:
        address = browser.go()
        gone.next("sub-an", EMAIL)
        back = browser.at_provider(address)
        gone.stop()
        late = browser.site.get(back)
        assert (late.status_code, "Wachtwoord" in late.text) == (503, True)
        with browsing(people, known(gone)) as fresh:
            assert fresh.site.get(ELSEWHERE).status_code == 503
        answer = browser.site.post(
            "/v1/sessions",
            json={"email": EMAIL, "password": PASSWORD},
            headers={"X-Requested-With": "tests"},
        )
        assert answer.status_code == 200


def test_a_name_that_is_not_the_providers_own_is_refused(people: Store, provider: Provider) -> None:
    with browsing(people, OpenId(f"{provider.issuer}/", CLIENT, provider.secret)) as browser:
        assert browser.site.get(ELSEWHERE).status_code == 503


def test_without_a_provider_there_is_no_such_address_and_no_button(people: Store) -> None:
    with browsing(people, None) as browser:
        assert [browser.site.get(path).status_code for path in (ELSEWHERE, f"{ELSEWHERE}/back")] == [404, 404]
        assert ELSEWHERE not in browser.site.get("/aanmelden").text
        assert browser.me()["sign_in"] == {"needed": True, "openid": False}


def test_with_one_the_page_offers_it_in_both_languages(browser: Browser) -> None:
    assert browser.me()["sign_in"] == {"needed": True, "openid": True}
    for language in ("nl", "en"):
        assert f'href="{ELSEWHERE}' in browser.site.get(f"/aanmelden?taal={language}").text
    english = browser.site.get(f"{ELSEWHERE}?taal=en").headers["location"]
    assert "ui_locales=en" in english
    with suppress(KeyError):
        browser.site.cookies.delete("ploeg-openid")
