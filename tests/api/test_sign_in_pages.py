"""The pages on which one signs in and out: forms, without script."""

import re

import httpx
import pytest

from tests.api.calls import PASSWORD
from tests.api.test_sign_in import EMAIL, Site, site

__all__ = ["site"]


def form(browser: httpx.Client, path: str, **fields: str) -> httpx.Response:
    """Send a form as a browser does."""
    headers = {"Origin": str(browser.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    return browser.post(path, data=fields, headers=headers)


def invited(site: Site) -> str:
    site.sign_in()
    site.act_as("admin")
    link: str = site.client.post("/v1/accounts/bo@voorbeeld.be/invitation").json()["link"]
    site.client.delete("/v1/sessions/current")
    return link.partition("sleutel=")[2]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_one_signs_in_and_out_with_forms(site: Site, language: str) -> None:
    tail = "" if language == "nl" else "?taal=en"
    with site.other() as browser:
        assert "/aanmelden" in browser.get(f"/eenvoudig{tail}").text
        answer = form(browser, f"/aanmelden{tail}", email=EMAIL, wachtwoord=PASSWORD)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/{tail}")
        page = browser.get(f"/eenvoudig{tail}").text
        assert ("An (coördinator)" if language == "nl" else "An (coordinator)") in page
        assert browser.get("/aanmelden").status_code == 303
        assert form(browser, f"/afmelden{tail}").status_code == 303
        assert "An (" not in browser.get(f"/eenvoudig{tail}").text


def test_a_wrong_password_keeps_the_address_and_never_the_password(site: Site) -> None:
    with site.other() as browser:
        answer = form(browser, "/aanmelden", email="<b>@x.be", wachtwoord="iets heel anders")
    assert answer.status_code == 401
    assert "klopt niet" in answer.text
    assert "&lt;b&gt;@x.be" in answer.text
    assert "iets heel anders" not in answer.text


def test_too_many_tries_say_how_long_to_wait(site: Site) -> None:
    with site.other() as browser:
        answers = [form(browser, "/aanmelden", email=EMAIL, wachtwoord="x") for _ in range(6)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert "wacht" in answers[-1].text


def test_another_site_signs_nobody_in(site: Site) -> None:
    fields = {"email": EMAIL, "wachtwoord": PASSWORD}
    with site.other() as browser:
        answer = browser.post("/aanmelden", data=fields, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_link_shows_whom_it_is_for_and_is_not_used_up_by_looking(site: Site) -> None:
    key = invited(site)
    with site.other() as browser:
        for _ in range(3):
            page = browser.get(f"/uitnodiging?sleutel={key}")
            assert (page.status_code, "bo@voorbeeld.be" in page.text) == (200, True)
            assert page.headers["referrer-policy"] == "same-origin"
        answer = form(browser, "/uitnodiging", sleutel=key, wachtwoord=PASSWORD, nogmaals=PASSWORD + "x")
        assert (answer.status_code, "niet dezelfde" in answer.text) == (422, True)
        answer = form(browser, "/uitnodiging", sleutel=key, wachtwoord="kort", nogmaals="kort")
        assert (answer.status_code, "12" in answer.text) == (422, True)
        answer = form(browser, "/uitnodiging", sleutel=key, wachtwoord=PASSWORD, nogmaals=PASSWORD)
        assert answer.status_code == 303
        assert "(partner)" in browser.get("/eenvoudig").text
        again = browser.get(f"/uitnodiging?sleutel={key}")
        assert (again.status_code, "werkt niet" in again.text) == (404, True)


def test_what_the_public_and_a_partner_may_not_ask_is_said_on_the_page(site: Site) -> None:
    page = site.client.get("/eenvoudig?vraag=voorzitten").text
    assert re.search(r"kan u niet vragen wie bij een vraag past|Meld u", page)


@pytest.mark.parametrize("path", ["/aanmelden", "/aanmelden?taal=en", "/uitnodiging", "/uitnodiging?taal=en"])
def test_the_forms_hold_no_script_and_every_field_has_a_label(site: Site, path: str) -> None:
    if path.startswith("/uitnodiging"):
        path = path.replace("/uitnodiging", f"/uitnodiging?sleutel={invited(site)}").replace("?taal", "&taal")
    text = site.client.get(path).text
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=|javascript:", text) == []
    assert len(re.findall(r"<h1>", text)) == 1
    fields = set(re.findall(r'<input type="(?:email|password)" id="(\w+)"', text))
    assert fields
    assert fields <= set(re.findall(r'<label for="(\w+)"', text))
