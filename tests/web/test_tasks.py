"""What people come to the page for, by mouse and by keyboard alone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from graph.access import Role
from tests.web.conftest import Open, Shown

CLIPBOARD = ["clipboard-read", "clipboard-write"]
HANDS = pytest.mark.parametrize("hand", ["mouse", "keyboard"])


class Hand:
    """A hand on the mouse, or one that has the keyboard only."""

    def __init__(self, page: Page, kind: str) -> None:
        self.page = page
        self.mouse = kind == "mouse"

    def at(self, target: Locator) -> None:
        """Get to something."""
        if self.mouse:
            target.click()
            return
        target.wait_for()
        # Forwards to what comes after, backwards to what was passed; a reader of the page does the same.
        for key in ("Tab", "Shift+Tab"):
            for _ in range(150):
                if target.evaluate("element => element === document.activeElement"):
                    return
                self.page.keyboard.press(key)
        pytest.fail(f"the keyboard never gets to {target}")

    def press(self, target: Locator) -> None:
        """Press a button or follow a link."""
        self.at(target)
        if not self.mouse:
            self.page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        self.at(target)
        self.page.keyboard.type(text)

    def choose(self, field: Locator, name: str) -> None:
        """Type a name and choose it from the list."""
        self.write(field, name)
        option = self.page.get_by_role("option", name=name).first
        option.wait_for()
        if self.mouse:
            option.click()
        else:
            self.page.keyboard.press("ArrowDown")
            self.page.keyboard.press("Enter")


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def a_way(shown: Shown, target: str | None = None, *, routes: int = 1) -> Any:
    """Return a path with somebody between, to somebody or to anybody."""
    people = [each["id"] for each in shown.get("/v1/directory/people", limit=60)["items"]]
    for start in people:
        for end in [target] if target else people[::-7]:
            if start != end:
                path = shown.get("/v1/paths", **{"from": start, "to": end})
                if len(path["routes"]) >= routes and len(path["routes"][0]["people"]) > 2:
                    return path
    pytest.fail("no such way in the sample")


def for_its_theme(shown: Shown, way: Any, request: str) -> Any:
    """Return the same way as the desk asks it: for the first theme of the request."""
    theme = shown.get(f"/v1/requests/{request}")["themes"][0]["id"]
    return shown.get("/v1/paths", **{"from": way["from"]["id"], "to": way["to"]["id"], "theme": theme})


@HANDS
def test_a_new_request_leads_to_people_a_path_and_a_text(opened: Open, hand: str) -> None:
    shown = opened(permissions=CLIPBOARD)
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/")
    by.press(page.get_by_role("link", name="Ik zoek iemand"))
    by.write(page.get_by_label("Waarover gaat het?"), f"Wie kan een avond voorzitten met {hand}?")
    by.write(page.get_by_label("Wat is er aan de hand?"), "Ouders willen een schoolstraat.")
    chosen = page.get_by_role("list", name="Gekozen: Thema’s")
    by.at(page.get_by_role("combobox", name="Thema’s"))
    expect(chosen).to_contain_text("Schoolstraat")
    by.press(page.get_by_role("button", name="Bewaar en toon wie past"))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Wie kan een avond voorzitten met {hand}?")
    shown.settled()
    request = page.url.rsplit("/", 1)[1]
    best = shown.get(f"/v1/requests/{request}/matches", k=1)["results"][0]
    first = page.locator(".people > li").first
    expect(first).to_contain_text(best["person"]["name"])
    expect(first).to_contain_text(best["reasons"]["nl"][0])
    way = a_way(shown, best["person"]["id"])
    way = for_its_theme(shown, way, request)
    by.press(first.get_by_role("button", name="Toon het pad"))
    by.choose(page.get_by_role("combobox", name="Wie vertrekt?"), way["from"]["name"])
    by.press(page.get_by_role("button", name="Kopieer deze tekst").first)
    expect(page.get_by_text("Gekopieerd").first).to_be_visible()
    about = f"Het gaat over deze vraag: ‘Wie kan een avond voorzitten met {hand}?’."
    assert copied(page) == f"{way['routes'][0]['message']['nl']} {about}"


@HANDS
def test_when_the_first_connector_says_no_the_next_way_is_there(opened: Open, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/pad")
    way = a_way(shown, routes=2)
    by.choose(page.get_by_role("combobox", name="Van"), way["from"]["name"])
    by.choose(page.get_by_role("combobox", name="Naar"), way["to"]["name"])
    first = page.get_by_role("article", name="Weg 1")
    expect(first).to_contain_text(way["routes"][0]["sentence"]["nl"])
    by.press(first.get_by_role("button", name=re.compile("zegt nee$")))
    expect(first).to_contain_text(way["routes"][0]["fallback"]["nl"])
    expect(page.get_by_role("heading", name=re.compile("^Weg 2"))).to_be_focused()
    assert "van=" in page.url
    page.go_back()
    assert "naar=" not in page.url


def test_no_way_says_why_and_what_to_do(opened: Open) -> None:
    shown = opened()
    people = [each["id"] for each in shown.get("/v1/directory/people", limit=60)["items"]]
    shown.go(f"/pad?van={people[0]}&naar={people[-1]}&hoogstens=0")
    expect(shown.page.get_by_text("Wat u nu kunt doen:")).to_be_visible()
    expect(shown.page.get_by_text("Er is geen band tussen hen die sterk genoeg is.")).to_be_visible()
    expect(shown.page.get_by_text("Laat meer mensen ertussen toe")).to_be_visible()
    expect(shown.page.get_by_text("Begin bij iemand anders")).to_be_visible()
    # A tie between two is told to a coordinator whatever it is about: no theme, chosen or left out, helps.
    expect(shown.page.locator("main .told").get_by_text(re.compile("thema"))).to_have_count(0)


@HANDS
def test_a_partner_browses_and_meets_only_who_is_public(opened: Open, hand: str) -> None:
    shown = opened(Role.PARTNER)
    page, by = shown.page, Hand(shown.page, hand)
    theme = shown.get("/v1/directory/organisations", limit=1)["items"][0]["themes"][0]
    shown.go(f"/organisaties?thema={theme['id']}")
    seen = page.locator("main").inner_text()
    by.choose(page.get_by_role("combobox", name="Wijk", exact=True), "Dam")
    shown.settled()
    seen += page.locator("main").inner_text()
    by.press(page.get_by_role("link", name="Mensen", exact=True))
    shown.settled()
    seen += page.locator("main").inner_text()
    public = {each["name"] for each in shown.get("/v1/directory/people", limit=200)["items"]}
    everybody = {each["name"] for each in opened().get("/v1/directory/people", limit=200)["items"]}
    assert public
    assert [name for name in everybody - public if name in seen] == []


def test_a_slash_goes_to_the_search_box_and_a_choice_to_its_page(opened: Open) -> None:
    shown = opened()
    shown.go("/")
    name = shown.get("/v1/directory/organisations", limit=1)["items"][0]["name"]
    shown.page.keyboard.press("/")
    shown.page.keyboard.type(name)
    shown.page.get_by_role("option", name=name).first.wait_for()
    shown.page.keyboard.press("ArrowDown")
    shown.page.keyboard.press("Enter")
    expect(shown.page.get_by_role("heading", level=1)).to_have_text(name)
    expect(shown.page.get_by_role("heading", level=1)).to_be_focused()


def test_the_other_language_stays(opened: Open) -> None:
    shown = opened()
    shown.go("/vragen")
    shown.page.get_by_role("button", name="English").click()
    expect(shown.page.get_by_role("heading", level=1)).to_have_text("Requests")
    assert "taal=en" in shown.page.url
    shown.page.goto(shown.address + "/")
    expect(shown.page.get_by_role("heading", level=1)).to_have_text("Who can help, and through whom?")


def test_other_weights_change_the_order_at_once_and_stand_in_the_address(opened: Open) -> None:
    shown = opened()
    shown.go("/vragen/v3")
    page = shown.page
    before = page.locator(".people h3 a").all_inner_texts()
    page.get_by_text("Wat telt hoe zwaar").click()
    for name in ("thema’s", "plaats", "talenten"):
        page.get_by_role("slider", name=name).fill("0")
    expect(page.get_by_text("eigen gewichten")).to_be_visible()
    after = page.locator(".people h3 a").all_inner_texts()
    assert after != before
    assert "weeg=" in page.url
    page.get_by_role("button", name="Terug naar de gewone gewichten").click()
    assert page.locator(".people h3 a").all_inner_texts() == before


def test_who_has_no_script_is_led_to_the_plain_page(opened: Open) -> None:
    shown = opened(java_script_enabled=False)
    shown.page.goto(shown.address + "/vragen")
    shown.page.get_by_role("link", name="Naar de eenvoudige pagina").first.click()
    assert shown.page.url.endswith("/eenvoudig")


def test_a_server_that_is_gone_is_told_in_words(opened: Open) -> None:
    shown = opened()
    shown.go("/")
    shown.page.route("**/v1/requests*", lambda route: route.abort())
    shown.page.get_by_role("link", name="Vragen", exact=True).click()
    expect(shown.page.get_by_role("alert")).to_contain_text("Ploeg antwoordt niet")
    shown.page.unroute("**/v1/requests*")
    shown.page.get_by_role("button", name="Probeer opnieuw").click()
    expect(shown.page.get_by_role("alert")).to_have_count(0)


@HANDS
def test_a_researcher_filters_the_map_and_takes_it_along(opened: Open, hand: str) -> None:
    shown = opened(Role.RESEARCHER)
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/kaart")
    page.wait_for_selector("[data-drawn]")
    by.press(page.get_by_text("Filters", exact=True))
    sector = page.get_by_role("group", name="Sector").get_by_role("button").first
    count = int(sector.locator(".soft").inner_text())
    by.press(sector)
    assert "sector=" in page.url
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(count))
    with page.expect_download() as picture:
        by.press(page.get_by_role("button", name="Bewaar als afbeelding"))
    assert picture.value.suggested_filename == "kaart.png"
    by.press(page.get_by_role("button", name="Tabel"))
    with page.expect_download() as table:
        by.press(page.get_by_role("button", name="Bewaar als CSV"))
    assert len(table.value.path().read_text(encoding="utf-8").splitlines()) == count + 1


def test_a_map_that_cannot_be_drawn_is_a_table(opened: Open) -> None:
    shown = opened()
    shown.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    shown.go("/kaart")
    expect(shown.page.get_by_text("Deze browser kan de kaart niet tekenen.")).to_be_visible()
    expect(shown.page.get_by_role("table")).to_be_visible()


def test_arrow_keys_go_from_one_neighbourhood_to_another(opened: Open) -> None:
    shown = opened()
    shown.go("/kaart?toon=stad")
    page = shown.page
    city = page.get_by_role("listbox", name="De wijken van de stad")
    Hand(page, "keyboard").at(city)
    before = city.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    now = city.get_attribute("aria-activedescendant") or ""
    assert now != before
    name = page.locator(f"#{now}").get_attribute("aria-label") or ""
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_text(name.split(",")[0])
    assert "buurt=wijk:" in page.url
    expect(page.get_by_role("status").filter(has_text=name)).to_have_count(1)
