"""An admin has a back-up made, reads of it, and throws it away, by mouse and by keys alone."""

from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open
from tests.web.test_tasks import HANDS, Hand


@HANDS
def test_a_backup_is_made_and_thrown_away(opened: Open, hand: str) -> None:
    there = opened(Role.ADMIN, 360)
    by = Hand(there.page, hand)
    there.go("/beheer/backups")
    before = {item["name"] for item in there.get("/v1/backups")["items"]}
    make = there.page.get_by_role("button", name="Maak nu een back-up")
    by.press(make)
    expect(there.page.get_by_text("De back-up is gemaakt.")).to_be_attached(timeout=60_000)
    (name,) = {item["name"] for item in there.get("/v1/backups")["items"]} - before
    expect(there.page.get_by_text("Laatste back-up:")).to_be_visible()
    expect(there.page.get_by_text(f"ploeg restore {name}")).to_be_visible()
    row = there.page.get_by_role("row").filter(has_text=name)
    by.press(row.get_by_role("button", name="Gooi weg"))
    # A question comes first, and the focus stands on its answer.
    sure = row.get_by_role("button", name="Gooi weg")
    expect(sure).to_be_focused()
    assert name in {item["name"] for item in there.get("/v1/backups")["items"]}
    by.press(sure)
    expect(row).to_have_count(0)
    expect(make).to_be_focused()
    assert {item["name"] for item in there.get("/v1/backups")["items"]} == before


def test_a_part_of_beheer_that_is_not_there_says_so(opened: Open) -> None:
    there = opened(Role.ADMIN)
    there.go("/beheer/weg")
    expect(there.page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")
