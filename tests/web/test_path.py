"""A path as it is drawn: what each link rests on, in words first and in figures on demand; and swapped."""

from playwright.sync_api import expect

from tests.web.conftest import Open
from tests.web.test_tasks import HANDS, Hand, a_way

WORDS = {"strong": "sterke band", "good": "goede band", "weak": "zwakke band"}


def word(strength: float) -> str:
    return WORDS["strong" if strength >= 0.6 else "good" if strength >= 0.35 else "weak"]


def test_each_link_says_what_it_rests_on_and_how_strong_it_is(opened: Open) -> None:
    shown = opened()
    path = a_way(shown, routes=2)
    shown.go(f"/pad?van={path['from']['id']}&naar={path['to']['id']}")
    for number, route in enumerate(path["routes"], start=1):
        links = shown.page.get_by_role("article", name=f"Weg {number}").locator(".way > li:not(.last)")
        expect(links).to_have_count(len(route["hops"]))
        for at, hop in enumerate(route["hops"]):
            link = links.nth(at)
            expect(link).to_contain_text(word(hop["strength"]))
            expect(link).to_contain_text(hop["evidence"][0]["text"]["nl"])
            figure = link.get_by_text("Sterkte van 0 tot 1")
            expect(figure).to_be_hidden()
            link.get_by_text("Data en cijfers").click()
            expect(figure).to_contain_text(f"{hop['strength']:.2f}".replace(".", ","))
            old = link.get_by_text("ouder dan twee jaar").or_(link.get_by_text("zonder datum"))
            expect(old).to_have_count(1 if hop["stale"] else 0)


@HANDS
def test_the_ends_are_swapped_and_back_swaps_them_back(opened: Open, hand: str) -> None:
    shown = opened()
    path = a_way(shown)
    one, other = path["from"], path["to"]
    shown.go(f"/pad?van={one['id']}&naar={other['id']}")
    page = shown.page
    Hand(page, hand).press(page.get_by_role("button", name="Wissel om"))
    expect(page.get_by_role("combobox", name="Van")).to_have_value(other["name"])
    expect(page.get_by_role("combobox", name="Naar")).to_have_value(one["name"])
    back = shown.get("/v1/paths", **{"from": other["id"], "to": one["id"]})
    if back["routes"]:
        expect(page.get_by_role("article", name="Weg 1")).to_contain_text(back["routes"][0]["sentence"]["nl"])
    page.go_back()
    expect(page.get_by_role("combobox", name="Van")).to_have_value(one["name"])
