"""People and their rights in a real browser: one's own data through a link by mail, and signing in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from api.app import AppState, create_app
from api.own import link_for
from graph.access import Role, Viewer
from graph.store import Store
from queries import accounts
from queries.snapshots import Snapshots
from tests.api.calls import PASSWORD
from tests.api.conftest import served
from tests.post import Post, mail_server
from tests.web.conftest import WEB, Shown, shown
from tests.web.test_places import LOOKS, VIOLATIONS, Look
from tests.web.test_tasks import HANDS, Hand

CITY = "antwerpen"
EMAIL = "coordinator@voorbeeld.be"


@dataclass
class Town:
    """The sample city behind a server whose letters go to a real mail server."""

    store: Store
    client: httpx.Client
    post: Post

    @property
    def address(self) -> str:
        return str(self.client.base_url).rstrip("/")

    def link(self, person: str) -> str:
        return link_for(self.store, CITY, person, self.address, now=datetime.now(UTC))

    def email(self, person: str) -> str | None:
        rows = self.store.read("MATCH (p:Person {id: $id}) RETURN p.email AS email", {"id": person})
        found: str | None = rows[0]["email"]
        return found

    def somebody(self) -> str:
        found: str = self.client.get("/v1/people", params={"limit": 1}).json()["items"][0]["id"]
        return found


@pytest.fixture(scope="module")
def town(sample: Store) -> Iterator[Town]:
    post = Post()
    with mail_server(post) as mailer:
        state = AppState(sample, Snapshots(sample), CITY, Role.COORDINATOR, "test", mailer=mailer)
        with served(create_app(state)) as client:
            yield Town(sample, client, post)


@pytest.fixture
def window(chromium: Browser, town: Town) -> Iterator[Callable[..., Shown]]:
    """Open a window of its own on the town; each is somebody else's."""
    opened: list[Any] = []

    def open_window(width: int = 1440, **context: Any) -> Shown:
        one = shown(chromium, town.client, width, **context)
        opened.append(one)
        return one.__enter__()

    yield open_window
    for one in reversed(opened):
        one.__exit__(None, None, None)


def a_connector(town: Town) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a path with two ways, and whoever is asked first and has a mail address."""
    people = [each["id"] for each in town.client.get("/v1/people", params={"limit": 60}).json()["items"]]
    for start in people:
        for end in people[::-7]:
            if start == end:
                continue
            path = town.client.get("/v1/paths", params={"from": start, "to": end}).json()
            first = path["routes"][0]["people"] if path["routes"] else []
            if len(path["routes"]) > 1 and len(first) > 2 and town.email(first[1]["id"]):
                return path, first[1]
    pytest.fail("no such way in the sample")


def names(path: dict[str, Any]) -> list[str]:
    return [route["sentence"]["nl"] for route in path["routes"]]


@HANDS
def test_somebody_opens_their_link_and_withdraws_and_the_path_goes_otherwise(
    town: Town, window: Callable[..., Shown], hand: str
) -> None:
    path, connector = a_connector(town)
    coordinator, resident = window(), window(360)
    query = f"/pad?van={path['from']['id']}&naar={path['to']['id']}"
    coordinator.go(query)
    expect(coordinator.page.get_by_role("article", name="Weg 1")).to_contain_text(names(path)[0])

    page, by = resident.page, Hand(resident.page, hand)
    page.goto(town.address + "/mijn-gegevens")
    by.write(page.get_by_label("Uw e-mailadres"), town.email(connector["id"]) or "")
    by.press(page.get_by_role("button", name="Stuur mij een link"))
    expect(page.get_by_role("status")).to_contain_text("krijgt het een mail")
    (key,) = town.post.keys()
    page.goto(f"{town.address}/mijn-gegevens?sleutel={key}")
    by.press(page.get_by_role("button", name="Toon mijn gegevens"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn gegevens")
    by.press(page.get_by_role("link", name="Toestemmingen"))
    by.press(page.get_by_role("button", name="Trek in (mensen aan elkaar voorstellen)"))
    said = page.get_by_role("status")
    expect(said).to_contain_text("U trok ‘mensen aan elkaar voorstellen’ in.")
    expect(said).to_be_focused()
    expect(said).to_be_in_viewport()
    undo = page.get_by_role("button", name="Maak ongedaan (mensen aan elkaar voorstellen)")
    expect(undo).to_be_in_viewport()

    now = town.client.get("/v1/paths", params={"from": path["from"]["id"], "to": path["to"]["id"]}).json()
    assert names(now)
    assert names(now)[0] != names(path)[0]
    coordinator.page.reload()
    coordinator.settled()
    for at, sentence in enumerate(names(now), start=1):
        expect(coordinator.page.get_by_role("article", name=f"Weg {at}")).to_contain_text(sentence)
    expect(coordinator.page.get_by_role("article").filter(has_text=connector["name"])).to_have_count(0)

    by.press(undo)
    expect(said).to_contain_text("U geeft toestemming voor ‘mensen aan elkaar voorstellen’.")
    expect(said).to_be_focused()
    again = town.client.get("/v1/paths", params={"from": path["from"]["id"], "to": path["to"]["id"]}).json()
    assert names(again) == names(path)


def test_somebody_corrects_and_takes_along_and_closes(town: Town, window: Callable[..., Shown]) -> None:
    resident = window()
    page = resident.page
    page.goto(town.link(town.somebody()))
    page.get_by_role("button", name="Toon mijn gegevens").click()
    page.get_by_label("Over mij").fill("Liefst na zeven uur.")
    page.get_by_role("button", name="Bewaar uw gegevens").click()
    expect(page.get_by_role("status")).to_have_text("Bewaard. Het geldt meteen.")
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.get_by_role("definition").filter(has_text="Liefst na zeven uur.")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Als JSON").click()
    assert "Liefst na zeven uur." in taken.value.path().read_text(encoding="utf-8")
    page.get_by_role("button", name="Klaar: sluit mijn gegevens").click()
    expect(page.get_by_role("status")).to_contain_text("weer gesloten")
    page.goto(town.address + "/mijn-gegevens")
    expect(page.get_by_label("Uw e-mailadres")).to_be_visible()


def test_a_link_that_was_used_says_so_and_how_to_get_another(
    town: Town, window: Callable[..., Shown]
) -> None:
    link = town.link(town.somebody())
    first, second = window(), window()
    for each in (first, second):
        each.page.goto(link)
        each.page.get_by_role("button", name="Toon mijn gegevens").click()
    expect(first.page.get_by_role("heading", name="Wat mag Ploeg met uw gegevens?")).to_be_visible()
    expect(second.page.get_by_role("alert")).to_contain_text("Deze link werkt niet (meer)")
    expect(second.page.get_by_label("Uw e-mailadres")).to_be_visible()


@HANDS
def test_one_signs_in_and_goes_on_in_the_page(chromium: Browser, sample: Store, hand: str) -> None:
    city = "aanmeldstad"
    account = accounts.add(sample, Viewer(Role.ADMIN, city), EMAIL, [Role.COORDINATOR], name="An")
    try:
        accounts.choose_password(sample, account.id, PASSWORD)
        state = AppState(sample, Snapshots(sample), city, Role.PUBLIC, "test")
        with served(create_app(state)) as client, shown(chromium, client, 360) as opened:
            page, by = opened.page, Hand(opened.page, hand)
            page.goto(opened.address + "/aanmelden")
            by.write(page.get_by_label("E-mailadres"), EMAIL)
            by.write(page.get_by_label("Wachtwoord"), "iets heel anders")
            by.press(page.get_by_role("button", name="Aanmelden"))
            expect(page.get_by_role("alert")).to_contain_text("klopt niet")
            expect(page.get_by_label("E-mailadres")).to_have_value(EMAIL)
            by.write(page.get_by_label("Wachtwoord"), PASSWORD)
            by.press(page.get_by_role("button", name="Aanmelden"))
            expect(page.get_by_role("button", name="Afmelden")).to_be_visible()
            assert page.url == opened.address + "/"
            # What was begun is about people: it does not stay for whoever comes next.
            page.goto(opened.address + "/vragen/nieuw")
            by.write(page.get_by_label("Waarover gaat het?"), "Van An alleen")
            assert "Van An alleen" in page.evaluate("JSON.stringify(sessionStorage)")
            by.press(page.get_by_role("button", name="Afmelden"))
            expect(page.get_by_role("button", name="Afmelden")).to_have_count(0)
            assert "Van An alleen" not in page.evaluate("JSON.stringify(sessionStorage)")
    finally:
        sample.write(city, lambda transaction: transaction.run("MATCH (a:Account) DETACH DELETE a", {}))


@HANDS
def test_without_script_one_chooses_talents_and_hears_what_is_wrong(
    town: Town, window: Callable[..., Shown], hand: str
) -> None:
    person = town.somebody()
    page = window(360, java_script_enabled=False).page
    by = Hand(page, hand)
    page.goto(town.link(person))
    by.press(page.get_by_role("button", name="Toon mijn gegevens"))
    # Nothing that was typed or ticked is lost over a name that is wrong.
    talents = page.get_by_role("group", name="Talenten", exact=True)
    chosen = talents.locator("input:checked")
    expect(talents).to_be_attached()
    before = chosen.count()
    own_name = page.get_by_label("Naam", exact=True).input_value()
    by.at(page.get_by_label("Naam", exact=True))
    page.keyboard.press("Control+A")
    page.keyboard.type(" ")
    by.press(talents.get_by_text("Kies er talenten bij"))
    group = talents.locator("details details").first
    by.press(group.locator("summary"))
    name = group.locator("label").first.inner_text()
    by.at(group.get_by_role("checkbox").first)
    if not by.mouse:
        page.keyboard.press("Space")
    by.press(page.get_by_role("button", name="Bewaar uw gegevens"))
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    by.press(alert.get_by_role("link", name="Vul uw naam in."))
    field = page.get_by_label("Naam", exact=True)
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description("Fout: Vul uw naam in.")
    expect(page.locator("#name-fout")).to_be_in_viewport()
    expect(chosen).to_have_count(before + 1)
    page.keyboard.press("Control+A")
    page.keyboard.type(own_name)
    by.press(page.get_by_role("button", name="Bewaar uw gegevens"))
    expect(page.get_by_role("status")).to_be_focused()
    expect(talents.get_by_role("checkbox", name=name)).to_be_checked()
    expect(talents.get_by_role("combobox", name=re.compile(re.escape(name)))).to_have_value(re.compile(" -$"))
    expect(chosen).to_have_count(before + 1)


def looked_at(page: Page, axe: str) -> list[str]:
    """Return what axe finds, and whether a page is wider than its window."""
    page.evaluate(axe)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [*page.evaluate(VIOLATIONS), *([f"{wide} pixels too wide"] if wide > 0 else [])]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_axe_finds_nothing_on_the_pages_without_script(
    town: Town, window: Callable[..., Shown], axe: str, look: Look
) -> None:
    resident = window(look.width, color_scheme=look.colours)
    page, english = resident.page, look.language == "en"
    found: dict[str, list[str]] = {}

    def see(name: str) -> None:
        assert page.evaluate("document.documentElement.lang") == look.language
        assert page.locator("h1").count() == 1
        if wrong := looked_at(page, axe):
            found[name] = wrong

    def go(path: str) -> None:
        more = ("&" if "?" in path else "?") + "taal=en" if english else ""
        page.goto((path if path.startswith("http") else town.address + path) + more)

    for path in ("/aanmelden", "/uitnodiging?sleutel=voorbij", "/mijn-gegevens", "/eenvoudig"):
        go(path)
        see(path)
    go("/aanmelden")
    page.locator("#email").fill("niemand@voorbeeld.be")
    page.locator("#wachtwoord").fill("niet juist")
    page.locator("main button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    see("a wrong password")
    go("/mijn-gegevens?sleutel=voorbij")
    see("a link")
    page.locator("main button").first.click()
    expect(page.get_by_role("alert")).to_be_visible()
    see("a link that works no more")
    person = town.somebody()
    town.client.put(
        f"/v1/requests/v3/set-aside/{person}", json={"reason": "busy", "words": "Na de zomer."}
    ).raise_for_status()
    go(town.link(person))
    page.locator("main button").first.click()
    expect(page.locator("#toestemmingen")).to_be_visible()
    see("one's own data")
    for fold in page.locator("summary").all():
        if fold.is_visible():
            fold.click()
    expect(page.get_by_text("Na de zomer.")).to_be_visible()
    see("every fold open")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    see("letters twice as large")
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.locator("#toestemming-mailing button").click()
    expect(page.locator("#toestemming-mailing #gedaan")).to_be_visible()
    see("a consent was changed")
    page.locator("#name").fill("")
    page.locator("#name").press("Enter")
    expect(page.locator("#name-fout")).to_be_visible()
    see("no name")
    page.locator("#naam").fill("iemand anders")
    page.locator("button.danger").click()
    expect(page.get_by_role("alert")).to_be_visible()
    see("another name than one's own")
    town.client.delete(f"/v1/requests/v3/set-aside/{person}").raise_for_status()
    assert found == {}


def test_the_pages_without_script_have_the_colours_of_the_page() -> None:
    def colours(text: str) -> list[dict[str, str]]:
        return [
            dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", half))
            for half in text.split("@media (prefers-color-scheme: dark)")
        ]

    page = colours((WEB / "src" / "styles" / "tokens.css").read_text(encoding="utf-8"))
    plain = colours((WEB.parent / "static" / "ploeg.css").read_text(encoding="utf-8"))
    for ours, theirs in zip(plain, page, strict=True):
        assert len(ours) > 10
        assert {name: theirs.get(name) for name in ours} == ours
