"""Pages of one organisation or initiative: what each role sees of it, and correcting it."""

import re
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open, Shown
from tests.web.test_tasks import HANDS, Hand

PATIENT = 30_000
"""Milliseconds for a change to be written: a busy machine takes some seconds."""


def first(shown: Shown, kind: str, at: int = 0) -> Any:
    return shown.get(f"/v1/directory/{kind}", limit=at + 1)["items"][at]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER], ids=str)
@pytest.mark.parametrize(
    ("place", "kind"), [("organisaties", "organisations"), ("initiatieven", "initiatives")]
)
def test_a_page_of_one_says_what_the_directory_says_and_asks_only_that(
    opened: Open, role: Role, place: str, kind: str
) -> None:
    shown = opened(role)
    one = first(shown, kind, 3)
    asked: list[str] = []
    shown.page.on("request", lambda request: asked.append(unquote(request.url).removeprefix(shown.address)))
    shown.go(f"/{place}/{one['id']}")
    expect(shown.page.get_by_role("heading", level=1)).to_have_text(one["name"])
    text = shown.page.locator("main").inner_text()
    for field in ("themes", "talents", "neighbourhoods", "organisations"):
        assert all(each["name"] in text for each in one[field])
    assert [each for each in asked if each.startswith("/v1/directory")] == [
        f"/v1/directory/{kind}/{one['id']}"
    ]
    expect(shown.page.get_by_role("button", name="Verbeter dit")).to_have_count(0)


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.COORDINATOR], ids=str)
@pytest.mark.parametrize("place", ["organisaties", "initiatieven"])
def test_what_is_unknown_and_what_may_not_be_seen_look_the_same(opened: Open, role: Role, place: str) -> None:
    shown = opened(role)
    shown.go(f"/{place}/niemand")
    page = shown.page
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Onbekend"))
    nobody = page.locator("main").inner_text()
    expect(page.get_by_role("alert")).to_have_count(0)
    kind = {"organisaties": "organisations", "initiatieven": "initiatives"}[place]
    seen = {each["id"] for each in shown.get(f"/v1/directory/{kind}", limit=200)["items"]}
    every = opened().get(f"/v1/{kind}", limit=200)["items"]
    for hidden in [each["id"] for each in every if each["id"] not in seen][:1]:
        shown.go(f"/{place}/{hidden}")
        assert page.locator("main").inner_text() == nobody


def test_a_coordinator_sees_members_with_role_and_years(opened: Open) -> None:
    shown = opened()
    listed = shown.get("/v1/directory/organisations", limit=40)["items"]
    of = [(one, shown.get(f"/v1/organisations/{one['id']}/members", limit=200)["items"]) for one in listed]
    one, members = next(
        (one, members)
        for one, members in of
        if any(period["role"] and period["since"] for each in members for period in each["periods"])
    )
    shown.go(f"/organisaties/{one['id']}")
    rows = shown.page.locator("main li").all_inner_texts()
    for each in members:
        (row,) = [text for text in rows if text.startswith(each["other"]["name"])]
        for period in each["periods"]:
            assert period["role"] is None or period["role"] in row
            assert period["since"] is None or period["since"][:4] in row


@HANDS
def test_a_title_is_corrected_and_taken_back(opened: Open, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    one = first(shown, "initiatives", 5)
    before = shown.get(f"/v1/initiatives/{one['id']}")
    shown.go(f"/initiatieven/{one['id']}")
    by.press(page.get_by_role("button", name="Verbeter dit"))
    expect(page.get_by_label("Titel")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(f"Beter met {hand}")
    by.write(page.get_by_label("Wat men leerde"), "Begin klein. ")
    by.press(page.get_by_role("button", name="Bewaar", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Beter met {hand}", timeout=PATIENT)
    after = shown.get(f"/v1/initiatives/{one['id']}")
    assert after["title"] == f"Beter met {hand}"
    assert "Begin klein." in after["lessons"]
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"title", "lessons", "updated_at"}
    by.press(page.get_by_role("button", name="Maak ongedaan"))
    expect(page.get_by_role("heading", level=1)).to_have_text(before["title"], timeout=PATIENT)
    again = shown.get(f"/v1/initiatives/{one['id']}")
    assert {**again, "updated_at": ""} == {**before, "updated_at": ""}


def test_what_somebody_else_changed_meanwhile_is_not_written_over(opened: Open) -> None:
    shown = opened()
    page = shown.page
    one = first(shown, "organisations", 2)
    shown.go(f"/organisaties/{one['id']}")
    page.get_by_role("button", name="Verbeter dit").click()
    page.get_by_label("Soort").fill("buurthuis (getypt)")
    answer = shown.client.patch(f"/v1/organisations/{one['id']}", json={"about": "Van een ander"})
    assert answer.status_code == 200
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible(timeout=PATIENT)
    assert shown.get(f"/v1/organisations/{one['id']}")["kind"] != "buurthuis (getypt)"
    page.get_by_role("button", name=re.compile("^Haal op wat de ander schreef")).click()
    expect(page.get_by_label("Wat het is of doet")).to_have_value("Van een ander", timeout=PATIENT)
    expect(page.get_by_label("Soort")).to_have_value("buurthuis (getypt)")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("De verbetering is bewaard.").first).to_be_visible(timeout=PATIENT)
    kept = shown.get(f"/v1/organisations/{one['id']}")
    assert (kept["kind"], kept["about"]) == ("buurthuis (getypt)", "Van een ander")


def test_a_thing_needs_a_name(opened: Open) -> None:
    shown = opened()
    one = first(shown, "organisations")
    shown.go(f"/organisaties/{one['id']}")
    shown.page.get_by_role("button", name="Verbeter dit").click()
    shown.page.get_by_label("Naam").fill(" ")
    shown.page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(shown.page.get_by_text("Een naam is nodig.")).to_be_visible()
    expect(shown.page.get_by_label("Naam")).to_be_focused()
    assert shown.get(f"/v1/organisations/{one['id']}")["name"] == one["name"]


NEW = [
    ("organisaties", "organisations", "Nieuwe organisatie", "Naam", "name"),
    ("initiatieven", "initiatives", "Nieuw initiatief", "Titel", "title"),
]


@HANDS
@pytest.mark.parametrize(("place", "kind", "button", "label", "field"), NEW, ids=[each[0] for each in NEW])
def test_a_thing_is_added_and_taken_back(
    opened: Open, hand: str, place: str, kind: str, button: str, label: str, field: str
) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    name = f"Erbij met {hand} (fictief)"
    shown.go(f"/{place}")
    by.press(page.get_by_role("link", name=button))
    expect(page.get_by_role("heading", level=1)).to_have_text(button)
    by.press(page.get_by_role("button", name="Voeg toe"))
    expect(page.get_by_text("Een naam is nodig.")).to_be_visible()
    expect(page.get_by_label(label)).to_be_focused()
    by.write(page.get_by_label(label), name)
    by.write(page.get_by_label("Wat het is of doet"), "Een proef")
    by.press(page.get_by_role("button", name="Voeg toe"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name, timeout=PATIENT)
    identity = unquote(page.url.rsplit("/", 1)[1])
    made = shown.get(f"/v1/{kind}/{identity}")
    assert (made[field], made["about"], made["public"]) == (name, "Een proef", False)
    by.press(page.get_by_role("button", name="Maak ongedaan"))
    expect(page.get_by_text(f"{name} is weer weggenomen.").first).to_be_visible(timeout=PATIENT)
    assert shown.client.get(f"/v1/{kind}/{identity}").status_code == 404


def test_of_a_name_that_is_there_already_it_is_said_before_another_is_added(opened: Open) -> None:
    shown = opened()
    page = shown.page
    one = first(shown, "organisations", 1)
    shown.go("/organisaties/nieuw")
    page.get_by_label("Naam").fill(f" {one['name'].upper()} ")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("heading", name=re.compile("staat er al"))).to_be_focused(timeout=PATIENT)
    expect(page.get_by_role("link", name=f"Bekijk {one['name']} in een nieuw tabblad")).to_be_visible()
    # Another name is another thing: what was said of the first no longer stands there.
    page.get_by_label("Naam").fill("Nog nooit gezien (fictief)")
    expect(page.get_by_role("heading", name=re.compile("staat er al"))).to_have_count(0)
    page.get_by_label("Naam").fill(one["name"])
    page.get_by_role("button", name="Voeg toch toe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(one["name"], timeout=PATIENT)
    identity = unquote(page.url.rsplit("/", 1)[1])
    assert identity != one["id"]
    assert shown.client.delete(f"/v1/organisations/{identity}").status_code == 204


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER, Role.RESEARCHER], ids=str)
def test_nobody_but_who_may_write_is_offered_to_add(opened: Open, role: Role) -> None:
    shown = opened(role)
    for place, _, button, _, _ in NEW:
        shown.go(f"/{place}")
        expect(shown.page.get_by_role("link", name=button)).to_have_count(0)
        shown.go(f"/{place}/nieuw")
        expect(shown.page.locator("main form")).to_have_count(0)


FIGURES = {
    Role.PUBLIC: 3,
    Role.PARTNER: 3,
    Role.RESEARCHER: 4,
    Role.COORDINATOR: 4,
}


@pytest.mark.parametrize("role", FIGURES, ids=str)
def test_the_figures_of_today_are_those_of_coverage(opened: Open, role: Role) -> None:
    shown = opened(role)
    shown.go("/")
    told = shown.page.get_by_role("region", name="Vandaag").locator("dd").all_inner_texts()
    found = shown.get("/v1/analysis/coverage", by="district")
    (total,) = [cell for cell in found["cells"] if (cell["theme"], cell["place"]) == (-1, -1)]
    wanted = [total["people"], total["open_requests"], total["answered_requests"]]
    if role in {Role.RESEARCHER, Role.COORDINATOR}:
        wanted.append(next(int(each["value"]) for each in found["figures"] if each["name"] == "gaps"))
    assert len(wanted) == FIGURES[role]
    assert told == ["verborgen" if value is None else str(value) for value in wanted]


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_every_door_leads_somewhere_that_role_may_be(opened: Open, role: Role) -> None:
    shown = opened(role)
    shown.go("/")
    doors = shown.page.locator(".doors a").evaluate_all("all => all.map(each => each.pathname)")
    assert doors
    for door in doors:
        if door != "/mijn-gegevens":
            shown.go(door)
            expect(shown.page.get_by_role("alert")).to_have_count(0)
