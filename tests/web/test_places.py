"""Every place in every role: it loads, fits the screen, keeps to itself, and axe finds nothing."""

from typing import Any, NamedTuple

import pytest
from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open, Shown

PLACES = {
    Role.PUBLIC: (
        "",
        "kaart",
        "kaart?toon=stad",
        "kaart?beeld=tabel&per=district&toon=stad",
        "organisaties",
        "organisaties/{organisation}",
        "initiatieven",
        "zoeken?q=school",
        "initiatieven/niemand",
    ),
    Role.PARTNER: (
        "",
        "kaart",
        "kaart?maat=gat&toon=stad",
        "pad",
        "mensen",
        "organisaties",
        "initiatieven/{initiative}",
        "netwerk/bridging",
        "netwerk/coverage",
        "netwerk/coverage?maat=people",
    ),
    Role.RESEARCHER: (
        "",
        "kaart",
        "kaart?toon=tabel",
        "kaart?buurt=Antwerpen&toon=stad",
        "netwerk",
        "netwerk/brokers",
        "netwerk/communities",
        "netwerk/bridging",
        "netwerk/coverage",
        "netwerk/suggestions",
        "netwerk/trends",
    ),
    Role.COORDINATOR: (
        "",
        "vragen",
        "vragen/nieuw",
        "vragen/v3?wie={person}",
        "vragen/v3?toon=ploeg",
        "pad?van={start}&naar={target}",
        "kaart?wie={person}",
        "kaart?toon=tabel",
        "kaart?buurt=wijk:ANT01&toon=stad",
        "kaart?beeld=tabel&maat=vragen&toon=stad",
        "mensen",
        "mensen/{person}",
        "organisaties/{organisation}",
        "organisaties/nieuw",
        "initiatieven/{initiative}",
        "initiatieven/nieuw",
        "invoer",
        "netwerk",
        "netwerk/communities",
        "netwerk/brokers",
        "netwerk/bridging",
        "netwerk/coverage",
        "netwerk/suggestions",
        "netwerk/trends",
        "zoeken?q=a",
    ),
    Role.ADMIN: ("", "beheer", "beheer/logboek", "beheer/backups"),
}


MOST = {"", "vragen/v3?wie={person}", "pad?van={start}&naar={target}", "kaart?wie={person}"}


class Look(NamedTuple):
    language: str
    width: int
    colours: str


LOOKS = (
    Look("nl", 360, "light"),
    Look("en", 1440, "dark"),
    Look("nl", 1440, "light"),
    Look("en", 360, "dark"),
)
"""Every pair of language, width and colours is among them."""

VIOLATIONS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
  ({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(({html}) => html.slice(0, 160)).join(" | ")}`)"""


def filled(shown: Shown, place: str) -> str:
    """Put somebody or something in where an address has a place for one; only what the role may ask for is asked."""
    if "{start}" in place:
        start, *others = [each["id"] for each in shown.get("/v1/directory/people", limit=200)["items"]]
        ways = ((end, shown.get("/v1/paths", **{"from": start, "to": end})["found"]) for end in others)
        return place.format(start=start, target=next(end for end, found in ways if found))
    if "{person}" in place:
        best = shown.get("/v1/requests/v3/matches", k=1)["results"][0]["person"]["id"]
        return place.format(person=best)
    for kind in ("organisation", "initiative"):
        if f"{{{kind}}}" in place:
            return place.format(**{kind: shown.get(f"/v1/directory/{kind}s", limit=1)["items"][0]["id"]})
    return place


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_place_loads_and_axe_finds_nothing(opened: Open, axe: str, role: Role, look: Look) -> None:
    shown = opened(role, look.width, color_scheme=look.colours)
    found: dict[str, Any] = {}
    # Two looks have every value between them; where most is to be seen, all four are looked at.
    for place in PLACES[role] if look in LOOKS[:2] else set(PLACES[role]) & MOST:
        path = "/" + filled(shown, place)
        shown.go(path + (f"{'&' if '?' in path else '?'}taal=en" if look.language == "en" else ""))
        page = shown.page
        assert page.evaluate("document.documentElement.lang") == look.language
        assert page.locator("h1").count() == 1
        wide = page.evaluate("document.documentElement.scrollWidth")
        if "axe" not in page.evaluate("Object.keys(window).filter(name => name === 'axe')"):
            page.evaluate(axe)
        if wrong := page.evaluate(VIOLATIONS) + ([f"{wide} pixels wide"] if wide > look.width else []):
            found[place] = wrong
    assert found == {}


def test_an_address_that_is_nobodys_shows_that_there_is_no_page_and_a_way_on(opened: Open) -> None:
    shown = opened(Role.PUBLIC)
    answer = shown.page.goto(shown.address + "/nergens")
    assert answer is not None
    assert answer.status == 404
    shown.settled()
    assert shown.page.locator("h1").inner_text() == "Deze pagina is er niet"
    shown.page.get_by_role("link", name="Naar de startpagina").click()
    shown.page.wait_for_url(shown.address + "/")


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.PUBLIC, "mensen"),
        (Role.PUBLIC, "beheer"),
        (Role.PARTNER, "vragen/nieuw"),
        (Role.RESEARCHER, "invoer"),
        (Role.ADMIN, "pad"),
    ],
)
def test_a_place_of_others_says_so_and_has_no_form(opened: Open, role: Role, place: str) -> None:
    shown = opened(role)
    shown.go(f"/{place}")
    main = shown.page.get_by_role("main")
    expect(main.get_by_text("Wie zo kijkt, kan hier niets zien of doen.")).to_be_visible()
    assert main.locator("input, select, textarea").count() == 0
    main.get_by_role("link", name="Naar Start").click()
    expect(shown.page.get_by_role("heading", level=1)).to_have_text("Wie kan helpen, en langs wie?")
