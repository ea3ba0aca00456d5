"""An admin reads in words what was done, and by whom."""

from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open


def test_a_line_of_the_log_is_told_in_words(opened: Open) -> None:
    shown = opened(Role.COORDINATOR)
    somebody = shown.get("/v1/people", limit=1)["items"][0]
    path = f"/v1/people/{somebody['id']}"
    for about in ("Nieuw verteld", somebody["about"]):
        answer = shown.client.patch(path, json={"about": about, "name": somebody["name"]})
        assert answer.status_code == 200, answer.text
    given = {"purpose": "connector", "given": False, "source": "gesprek"}
    assert shown.client.post(f"{path}/consents", json=given).status_code == 201
    there = opened(Role.ADMIN)
    there.go("/beheer/logboek")
    rows = there.page.get_by_role("row")
    expect(rows.nth(1)).to_contain_text("ingetrokken")
    expect(rows.nth(1)).to_contain_text("mensen aan elkaar voorstellen")
    # The name was sent along, and is what it was.
    changed = rows.filter(has_text="beschrijving").first
    expect(changed).to_contain_text(f"een mens ({somebody['id'][-6:]}): beschrijving")
    expect(changed).not_to_contain_text("naam")
    expect(changed).to_contain_text("op de computer van Ploeg zelf")
    assert "person:" not in there.page.locator("table").inner_text()
