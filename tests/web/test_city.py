"""The map of the city: its figures are those of the API in every role, by mouse, by keys and as a table."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, expect

from graph.access import Role
from tests.web.conftest import Open, Shown
from tests.web.test_tasks import HANDS, Hand

SEES = (Role.PUBLIC, Role.PARTNER, Role.RESEARCHER, Role.COORDINATOR)
HIDDEN = "verborgen: minder dan 5, of nodig om een klein getal niet te verraden"
MEASURES = {"": "people", "vragen": "open_requests", "gat": "gap"}


def city_of(shown: Shown) -> Locator:
    return shown.page.get_by_role("listbox", name=re.compile("van de stad"))


def coverage(shown: Shown, **query: str) -> Any:
    return shown.get("/v1/analysis/coverage", **query)


def written(value: int | None, measure: str) -> str:
    """Return a figure as the page writes it."""
    few = "–" if measure == "gat" else HIDDEN
    return few if value is None else f"{value:,}".replace(",", ".")


def expected(found: Any, theme: int, measure: str) -> dict[str, str]:
    """Return what stands on each area, by its id: cells of the API, and how many themes are short where it is all."""
    figures: dict[str, str] = {}
    for cell in found["cells"]:
        if cell["theme"] == theme and cell["place"] >= 0:
            value = cell[MEASURES[measure]]
            if measure == "gat" and theme < 0:
                short = [
                    each["gap"]
                    for each in found["cells"]
                    if each["place"] == cell["place"] and each["theme"] >= 0 and each["gap"] is not None
                ]
                value = sum(gap > 0 for gap in short) if short else None
            figures[found["places"][cell["place"]]["id"]] = written(value, measure)
    return figures


def drawn(shown: Shown) -> dict[str, str]:
    """Return what the areas on the page say of themselves, by name and district."""
    names = city_of(shown).get_by_role("option").evaluate_all("all => all.map(each => each.ariaLabel)")
    found: dict[str, str] = {}
    for name in names:
        who, _, value = re.sub(r" \([^()]*\)$", "", name).partition(": ")
        found[who] = value
    return found


def named(shown: Shown, found: Any) -> dict[str, str]:
    """Return the name of each area as it is said on the page, by its id."""
    items = shown.get("/v1/areas", by=found["by"])["items"]
    return {
        each["id"]: f"{each['name']}, {each['district']}" if each["district"] else each["name"]
        for each in items
    }


@pytest.mark.parametrize("role", SEES, ids=str)
@pytest.mark.parametrize("measure", MEASURES)
def test_the_figures_are_those_of_the_api(opened: Open, role: Role, measure: str) -> None:
    shown = opened(role)
    found = coverage(shown)
    assert found["by"] == ("district" if role is Role.RESEARCHER else "neighbourhood")
    busiest = max(
        (cell for cell in found["cells"] if cell["theme"] >= 0 and cell["place"] >= 0),
        key=lambda cell: (cell["gap"] or 0, cell["people"] or 0),
    )
    names = named(shown, found)
    for theme in (-1, busiest["theme"]):
        chosen = found["themes"][theme]["id"] if theme >= 0 else ""
        shown.go(f"/kaart?toon=stad&maat={measure}&thema={chosen}")
        city_of(shown).wait_for()
        wanted = expected(found, theme, measure)
        assert wanted
        assert drawn(shown) == {names[area]: value for area, value in wanted.items()}


def test_a_partner_sees_no_number_under_five(opened: Open) -> None:
    shown = opened(Role.PARTNER)
    shown.go("/kaart?toon=stad")
    city_of(shown).wait_for()
    told = drawn(shown)
    numbers = [value for value in told.values() if value != HIDDEN]
    assert numbers
    assert min(map(int, numbers)) >= 5
    expect(shown.page.get_by_role("list", name="Legende")).to_contain_text(f"• {HIDDEN}")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER], ids=str)
def test_what_is_hidden_does_not_read_as_nearly_nobody(opened: Open, role: Role) -> None:
    shown = opened(role)
    page = shown.page
    shown.go("/kaart?toon=stad")
    city = city_of(shown)
    hidden = city.get_by_role("option", name=re.compile(HIDDEN)).first
    hidden.locator("path").click()
    written = page.locator("text.value").all_text_contents()
    assert set(written) - {"•"}
    assert "•" in written
    panel = page.get_by_role("complementary")
    expect(panel.locator("dd").first).to_have_text("verborgen")
    expect(panel).to_contain_text("Het betekent niet dat er niemand is.")
    page.get_by_role("button", name="Tabel").last.click()
    expect(page.get_by_role("table")).to_contain_text("verborgen")
    expect(page.locator("main")).not_to_contain_text("< 5")


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.COORDINATOR], ids=str)
def test_the_table_says_the_same_as_the_map(opened: Open, role: Role) -> None:
    shown = opened(role)
    shown.go("/kaart?toon=stad")
    city_of(shown).wait_for()
    on_the_map = drawn(shown)
    shown.page.get_by_role("button", name="Tabel").last.click()
    table = shown.page.get_by_role("table")
    heads = table.get_by_role("columnheader").all_inner_texts()
    column = next(at for at, head in enumerate(heads) if head.startswith("Actieve mensen"))
    rows = table.locator("tbody tr").all()
    listed = [(row.get_by_role("button").inner_text(), row.locator("td").all_inner_texts()) for row in rows]
    assert {f"{name}, {cells[0]}" if cells[0] else name: cells[column - 1] for name, cells in listed} == {
        name: value.partition(":")[0] for name, value in on_the_map.items()
    }
    table.get_by_role("button", name="Actieve mensen").click()
    values = [row.locator("td").nth(column - 1).inner_text() for row in table.locator("tbody tr").all()]
    known = [int(value) for value in values if value != "verborgen"]
    assert known == sorted(known, reverse=True)
    assert values[: len(known)] == [str(value) for value in known]
    with shown.page.expect_download() as taken:
        shown.page.get_by_role("button", name="Bewaar als CSV").click()
    lines = list(csv.reader(io.StringIO(taken.value.path().read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [line[column] for line in lines[1:]] == values


@pytest.fixture
def outlined(client_of: Callable[[Role], httpx.Client]) -> Iterator[None]:
    """Give all neighbourhoods but two a small square for an outline, and take it back."""
    client = client_of(Role.COORDINATOR)
    places = client.get("/v1/neighbourhoods", params={"limit": 200}).json()["items"]
    features = [square(each["key"], each["name"], each["longitude"], each["latitude"]) for each in places[2:]]
    file = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    answer = client.post("/v1/imports", files={"files": ("wijken.geojson", file)})
    assert answer.status_code == 201, answer.text
    yield
    assert client.delete(f"/v1/imports/{answer.json()['batch']}").status_code == 200


def square(code: str, name: str, x: float, y: float) -> dict[str, Any]:
    ring = [[x + dx * 0.0015, y + dy * 0.001] for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))]
    return {
        "type": "Feature",
        "properties": {"wijkcode": code, "naam": name},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def choose(by: Hand, shown: Shown, city: Locator, name: str) -> None:
    """Choose an area: by a click on it, or by its name and Enter."""
    if by.mouse:
        city.get_by_role("option", name=re.compile(f"^{re.escape(name)}[,:]")).first.locator("path").click()
        return
    by.at(city)
    shown.page.keyboard.type(name)
    shown.page.keyboard.press("Enter")


@pytest.mark.usefixtures("outlined")
@HANDS
@pytest.mark.parametrize("view", ["", "grenzen"])
def test_an_area_is_chosen_told_and_shown_beside(opened: Open, hand: str, view: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go(f"/kaart?toon=stad&beeld={view}")
    city = city_of(shown)
    choose(by, shown, city, "Zurenborg")
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Zurenborg")
    (place,) = [each for each in shown.get("/v1/areas")["items"] if each["name"] == "Zurenborg"]
    assert f"buurt={place['id']}" in page.url
    words = city.get_by_role("option", selected=True).get_attribute("aria-label") or ""
    expect(page.get_by_role("status").filter(has_text=words)).to_have_count(1)
    found = coverage(shown)
    here = next(at for at, each in enumerate(found["places"]) if each["id"] == place["id"])
    (total,) = [cell for cell in found["cells"] if (cell["theme"], cell["place"]) == (-1, here)]
    expect(panel.locator("dd").first).to_have_text(str(total["people"]))
    by.press(panel.get_by_role("link", name="Organisaties"))
    shown.settled()
    assert f"wijk={place['id']}" in page.url


@pytest.mark.usefixtures("outlined")
@pytest.mark.parametrize("view", ["", "grenzen"])
def test_arrow_keys_get_to_every_area(opened: Open, view: str) -> None:
    shown = opened()
    page = shown.page
    shown.go(f"/kaart?toon=stad&beeld={view}")
    city = city_of(shown)
    Hand(page, "keyboard").at(city)

    def at() -> str:
        return city.get_attribute("aria-activedescendant") or ""

    page.keyboard.press("Home")
    first = at()
    page.keyboard.press("End")
    assert at() != first
    for key, back in (("ArrowUp", "ArrowDown"), ("ArrowLeft", "ArrowRight")):
        page.keyboard.press("Home")
        page.keyboard.press(back)
        page.keyboard.press(back)
        before = at()
        page.keyboard.press(key)
        assert at() != before
    page.keyboard.press("Home")
    seen = {at()}
    for _ in range(city.get_by_role("option").count() - 1):
        page.keyboard.press("PageDown")
        seen.add(at())
    assert len(seen) == city.get_by_role("option").count()
    # The ring is drawn last, on top of all, and the area it is around is within what is shown.
    ring = page.locator(".ring").last
    expect(ring).to_be_visible()
    assert ring.evaluate(
        "ring => { const pane = ring.closest('[role=listbox]').getBoundingClientRect();"
        " const box = ring.getBoundingClientRect(); const x = (box.left + box.right) / 2;"
        " return x > pane.left && x < pane.right; }"
    )


def test_only_a_city_with_outlines_has_that_view(opened: Open) -> None:
    shown = opened()
    shown.go("/kaart?toon=stad&beeld=grenzen")
    city_of(shown).wait_for()
    expect(shown.page.get_by_role("button", name="Zeshoeken")).to_have_attribute("aria-pressed", "true")
    expect(shown.page.get_by_role("button", name="Echte grenzen")).to_have_count(0)


@pytest.mark.usefixtures("outlined")
def test_what_has_no_outline_is_listed_beside(opened: Open) -> None:
    shown = opened()
    shown.go("/kaart?toon=stad&beeld=grenzen")
    missing = [each["name"] for each in shown.get("/v1/areas")["items"] if each["outline"] is None]
    assert missing
    beside = shown.page.get_by_role("region", name="Niet op deze tekening")
    assert len(beside.get_by_role("button").all()) == len(missing)
    beside.get_by_role("button", name=re.compile(f"^{missing[0]},")).click()
    expect(shown.page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_text(missing[0])


def test_zooming_shows_names_that_did_not_fit_and_all_comes_back(opened: Open) -> None:
    shown = opened(width=360)
    shown.go("/kaart?toon=stad")
    page = shown.page
    expect(page.get_by_text("Zoom in om de namen te lezen.")).to_be_visible()
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    expect(page.locator("text.name").first).to_be_attached()
    page.get_by_role("button", name="Alles tonen").click()
    expect(page.locator("text.name")).to_have_count(0)
    sizes = page.locator("text.value").evaluate_all(
        "all => all.map(each => parseFloat(getComputedStyle(each).fontSize))"
    )
    assert min(sizes) >= 12


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_a_picture_of_the_city_stands_alone(opened: Open, kind: str) -> None:
    shown = opened(Role.RESEARCHER)
    shown.go("/kaart?toon=stad")
    city_of(shown).wait_for()
    with shown.page.expect_download() as taken:
        shown.page.get_by_role("button", name=re.compile(rf"\({kind}\)$")).click()
    body = taken.value.path().read_bytes()
    if kind == "PNG":
        assert body.startswith(b"\x89PNG")
        return
    text = body.decode()
    assert "Alle thema’s samen" in text
    assert not re.search(r"href|url\(|var\(|class=", text)
    for name, value in drawn(shown).items():
        assert f">{'•' if value == HIDDEN else value}</text>" in text
        assert f">{name[:4]}" in text


def test_theme_and_measure_stand_in_the_address_and_back_undoes(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/kaart?toon=stad")
    theme = coverage(shown)["themes"][3]
    by = Hand(page, "keyboard")
    by.choose(page.get_by_role("combobox", name="Thema", exact=True), theme["label"]["nl"])
    assert f"thema={theme['id']}" in page.url
    page.get_by_role("combobox", name="Toon", exact=True).select_option(label="Mensen te kort")
    assert "maat=gat" in page.url
    page.go_back()
    assert "maat=" not in page.url
    page.go_back()
    assert "thema=" not in page.url


def test_back_undoes_the_choice_of_an_area_and_stays_in_the_city(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/kaart")
    page.get_by_role("button", name="Stad", exact=True).click()
    city_of(shown).get_by_role("option").first.locator("path").click()
    expect(city_of(shown)).to_be_focused()
    assert "buurt=" in page.url
    page.go_back()
    expect(page.get_by_text("Kies een wijk om te zien")).to_be_visible()
    assert "toon=stad" in page.url
    assert "buurt=" not in page.url


def test_an_area_is_let_go_by_escape_and_by_a_button(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/kaart?toon=stad")
    city = city_of(shown)
    panel, by = page.get_by_role("complementary"), Hand(page, "keyboard")
    choose(by, shown, city, "Zurenborg")
    close = panel.get_by_role("button", name="Sluit")
    by.press(close)
    expect(close).to_have_count(0)
    expect(page.get_by_role("status").filter(has_text="Niets meer gekozen.")).to_have_count(1)
    expect(city).to_be_focused()
    page.keyboard.press("Enter")
    expect(close).to_be_visible()
    page.get_by_role("button", name="Zoom in").focus()
    page.keyboard.press("Escape")
    expect(close).to_have_count(0)
    assert "buurt=" not in page.url


def test_a_theme_or_an_area_of_a_link_that_is_not_here_is_said(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/kaart?toon=stad&thema=bestaat-niet&buurt=nergens")
    told = page.locator("p.told.warn")
    expect(told).to_have_count(2)
    expect(told.first).to_contain_text("Het thema “bestaat-niet” is hier niet bekend.")
    for left in (1, 0):
        told.first.get_by_role("button").click()
        expect(told).to_have_count(left)
    assert "thema=" not in page.url
    assert "buurt=" not in page.url


OVER = """() => {
  const boxes = (kind) =>
    [...document.querySelectorAll(`text.${kind}`)].map((each) => [each.textContent, each.getBBox()]);
  const [names, numbers] = [boxes("district"), boxes("value")];
  const { width, height } = document.querySelector("[role=listbox] svg").getBoundingClientRect();
  // The letters of a line are lower than its box.
  const letters = ({ y, height }) => [y + height * 0.2, y + height * 0.8];
  const cross = (one, other) => {
    const [[top, low], [over, under]] = [letters(one), letters(other)];
    return one.x < other.x + other.width && other.x < one.x + one.width && top < under && over < low;
  };
  const found = [];
  names.forEach(([name, box], at) => {
    for (const [other, there] of [...names.slice(at + 1), ...numbers])
      if (cross(box, there)) found.push(`${name} over ${other}`);
    if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
      found.push(`${name} is cut`);
  });
  return [names.map(([name]) => name), found];
}"""


@pytest.mark.parametrize("width", [360, 1200, 1440])
def test_the_name_of_a_district_stands_over_no_number_and_no_other_name(opened: Open, width: int) -> None:
    shown = opened(width=width)
    shown.go("/kaart?toon=stad")
    city_of(shown).wait_for()
    names, wrong = shown.page.evaluate(OVER)
    assert wrong == []
    districts = {each["district"] for each in shown.get("/v1/areas")["items"]}
    assert set(names) == districts
