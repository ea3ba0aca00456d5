"""Somebody is found by name on the list, by mouse and by keys alone, and the address keeps it."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open
from tests.web.test_tasks import HANDS, Hand


@HANDS
def test_a_name_narrows_the_list_and_stands_in_the_address(opened: Open, hand: str) -> None:
    there = opened(width=360)
    by = Hand(there.page, hand)
    people = there.get("/v1/directory/people", limit=60)["items"]
    name = people[-1]["name"]
    there.go("/mensen")
    by.press(there.page.get_by_text("Filters", exact=True))
    by.write(there.page.get_by_label("Naam", exact=True), name)
    expect(there.page.get_by_role("rowheader")).to_have_text([name])
    assert parse_qs(urlsplit(there.page.url).query)["naam"] == [name]
    there.page.reload()
    there.settled()
    expect(there.page.get_by_label("Naam", exact=True)).to_have_value(name)
    expect(there.page.get_by_role("rowheader")).to_have_text([name])
    by.press(there.page.get_by_role("button", name="Haal de filters weg"))
    expect(there.page.get_by_label("Naam", exact=True)).to_have_value("")
    assert "naam" not in there.page.url


@pytest.mark.parametrize("path", ["/mensen/nieuw", "/beheer"])
def test_a_wrong_address_is_told_beside_its_field(opened: Open, path: str) -> None:
    there = opened(Role.ADMIN if path == "/beheer" else Role.COORDINATOR)
    there.go(path)
    there.page.get_by_label("Naam", exact=True).last.fill("Nele Nieuw")
    field = there.page.get_by_label("E-mail", exact=True)
    field.fill("geen adres")
    there.page.get_by_role("button", name="Maak het account" if path == "/beheer" else "Voeg toe").click()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.be."
    )
