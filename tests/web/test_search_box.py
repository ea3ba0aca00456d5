"""The box that finds everything: what Chromium's accessibility tree says of it, how it groups, and where it leads."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graph.access import Role
from tests.web.conftest import Open, Shown

KINDS = {
    "person": "Mensen",
    "organisation": "Organisaties",
    "theme": "Thema’s",
    "talent": "Talenten",
    "initiative": "Initiatieven",
    "neighbourhood": "Wijken",
    "request": "Vragen",
}


def box(page: Page, text: str) -> None:
    """Go to the box by its key, and type."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.get_by_role("option").first.wait_for()


def node_of(page: Page, expression: str) -> dict[str, Any]:
    """Return the node of an element in the accessibility tree."""
    tree = page.context.new_cdp_session(page)
    found = tree.send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]
    nodes = tree.send("Accessibility.getPartialAXTree", {"objectId": found, "fetchRelatives": False})["nodes"]
    (node, *_) = nodes
    return {
        "role": node["role"]["value"],
        "name": node["name"]["value"],
        **{each["name"]: each["value"] for each in node["properties"]},
    }


def an_item(shown: Shown, kind: str) -> str:
    """Return the name of something of a kind that the search finds by it."""
    lists = {
        "person": "/v1/directory/people",
        "organisation": "/v1/directory/organisations",
        "initiative": "/v1/directory/initiatives",
        "theme": "/v1/themes",
        "talent": "/v1/talents",
        "neighbourhood": "/v1/neighbourhoods",
        "request": "/v1/requests",
    }
    item = shown.get(lists[kind], limit=1)["items"][0]
    return next(str(item[name]) for name in ("name", "title", "label_nl") if name in item)


@pytest.mark.parametrize("kind", KINDS)
def test_it_finds_each_kind_under_its_heading(opened: Open, kind: str) -> None:
    shown = opened()
    shown.go("/")
    name = an_item(shown, kind)
    box(shown.page, name)
    group = shown.page.get_by_role("group", name=KINDS[kind])
    named = shown.page.get_by_text(name, exact=True)
    expect(group.get_by_role("option").filter(has=named).first).to_be_visible()


def test_a_second_line_says_who_or_what_it_is(opened: Open) -> None:
    shown = opened()
    shown.go("/")
    person = next(
        each
        for each in shown.get("/v1/directory/people", limit=100)["items"]
        if each["neighbourhoods"] and each["organisations"]
    )
    request = shown.get("/v1/requests", limit=1)["items"][0]
    for name, lines in (
        (person["name"], {each["name"] for each in person["neighbourhoods"]}),
        (request["title"], {"open", "gevraagd", "ontmoet", "klaar", "gesloten zonder resultaat"}),
    ):
        box(shown.page, name)
        shown.page.get_by_role("option").filter(has=shown.page.get_by_text(name, exact=True)).first.wait_for()
        found = shown.page.get_by_role("option").filter(has=shown.page.get_by_text(name, exact=True)).first
        assert found.locator(".note").inner_text().split(" · ")[0].split(" (")[0] in lines
        shown.page.keyboard.press("Enter")
        listed = shown.page.locator(
            "main li", has=shown.page.get_by_role("link", name=name, exact=True)
        ).first
        expect(listed.locator(".soft")).to_have_text(found_text(lines))


def found_text(lines: set[str]) -> re.Pattern[str]:
    return re.compile("^(" + "|".join(map(re.escape, sorted(lines))) + ")")


def test_the_tree_says_that_it_is_a_combobox_which_option_is_chosen_and_how_many_there_are(
    opened: Open,
) -> None:
    shown = opened()
    shown.go("/")
    page = shown.page
    page.keyboard.press("/")
    closed = node_of(page, "document.activeElement")
    assert (closed["role"], closed["expanded"]["value"]) == ("combobox", False)
    assert closed["name"] == "Zoek een mens, organisatie, thema, wijk, initiatief of vraag"
    page.keyboard.type("school")
    page.get_by_role("option").first.wait_for()
    count = page.get_by_role("option").count()
    expect(
        page.get_by_role("status").filter(has_text=f"{count} keuzes. Kies met de pijltjes.")
    ).to_have_count(1)
    page.keyboard.press("ArrowDown")
    field = node_of(page, "document.activeElement")
    assert field["expanded"]["value"] is True
    first = page.get_by_role("option").first
    assert field["activedescendant"]["relatedNodes"][0]["idref"] == first.get_attribute("id")
    expect(first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    assert node_of(page, "document.activeElement")["expanded"]["value"] is False
    expect(page.get_by_role("option")).to_have_count(0)
    # What was told of the list is gone with it.
    expect(page.get_by_role("status").filter(has_text="Kies met de pijltjes")).to_have_count(0)


def test_what_was_told_of_a_page_is_gone_on_the_one_before(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/netwerk/brokers")
    page.get_by_role("link", name="Kaart", exact=True).click()
    page.wait_for_selector("[data-drawn]")
    told = page.locator("body > div [role=status], #app > [role=status], [role=status].hidden").first
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("group", name="Sector").get_by_role("button").first.click()
    expect(told).not_to_be_empty()
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie mag niet wegvallen")
    expect(told).to_be_empty()


def test_the_last_choice_leads_to_everything_that_was_found(opened: Open) -> None:
    shown = opened(Role.PUBLIC)
    shown.go("/")
    box(shown.page, "school")
    shown.page.get_by_role("option", name="Toon alles voor ‘school’").click()
    shown.settled()
    expect(shown.page).to_have_title("Gevonden voor ‘school’ · Ploeg")
    found = shown.get("/v1/search", q="school", limit=60)["results"]
    assert {each["name"] for each in found} == set(shown.page.locator("main section a").all_inner_texts())


def test_it_remembers_nothing_of_whom_one_looked_for(opened: Open) -> None:
    shown = opened()
    shown.go("/")
    name = an_item(shown, "person")
    box(shown.page, name)
    shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("Enter")
    expect(shown.page.get_by_role("heading", level=1)).to_have_text(name)
    assert shown.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])") == "[{},{}]"
    assert name not in shown.page.url
    field = shown.page.get_by_role("combobox").first
    expect(field).to_have_value("")
    expect(field).to_have_attribute("autocomplete", "off")


PLACES = (
    "/",
    "/vragen",
    "/vragen/nieuw",
    "/pad",
    "/kaart",
    "/netwerk",
    "/netwerk/brokers",
    "/mensen",
    "/organisaties",
    "/initiatieven",
    "/invoer",
    "/zoeken?q=school",
)


def test_every_place_has_a_title_of_its_own_and_the_other_language_keeps_the_place(opened: Open) -> None:
    shown = opened()
    titles: dict[str, set[str]] = {}
    for place in PLACES:
        shown.go(place)
        titles.setdefault(shown.page.title(), set()).add(place)
        shown.page.get_by_role("button", name="English").click()
        shown.settled()
        path = place.partition("?")[0]
        assert shown.page.url.startswith(shown.address + path)
        assert "taal=en" in shown.page.url
        expect(shown.page).not_to_have_title(next(title for title, those in titles.items() if place in those))
        shown.page.get_by_role("button", name="Nederlands").click()
    assert [places for places in titles.values() if len(places) > 1] == []
