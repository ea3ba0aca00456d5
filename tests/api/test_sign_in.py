"""Signing in over HTTP: who gets in, for how long, and what nobody learns on the way."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import httpx
import pytest

from api.app import create_app
from api.callers import SignIn
from graph.access import Role, Viewer
from graph.store import Store
from queries import accounts
from tests.api.calls import PASSWORD, SIGNED_IN, Call, Given, named
from tests.api.city import CITY, fill
from tests.api.conftest import served, state
from tests.conftest import wipe

ADMIN = Viewer(Role.ADMIN, CITY)
EMAIL = "an@voorbeeld.be"
ADMINS = ("/v1/accounts", "/v1/audit", "/v1/backups")
SCRIPT = {"X-Requested-With": "tests"}
"""What a program that keeps cookies sends, as it has no page to name."""


@dataclass
class Site:
    """A server with accounts: An is admin and coordinator, Bo is a partner without a password."""

    store: Store
    client: httpx.Client

    def sign_in(self, email: str = EMAIL, password: str = PASSWORD) -> httpx.Response:
        return self.client.post("/v1/sessions", json={"email": email, "password": password})

    def act_as(self, role: str) -> None:
        assert self.client.put("/v1/sessions/current/role", json={"role": role}).status_code == 200

    def other(self) -> httpx.Client:
        """Somebody else's client."""
        return httpx.Client(base_url=self.client.base_url, timeout=30.0, trust_env=False, headers=SCRIPT)


@pytest.fixture
def site(_embedded: Store) -> Iterator[Site]:
    wipe(_embedded)
    an = accounts.add(_embedded, ADMIN, EMAIL, [Role.ADMIN, Role.COORDINATOR], name="An")
    accounts.choose_password(_embedded, an.id, PASSWORD)
    accounts.add(_embedded, ADMIN, "bo@voorbeeld.be", [Role.PARTNER])
    with served(create_app(state(_embedded))) as client:
        client.headers.update(SCRIPT)
        yield Site(_embedded, client)
    wipe(_embedded)


def asked(site: Site, call: Call, given: Given) -> httpx.Response:
    """Send one question, with what stands in braces put in."""
    method, template = call
    identity, body = given.id, given.body
    if identity == "{session}":
        identity = site.client.get("/v1/sessions").json()["items"][0]["id"]
    if identity == "{token}":
        made = site.client.post("/v1/tokens", json={"name": "R", "scopes": ["accounts"]})
        identity = made.json()["id"]
    if identity == "{backup}":
        identity = made_backup(site.client)
    if body is not None and body.get("key") == "{link}":
        link = site.client.post("/v1/accounts/bo@voorbeeld.be/invitation").json()["link"]
        body = {**body, "key": link.partition("sleutel=")[2]}
    path = template
    for place in ("{session}", "{token}", "{account}", "{name}"):
        path = path.replace(place, identity)
    return site.client.request(method, path + (f"?{given.query}" if given.query else ""), json=body)


def made_backup(client: httpx.Client) -> str:
    """Have a back-up made and return its name; of who may not, that of none."""
    if client.post("/v1/backups").status_code != 202:
        return "none"
    for _ in range(600):
        found = client.get("/v1/backups").json()
        assert found["trouble"] is None
        if found["being_made"] is None:
            return str(found["items"][0]["name"])
        time.sleep(0.1)
    raise AssertionError


@pytest.mark.parametrize("call", named(SIGNED_IN))
def test_an_admin_gets_the_documented_answers(site: Site, call: Call) -> None:
    assert site.sign_in().status_code == 200
    site.act_as("admin")
    good, bad = SIGNED_IN[call]
    answer = asked(site, call, bad)
    assert (answer.status_code, answer.json()["code"]) == (bad.status, bad.code), answer.text
    answer = asked(site, call, good)
    assert answer.status_code == good.status, answer.text


@pytest.mark.parametrize("call", named(call for call in SIGNED_IN if call[1].startswith(ADMINS)))
def test_accounts_and_the_log_are_for_admins_only(site: Site, call: Call) -> None:
    good = SIGNED_IN[call][0]
    assert asked(site, call, good).json()["code"] == "not_signed_in"
    site.sign_in()
    assert asked(site, call, good).json()["code"] == "not_allowed"


def test_without_an_account_whoever_runs_ploeg_is_in(embedded_store: Store) -> None:
    fill(embedded_store)
    with served(create_app(state(embedded_store))) as client:
        me = client.get("/v1/me").json()
        assert (me["via"], me["role"], me["account"]) == ("local", "coordinator", None)
        assert client.get("/v1/people").status_code == 200


def test_with_an_address_nobody_is_in_without_signing_in(embedded_store: Store) -> None:
    sign_in = SignIn(b"secret", address="https://ploeg.voorbeeld.be")
    with served(create_app(replace(state(embedded_store), sign_in=sign_in))) as client:
        me = client.get("/v1/me", headers={"Host": "ploeg.voorbeeld.be"}).json()
        assert (me["via"], me["role"]) == ("nobody", "public")
        assert client.get("/v1/people").json()["code"] == "not_signed_in"
        assert client.get("/v1/me", headers={"Host": "elders.voorbeeld.be"}).status_code == 421


def test_whoever_did_not_sign_in_is_asked_to(site: Site) -> None:
    answer = site.client.get("/v1/people")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert "/aanmelden" in answer.json()["detail"]
    assert site.client.get("/v1/search?q=x").status_code == 200


def test_signing_in_gives_a_cookie_that_no_script_reads(site: Site) -> None:
    answer = site.sign_in()
    (cookie,) = answer.headers.get_list("set-cookie")
    assert {part.strip() for part in cookie.split(";")[1:]} == {"Path=/", "HttpOnly", "SameSite=Lax"}
    assert answer.json()["account"]["email"] == EMAIL
    assert site.client.get("/v1/people").status_code == 200


def test_over_tls_the_cookie_is_bound_to_this_host(site: Site) -> None:
    sign_in = SignIn(b"secret", address="https://ploeg.voorbeeld.be")
    with served(create_app(replace(state(site.store), sign_in=sign_in))) as client:
        answer = client.post(
            "/v1/sessions",
            json={"email": EMAIL, "password": PASSWORD},
            headers={"Host": "ploeg.voorbeeld.be", "Origin": "https://ploeg.voorbeeld.be"},
        )
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-ploeg=")
    assert "Secure" in cookie
    assert answer.headers["strict-transport-security"]


def test_a_wrong_address_and_a_wrong_password_are_told_the_same(site: Site) -> None:
    accounts.add(site.store, Viewer(Role.ADMIN, "gent"), "dirk@voorbeeld.be", [Role.ADMIN])
    elsewhere = accounts.account(site.store, Viewer(Role.ADMIN, "gent"), "dirk@voorbeeld.be")
    accounts.choose_password(site.store, elsewhere.id, PASSWORD)
    told = set()
    for email, password in (
        (EMAIL, "iets heel anders"),
        ("bo@voorbeeld.be", PASSWORD),
        ("niemand@voorbeeld.be", PASSWORD),
        ("geen adres", PASSWORD),
        ("dirk@voorbeeld.be", PASSWORD),
    ):
        answer = site.sign_in(email, password)
        told.add((answer.status_code, answer.json()["detail"], answer.headers.get("set-cookie")))
    assert len(told) == 1
    assert told.pop()[0] == 401


def test_after_five_failures_one_waits_whether_or_not_there_is_such_an_account(site: Site) -> None:
    for email in (EMAIL, "niemand@voorbeeld.be"):
        codes = [site.sign_in(email, "iets heel anders").status_code for _ in range(6)]
        assert codes == [401] * 5 + [429]
        refused = site.sign_in(email, PASSWORD)
        assert refused.status_code == 429
        assert int(refused.headers["retry-after"]) >= 1


def test_signing_out_ends_the_session_and_not_just_the_cookie(site: Site) -> None:
    site.sign_in()
    kept = dict(site.client.cookies)
    assert site.client.delete("/v1/sessions/current").status_code == 204
    assert not dict(site.client.cookies)
    with site.other() as thief:
        thief.cookies.update(kept)
        assert thief.get("/v1/people").status_code == 401


def test_signing_in_again_ends_the_session_before(site: Site) -> None:
    site.sign_in()
    kept = dict(site.client.cookies)
    site.sign_in()
    assert dict(site.client.cookies) != kept
    with site.other() as thief:
        thief.cookies.update(kept)
        assert thief.get("/v1/me").json()["via"] == "nobody"


@pytest.mark.parametrize("forged", ["", "x", "session:1.x", "session:1.x.y", "é", "a" * 3000])
def test_a_forged_cookie_is_nobody(site: Site, forged: str) -> None:
    answer = site.client.get("/v1/me", headers={b"Cookie": f"ploeg={forged}".encode()})
    assert answer.json()["via"] == "nobody"


def test_a_cookie_signed_with_another_secret_is_nobody(site: Site) -> None:
    site.sign_in()
    kept = dict(site.client.cookies)
    with served(create_app(state(site.store))) as elsewhere:
        elsewhere.cookies.update(kept)
        assert elsewhere.get("/v1/me").json()["via"] == "nobody"


def test_another_role_holds_from_the_next_answer_on(site: Site) -> None:
    site.sign_in()
    before = dict(site.client.cookies)
    assert site.client.get("/v1/people").status_code == 200
    site.act_as("admin")
    assert site.client.get("/v1/people").status_code == 403
    assert site.client.get("/v1/accounts").status_code == 200
    with site.other() as thief:
        thief.cookies.update(before)
        assert thief.get("/v1/me").json()["via"] == "nobody"


def test_taking_a_role_away_ends_the_session_in_the_next_answer(site: Site) -> None:
    accounts.add(site.store, ADMIN, "cas@voorbeeld.be", [Role.ADMIN])
    site.sign_in()
    assert site.client.get("/v1/people").status_code == 200
    accounts.change(site.store, ADMIN, EMAIL, roles=[Role.PARTNER])
    assert site.client.get("/v1/people").status_code == 401


def test_an_invitation_is_used_once_and_a_bad_password_leaves_it(site: Site) -> None:
    site.sign_in()
    site.act_as("admin")
    link = site.client.post("/v1/accounts/bo@voorbeeld.be/invitation").json()["link"]
    key = link.partition("sleutel=")[2]
    with site.other() as bo:
        assert bo.post("/v1/invitations", json={"key": key, "password": "kort"}).status_code == 422
        welcome = bo.post("/v1/invitations", json={"key": key, "password": PASSWORD})
        assert (welcome.status_code, welcome.json()["role"]) == (200, "partner")
        assert bo.post("/v1/invitations", json={"key": key, "password": PASSWORD}).status_code == 404
        assert bo.get("/v1/me").json()["account"]["email"] == "bo@voorbeeld.be"


def test_another_password_ends_the_other_sessions(site: Site) -> None:
    with site.other() as elsewhere:
        elsewhere.post("/v1/sessions", json={"email": EMAIL, "password": PASSWORD})
        assert elsewhere.get("/v1/me").json()["via"] == "session"
        site.sign_in()
        new = "vijf andere losse woorden"
        given = {"before": "niet dit", "password": new}
        assert site.client.put("/v1/sessions/current/password", json=given).status_code == 422
        given["before"] = PASSWORD
        assert site.client.put("/v1/sessions/current/password", json=given).status_code == 200
        assert site.client.get("/v1/me").json()["via"] == "session"
        assert elsewhere.get("/v1/me").json()["via"] == "nobody"
    assert site.sign_in(password=PASSWORD).status_code == 401


def test_a_token_asks_for_what_it_may_only(site: Site) -> None:
    site.sign_in()
    made = site.client.post("/v1/tokens", json={"name": "R", "scopes": ["search"]}).json()
    assert "key" not in site.client.get("/v1/tokens").json()["items"][0]
    with site.other() as program:
        program.headers["Authorization"] = f"Bearer {made['key']}"
        assert program.get("/v1/search?q=an").status_code == 200
        assert program.get("/v1/people").json()["code"] == "not_allowed"
        assert program.get("/v1/tokens").json()["code"] == "not_allowed"
        assert program.get("/v1/me").json()["may"] == ["search"]
        assert site.client.delete(f"/v1/tokens/{made['id']}").status_code == 204
        refused = program.get("/v1/search?q=an")
        assert (refused.status_code, refused.json()["code"]) == (401, "not_signed_in")


def test_a_page_of_another_site_writes_nothing_with_ones_cookie(site: Site) -> None:
    site.sign_in()
    body = {"name": "R", "scopes": ["search"]}
    for headers in (
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "null"},
    ):
        assert site.client.post("/v1/tokens", json=body, headers=headers).json()["code"] == "cross_origin"
    del site.client.headers["X-Requested-With"]
    assert site.client.post("/v1/tokens", json=body).json()["code"] == "cross_origin"
    assert site.client.get("/v1/tokens").json()["items"] == []


def test_the_answers_of_two_accounts_never_stand_for_each_other(site: Site) -> None:
    fill(site.store)
    site.sign_in()
    tag = site.client.get("/v1/search?q=lind").headers["etag"]
    with site.other() as nobody:
        answer = nobody.get("/v1/search?q=lind", headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert answer.headers["vary"] == "Cookie, Authorization"


def test_two_admins_do_not_write_over_one_another(site: Site) -> None:
    site.sign_in()
    site.act_as("admin")
    path = "/v1/accounts/bo@voorbeeld.be"
    seen = {"If-Match": site.client.get(path).headers["etag"]}
    first = site.client.patch(path, json={"roles": ["researcher"]}, headers=seen)
    second = site.client.patch(path, json={"roles": ["coordinator"]}, headers=seen)
    assert (first.status_code, second.status_code, second.json()["code"]) == (200, 412, "precondition_failed")
    assert site.client.delete(path, headers=seen).status_code == 412
    assert site.client.get(path).json()["roles"] == ["researcher"]
    assert site.client.delete(path, headers={"If-Match": first.headers["etag"]}).status_code == 204


def test_a_backup_is_told_of_by_its_name_and_day_only(site: Site) -> None:
    site.sign_in()
    site.act_as("admin")
    name = made_backup(site.client)
    found = site.client.get("/v1/backups")
    (item,) = [each for each in found.json()["items"] if each["name"] == name]
    assert set(item) == {"name", "made_at", "size", "until"}
    assert found.json()["kept_days"] == 30
    assert str(site.store.settings.data) not in found.text
    assert "/" not in name
    assert site.client.delete(f"/v1/backups/{name}").status_code == 204
    assert name not in site.client.get("/v1/backups").text
    actions = [event["action"] for event in site.client.get("/v1/audit?limit=3").json()["items"]]
    assert actions[0] == "backup_removed"
    assert "backed_up" in actions
