"""A path as it is drawn: what each link rests on, in words first and in figures on demand; swapped; and shared."""

import pytest
from playwright.sync_api import expect

from graph.access import Role
from tests.web.conftest import Open
from tests.web.test_tasks import CLIPBOARD, HANDS, Hand, a_way, copied

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


@pytest.mark.parametrize("somebody", ["hidden", "person:01ZZZZZZZZZZZZZZZZZZZZZZZZ"])
def test_a_link_to_somebody_whom_a_partner_cannot_see_says_whom_to_ask(opened: Open, somebody: str) -> None:
    shown = opened(Role.PARTNER)
    page = shown.page
    public = shown.get("/v1/directory/people", limit=200)["items"]
    if somebody == "hidden":
        seen = {each["id"] for each in public}
        everybody = opened().get("/v1/directory/people", limit=200)["items"]
        somebody = next(each["id"] for each in everybody if each["id"] not in seen)
    shown.go(f"/pad?van={public[0]['id']}&naar={somebody}&hoogstens=2")
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Iemand uit deze link is hier niet te zien.")
    expect(told).to_contain_text("Vraag aan de coördinator wie bedoeld is")
    # What can be seen stays.
    expect(page.get_by_role("combobox", name="Van")).to_have_value(public[0]["name"])
    expect(page.get_by_role("combobox", name="Naar")).to_have_value("")
    expect(page.get_by_text("Kies opnieuw wie u bedoelt.")).to_have_count(1)
    expect(page.get_by_label("Hoogstens zoveel mensen")).to_have_value("2")
    assert "person:" not in page.locator("main").inner_text()


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("&hoogstens=banaan", "u ziet het gewone aantal: hoogstens 3"),
        ("&hoogstens=7", "u ziet het gewone aantal: hoogstens 3"),
        ("&thema=kaboutertuinen", "u ziet het pad zonder thema"),
    ],
)
def test_what_an_address_cannot_ask_is_the_usual_and_said(opened: Open, asks: str, told: str) -> None:
    shown = opened()
    path = a_way(shown)
    shown.go(f"/pad?van={path['from']['id']}&naar={path['to']['id']}{asks}")
    expect(shown.page.get_by_role("article", name="Weg 1")).to_contain_text(
        path["routes"][0]["sentence"]["nl"]
    )
    expect(shown.page.get_by_text(told)).to_be_visible()
    expect(shown.page.get_by_label("Hoogstens zoveel mensen")).to_have_value("3")


def test_an_address_with_the_names_of_the_api_shows_the_same(opened: Open) -> None:
    shown = opened()
    path = a_way(shown)
    shown.go(f"/pad?from={path['from']['id']}&to={path['to']['id']}")
    page = shown.page
    expect(page.get_by_role("combobox", name="Van")).to_have_value(path["from"]["name"])
    expect(page.get_by_role("article", name="Weg 1")).to_contain_text(path["routes"][0]["sentence"]["nl"])
    page.get_by_role("button", name="Wissel om").click()
    expect(page.get_by_role("combobox", name="Van")).to_have_value(path["to"]["name"])
    assert "from=" not in page.url


def test_the_desk_asks_for_the_theme_of_the_request_and_tells_what_it_is_about(opened: Open) -> None:
    shown = opened(permissions=CLIPBOARD)
    page, path = shown.page, a_way(shown)
    theme = shown.get("/v1/themes", limit=1)["items"][0]
    asked = {"title": "Wie opent de buurttuin?", "people_needed": 1, "themes": [theme["id"]]}
    made = shown.client.post("/v1/requests", json=asked).json()
    with page.expect_request(lambda request: "/v1/paths?" in request.url) as call:
        shown.go(f"/vragen/{made['id']}?wie={path['to']['id']}&van={path['from']['id']}")
    assert f"theme={theme['id']}" in call.value.url.replace("%3A", ":")
    expect(page.get_by_text(f"Voor het thema {theme['label_nl']}.")).to_be_visible()
    with page.expect_request(lambda request: "/v1/paths?" in request.url) as call:
        page.get_by_label("Voor welk thema?").select_option("zonder thema")
    assert "theme=" not in call.value.url
    expect(page.get_by_text("Voor het thema")).to_have_count(0)
    page.get_by_role("button", name="Kopieer deze tekst").first.click()
    expect(page.get_by_text("Gekopieerd").first).to_be_visible()
    told = path["routes"][0]["message"]["nl"]
    assert copied(page) == f"{told} Het gaat over deze vraag: ‘Wie opent de buurttuin?’."
    shown.client.delete(f"/v1/requests/{made['id']}")


def test_what_was_told_goes_when_the_next_thing_is_done(opened: Open) -> None:
    shown = opened()
    page = shown.page
    theme = shown.get("/v1/themes", limit=1)["items"][0]
    asked = {"title": "Wie telt de bomen?", "people_needed": 1, "themes": [theme["id"]]}
    made = shown.client.post("/v1/requests", json=asked).json()
    shown.go(f"/vragen/{made['id']}")
    page.get_by_role("button", name="Past niet").first.click()
    page.get_by_label("heeft geen tijd").check()
    page.get_by_role("button", name="Zet opzij").click()
    page.get_by_role("button", name="Maak ongedaan").click()
    undone = page.locator("main").get_by_text("Het staat weer zoals het was.")
    expect(undone).to_have_count(1)
    page.get_by_role("button", name="Iemand is gevraagd").click()
    expect(page.locator("main").get_by_text("De vraag is nu:")).to_be_visible()
    expect(undone).to_have_count(0)
    shown.client.delete(f"/v1/requests/{made['id']}")
