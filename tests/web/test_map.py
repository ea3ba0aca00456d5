"""The map of the network: what is filtered, chosen, walked along, and taken along, beside what the API says."""

import re
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from graph.access import Role
from tests.web.conftest import Open, Shown
from tests.web.test_places import VIOLATIONS

Columns = dict[str, Any]


def arrived(shown: Shown, path: str = "/kaart") -> Page:
    """Go to the map and wait until it is drawn."""
    shown.go(path)
    shown.page.wait_for_selector("[data-drawn]")
    return shown.page


def drawn(page: Page) -> int:
    return int(page.locator("[data-drawn]").get_attribute("data-drawn") or "-1")


def members(nodes: Columns, community: int) -> list[str]:
    return [label for label, of in zip(nodes["label"], nodes["community"], strict=True) if of == community]


def years_of(found: Any) -> dict[int, set[int]]:
    """Return the years of the ties of each node, by its place."""
    years: dict[int, set[int]] = {}
    edges, start = found["edges"], 0
    for step, end, year in zip(edges["start"], edges["end"], edges["year"], strict=True):
        start += step
        if year is not None:
            years.setdefault(start, set()).add(year)
            years.setdefault(end, set()).add(year)
    return years


def words(found: Any, column: str) -> list[set[str]]:
    """Return the words that each node has in a column."""
    values = found["nodes"][column]
    return [
        {found["words"][code] for code in (of if isinstance(of, list) else [] if of is None else [of])}
        for of in values
    ]


def chip(page: Page, group: str, name: str) -> tuple[Any, int]:
    """Return the button of a choice with how many it says remain."""
    button = page.get_by_role("group", name=group).get_by_role("button", name=re.compile(rf"^{name} "))
    return button, int(button.locator(".soft").inner_text().replace(".", ""))


def test_each_choice_says_how_many_remain_as_the_api_does(opened: Open) -> None:
    shown = opened()
    page = arrived(shown)
    found = shown.get("/v1/map")
    page.get_by_text("Filters", exact=True).click()
    sectors, years = words(found, "sector"), years_of(found)
    in_city = {at for at, of in enumerate(sectors) if "resident" in of}
    button, count = chip(page, "Sector", "bewoner")
    assert count == len(in_city)
    button.click()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(in_city)))
    # Another field counts among those who are left; the same field as if nothing were chosen of it.
    year = max(year for of in years.values() for year in of)
    expected = {at for at in in_city if year in years.get(at, set())}
    button, count = chip(page, "Laatst bevestigd in", str(year))
    assert count == len(expected)
    count = chip(page, "Sector", "stad")[1]
    assert count == sum("city" in of for of in sectors)
    button.click()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(expected)))
    assert f"sector=resident&year={year}" in page.url
    page.go_back()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(in_city)))


def test_chosen_filters_are_chips_that_go_away_again(opened: Open) -> None:
    shown = opened()
    page = arrived(shown, "/kaart?sector=resident&level=1")
    every = shown.get("/v1/map")["nodes"]
    chosen = page.get_by_role("list", name="Gekozen filters")
    expect(chosen.get_by_role("listitem")).to_have_count(3)
    chosen.get_by_role("button", name=re.compile("bewoner")).click()
    assert "sector" not in page.url
    assert "level=1" in page.url
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(every["level"].count(1)))
    chosen.get_by_role("button", name="Haal de filters weg").click()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(every["id"])))


def test_the_legend_is_a_filter_and_says_how_many(opened: Open) -> None:
    shown = opened(Role.RESEARCHER)
    page = arrived(shown)
    of_each = words(shown.get("/v1/map"), "sector")
    counts = Counter(word for of in of_each for word in of)
    legend = page.get_by_role("list", name=re.compile("^Legende"))
    first = legend.get_by_role("button").first
    assert int(first.locator(".soft").inner_text()) == max(counts.values())
    first.click()
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(max(counts.values())))
    first.click()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(of_each)))


def test_a_filter_that_leaves_nobody_says_what_to_do(opened: Open) -> None:
    shown = opened()
    page = arrived(shown, "/kaart?kind=organisation&level=1")
    assert drawn(page) == 0
    expect(page.get_by_text("Haal er een weg")).to_be_visible()


def test_keys_move_and_zoom_the_map_and_zero_shows_all_again(opened: Open) -> None:
    page = arrived(opened())
    canvas = page.get_by_role("application")
    canvas.focus()
    page.wait_for_timeout(300)
    seen = [canvas.screenshot()]
    for key in ("+", "ArrowRight", "ArrowDown", "-"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)
        seen.append(canvas.screenshot())
    assert len(set(seen)) == len(seen)
    page.keyboard.press("0")
    page.wait_for_timeout(400)
    assert canvas.screenshot() == seen[0]
    expect(page.get_by_role("status").filter(has_text="Alles is te zien.")).to_have_count(1)


def test_a_wheel_and_two_fingers_zoom_and_one_finger_moves(opened: Open) -> None:
    shown = opened(has_touch=True)
    page = arrived(shown)
    canvas = page.get_by_role("application")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    down = page.evaluate("window.scrollY")
    tools = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        tools.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": a, "y": b, "id": n} for n, (a, b) in enumerate(points)]},
        )

    def after() -> bytes:
        page.wait_for_timeout(400)
        return canvas.screenshot()

    seen = [after()]
    touch("touchStart", (x - 20, y), (x + 20, y))
    touch("touchMove", (x - 80, y), (x + 80, y))
    touch("touchEnd")
    seen.append(after())
    touch("touchStart", (x, y))
    for step in range(1, 6):
        touch("touchMove", (x + 12 * step, y))
    touch("touchEnd")
    seen.append(after())
    page.mouse.move(x, y)
    page.mouse.wheel(0, -200)
    page.mouse.move(5, 5)
    seen.append(after())
    assert len(set(seen)) == len(seen)
    assert page.evaluate("window.scrollY") == down
    assert "wie=" not in page.url


def chosen_by_key(page: Page) -> str:
    """Take what is in the middle of the map, and return its name."""
    page.get_by_role("application").focus()
    page.keyboard.press("Enter")
    heading = page.get_by_role("complementary").get_by_role("heading", level=2)
    expect(heading).to_be_visible()
    return heading.inner_text()


def test_a_selection_is_told_and_its_panel_says_why_they_are_tied(opened: Open) -> None:
    shown = opened()
    found = shown.get("/v1/map")["nodes"]
    most = found["degree"].index(max(each or 0 for each in found["degree"]))
    page = arrived(shown, f"/kaart?wie={found['id'][most]}")
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text(found["label"][most])
    first = panel.locator("li").filter(has=page.locator(".why")).first
    other = first.get_by_role("button").inner_text()
    end = found["id"][found["label"].index(other)]
    ends = (found["id"][most], end), (end, found["id"][most])
    asked = [shown.get("/v1/paths", **{"from": a, "to": b}, max_introductions=0, routes=1) for a, b in ends]
    hop = next(way["routes"][0]["hops"][0] for way in asked if way["routes"])
    expect(first.locator(".why li").first).to_have_text(hop["evidence"][0]["text"]["nl"])


def test_one_walks_from_neighbour_to_neighbour_by_keyboard_and_back(opened: Open) -> None:
    page = arrived(opened())
    name = chosen_by_key(page)
    expect(page.get_by_role("status").filter(has_text=f"Gekozen: {name}.")).to_have_count(1)
    before = page.url
    panel = page.get_by_role("complementary")
    neighbour = panel.get_by_role("listitem").get_by_role("button").first
    other = neighbour.inner_text()
    neighbour.focus()
    page.keyboard.press("Enter")
    heading = panel.get_by_role("heading", level=2)
    expect(heading).to_have_text(other)
    expect(heading).to_be_focused()
    assert page.url != before
    page.go_back()
    expect(heading).to_have_text(name)
    page.get_by_role("application").focus()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(page.get_by_text("Kies iemand of iets op de kaart")).to_be_visible()


def test_a_click_selects_and_a_click_beside_lets_go(opened: Open) -> None:
    shown = opened()
    page = arrived(shown)
    page.evaluate("document.querySelectorAll('.canvas canvas').forEach(each => { each.dataset.first = '' })")
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    # Over the map until it says that something is under the mouse.
    spots = [
        (box["x"] + box["width"] * (0.3 + 0.02 * n), box["y"] + box["height"] * (0.3 + 0.02 * n))
        for n in range(20)
    ]
    for x, y in spots:
        page.mouse.move(x, y)
        if page.locator(".canvas.over.dimmed").count():
            page.mouse.click(x, y)
            break
    expect(page.get_by_role("complementary").get_by_role("heading", level=2)).to_be_visible()
    assert "wie=" in page.url
    # The picture went to whoever was chosen: beside is where nobody is now.
    for x, y in [(box["x"] + 4 + 40 * n, box["y"] + 4) for n in range(15)]:
        page.mouse.move(x, y)
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        if not page.locator(".canvas.over").count():
            page.mouse.click(x, y)
            break
    expect(page.get_by_role("complementary").get_by_role("heading", level=2)).to_have_count(0)
    # The picture is the one of before: nothing is drawn anew for a choice.
    expect(page.locator(".canvas canvas[data-first]")).to_have_count(2)


def test_the_way_to_somebody_stands_on_the_map_and_in_words(opened: Open) -> None:
    shown = opened()
    people = shown.get("/v1/directory/people", limit=60)["items"]
    start = people[0]
    ways = (shown.get("/v1/paths", **{"from": start["id"], "to": each["id"]}) for each in people[1:])
    way = next(way for way in ways if way["found"])
    page = arrived(shown, f"/kaart?wie={way['to']['id']}")
    box = page.get_by_role("combobox", name="Pad hierheen, vertrekkend van")
    box.fill(start["name"])
    page.get_by_role("option", name=start["name"]).first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    panel = page.get_by_role("complementary")
    expect(panel.locator(".route ol li")).to_have_text([each["sentence"]["nl"] for each in way["routes"]])
    assert f"van={start['id']}" in page.url
    assert f"naar={way['to']['id']}" in page.url
    expect(page.locator(".canvas.dimmed")).to_have_count(1)
    # The address of the way alone tells it as well, and has names for those on it only.
    page = arrived(shown, f"/kaart?van={start['id']}&naar={way['to']['id']}")
    expect(panel.get_by_role("heading", level=2)).to_have_text("De weg op de kaart")
    expect(panel.locator("ol li")).to_have_text([each["sentence"]["nl"] for each in way["routes"]])
    expect(page.get_by_text("Kies iemand of iets op de kaart")).to_have_count(0)
    expect(page.locator(".canvas.dimmed")).to_have_count(1)
    on = {each["id"] for route in way["routes"] for each in route["people"]}
    assert int(page.locator("[data-names]").get_attribute("data-names") or "-1") <= len(on)
    panel.get_by_role("button", name="Toon weer alles").click()
    assert "naar=" not in page.url


def test_communities_come_as_discs_that_open(opened: Open) -> None:
    shown = opened()
    page = arrived(shown, "/kaart?toon=kringen")
    found = shown.get("/v1/map")
    told = {of for of in found["nodes"]["community"] if of is not None}
    assert drawn(page) == len(told)
    name = chosen_by_key(page)
    number = int(page.url.split("community:")[1].split("&")[0]) - 1
    assert found["communities"][number]["name"]["nl"] == name
    page.get_by_role("button", name="Toon de mensen van deze kring").click()
    expect(page.locator("[data-drawn]")).to_have_attribute(
        "data-drawn", str(len(members(found["nodes"], number)))
    )
    assert f"community={number}" in page.url
    page.go_back()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(told)))


def test_size_by_brokerage_is_worked_out_when_it_is_asked_for(opened: Open) -> None:
    shown = opened()
    page = arrived(shown)
    with page.expect_response(re.compile(r"/v1/map\?measured=true")):
        page.get_by_role("combobox", name="Grootte naar").select_option("betweenness")
    shown.settled()
    page.get_by_role("button", name="Tabel").click()
    page.get_by_role("button", name="Hoe vaak ertussen").click()
    nodes = shown.get("/v1/map", measured=True)["nodes"]
    most = nodes["betweenness"].index(max(each or 0 for each in nodes["betweenness"]))
    expect(page.locator("tbody th").first).to_have_text(nodes["label"][most])


BOXES = """() => [...document.querySelectorAll("text")].map((each) => {
  const { x, y, width, height } = each.getBBox();
  return [each.textContent, x, y, width, height];
})"""


@pytest.mark.parametrize("path", ["/kaart", "/kaart?toon=kringen", "/kaart?community=0&kleur=theme"])
def test_no_text_stands_over_another_in_a_picture(opened: Open, path: str) -> None:
    shown = opened()
    page = arrived(shown, path)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als SVG").click()
    assert saved.value.suggested_filename == "kaart.svg"
    with page.context.browser.new_context() as apart:  # type: ignore[union-attr]
        picture = apart.new_page()
        picture.set_content(saved.value.path().read_text(encoding="utf-8"))
        boxes = picture.evaluate(BOXES)
    assert boxes[0][0] == "Kaart van het netwerk"
    assert len(boxes) > 8
    for at, (one, x, y, wide, high) in enumerate(boxes):
        for other, left, top, width, height in boxes[at + 1 :]:
            # The letters of two lines may touch; those of two names may not.
            apart_ = (
                x + wide <= left + 1
                or left + width <= x + 1
                or y + high * 0.8 <= top
                or top + height * 0.8 <= y
            )
            assert apart_, f"{one} over {other}"


@pytest.mark.parametrize("path", ["/kaart", "/kaart?toon=stad"])
def test_a_picture_that_cannot_be_made_is_told(opened: Open, path: str) -> None:
    shown = opened()
    page = shown.page
    shown.go(path)
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => { done(null); }; }")
    page.get_by_role("button", name=re.compile(r"^Bewaar als afbeelding( \(PNG\))?$")).click()
    told = page.get_by_role("status").filter(has_text="De afbeelding kon niet gemaakt worden.")
    expect(told).to_have_count(1)


VIEWS = {
    Role.COORDINATOR: ("", "?toon=kringen", "?sector=resident&kleur=community", "?toon=tabel&orde=degree"),
    Role.RESEARCHER: ("", "?toon=kringen", "?toon=tabel"),
    Role.PARTNER: ("", "?toon=tabel"),
    Role.PUBLIC: ("", "?toon=tabel"),
}


@pytest.mark.parametrize("role", list(VIEWS), ids=str)
def test_axe_finds_nothing_on_any_view_of_the_map(opened: Open, axe: str, role: Role) -> None:
    shown = opened(role, color_scheme="dark" if role in {Role.RESEARCHER, Role.PUBLIC} else "light")
    page = shown.page
    found: dict[str, Any] = {}
    for view in VIEWS[role]:
        shown.go(f"/kaart{view}")
        if "tabel" not in view:
            page.wait_for_selector("[data-drawn]")
            chosen_by_key(page)
            page.get_by_text("Filters", exact=True).click()
        page.evaluate(axe)
        if wrong := page.evaluate(VIOLATIONS):
            found[view] = wrong
    assert found == {}


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER])
def test_an_aggregated_map_has_no_discs_and_no_years(opened: Open, role: Role) -> None:
    shown = opened(role)
    page = arrived(shown, "/kaart?toon=kringen")
    assert drawn(page) == len(shown.get("/v1/map")["nodes"]["id"])
    expect(page.get_by_role("button", name="Kringen")).to_have_count(0)
    page.get_by_text("Filters", exact=True).click()
    expect(page.get_by_role("group", name="Laatst bevestigd in")).to_have_count(0)


def test_a_drawing_that_the_browser_took_away_comes_back(opened: Open) -> None:
    page = arrived(opened())
    place = page.locator("[data-drawn]")
    place.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    before = place.screenshot()
    context = place.locator("canvas").first.evaluate_handle(
        "canvas => canvas.getContext('webgl2').getExtension('WEBGL_lose_context')"
    )
    context.evaluate("context => context.loseContext()")
    page.wait_for_timeout(500)
    assert place.screenshot() != before
    context.evaluate("context => context.restoreContext()")
    page.wait_for_timeout(500)
    assert place.screenshot() == before


@pytest.mark.parametrize(
    ("filters", "named"),
    [
        ("sector=niets", ["Sector: “niets”"]),
        ("kind=niets", ["Soort: “niets”"]),
        ("theme=bestaat-niet", ["Thema: “bestaat-niet”"]),
        ("sector=niets&community=999", ["Sector: “niets”", "Kring: “999”"]),
    ],
)
def test_a_filter_that_nobody_has_is_named_and_can_be_taken_away(
    opened: Open, filters: str, named: list[str]
) -> None:
    shown = opened()
    page = arrived(shown, f"/kaart?{filters}")
    for each in named:
        expect(page.get_by_text(f"{each} komt op deze kaart niet voor.")).to_be_visible()
    for _ in named:
        page.get_by_role("button", name=re.compile("^Haal weg: ")).first.click()
    expect(page.get_by_text("komt op deze kaart niet voor")).to_have_count(0)
    expect(page.locator("[data-drawn]")).to_have_attribute(
        "data-drawn", str(len(shown.get("/v1/map")["nodes"]["id"]))
    )


def test_a_filter_that_a_partner_cannot_use_on_people_is_said(opened: Open) -> None:
    page = arrived(opened(Role.PARTNER), "/kaart?sector=resident")
    expect(page.get_by_text("Door deze filter ziet u hier dus geen mensen.")).to_be_visible()
    page.get_by_role("button", name="Haal weg: Sector, bewoner").click()
    assert "sector=" not in page.url


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.PARTNER], ids=str)
def test_who_is_on_the_map_is_told_with_those_who_chose_to_be_visible(opened: Open, role: Role) -> None:
    shown = opened(role)
    page = arrived(shown)
    people = "person" in shown.get("/v1/map")["nodes"]["kind"]
    assert people == (role is Role.PARTNER)
    words = "mensen die ervoor kozen om zichtbaar te zijn"
    expect(page.locator("main").get_by_text(words)).to_have_count(int(people))
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als SVG").click()
    text = re.sub(r"<[^>]+>", " ", saved.value.path().read_text(encoding="utf-8"))
    assert (words in " ".join(text.split())) == people


def test_who_is_not_on_the_map_any_more_is_said(opened: Open) -> None:
    page = arrived(opened(Role.RESEARCHER), "/kaart?wie=p-verdwenen")
    expect(page.get_by_text("schuilnamen op de kaart gelden maar één keer")).to_be_visible()


def test_somebody_with_a_pseudonym_is_chosen_in_no_address_and_that_is_said(opened: Open) -> None:
    shown = opened(Role.RESEARCHER)
    page = shown.page
    shown.go("/kaart?toon=tabel&kind=person")
    first = page.locator("tbody th").first.get_by_role("button")
    name = first.inner_text()
    first.click()
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text(name)
    expect(panel).to_contain_text("Deze keuze staat niet in het adres")
    assert "wie=" not in page.url
    page.reload()
    page.wait_for_selector("[data-drawn]")
    expect(panel).to_have_count(0)
    expect(page.get_by_text("niet terug te vinden")).to_have_count(0)


def test_a_community_a_researcher_chooses_stays_in_the_address(opened: Open) -> None:
    page = arrived(opened(Role.RESEARCHER), "/kaart?toon=kringen")
    name = chosen_by_key(page)
    assert "wie=community" in page.url
    page.reload()
    page.wait_for_selector("[data-drawn]")
    panel = page.get_by_role("complementary")
    expect(panel.get_by_role("heading", level=2)).to_have_text(name)
    expect(panel).not_to_contain_text("Deze keuze staat niet in het adres")


def test_escape_lets_go_from_anywhere_and_the_focus_goes_back(opened: Open) -> None:
    page = arrived(opened())
    panel = page.get_by_role("complementary")
    canvas = page.get_by_role("application")
    said = page.get_by_role("status").filter(has_text="Niets meer gekozen.")
    chosen_by_key(page)
    panel.get_by_role("button", name="Sluit").focus()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(said).to_have_count(1)
    expect(canvas).to_be_focused()
    chosen_by_key(page)
    closer = page.get_by_role("button", name="Zoom in")
    closer.focus()
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(closer).to_be_focused()
    assert "wie=" not in page.url


def test_a_name_chosen_in_the_table_is_told_and_the_focus_goes_to_it(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/kaart?toon=tabel")
    row = page.locator("tbody th").first.get_by_role("button")
    name = row.inner_text()
    row.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("complementary").get_by_role("heading", level=2)).to_be_focused()
    expect(page.get_by_role("status").filter(has_text=f"Gekozen: {name}.")).to_have_count(1)


IN_VIEW = """each => {
  const { top } = each.getBoundingClientRect();
  const nav = [...document.querySelectorAll('nav')].find((one) => getComputedStyle(one).position === 'fixed');
  return top >= 0 && top < (nav ? nav.getBoundingClientRect().top : window.innerHeight) - 60;
}"""


def test_on_a_phone_who_is_chosen_comes_into_view(opened: Open) -> None:
    shown = opened(width=360)
    page = arrived(shown)
    chosen_by_key(page)
    heading = page.get_by_role("complementary").get_by_role("heading", level=2)
    page.wait_for_timeout(200)
    assert heading.evaluate(IN_VIEW)
    found = shown.get("/v1/map")["nodes"]
    page = arrived(shown, f"/kaart?wie={found['id'][0]}")
    expect(heading).to_have_text(found["label"][0])
    page.wait_for_timeout(200)
    assert heading.evaluate(IN_VIEW)


@pytest.mark.parametrize("width", [360, 1200, 1440])
def test_choosing_somebody_moves_nothing_of_the_picture(opened: Open, width: int) -> None:
    page = arrived(opened(width=width))
    canvas = page.get_by_role("application")
    canvas.focus()
    whole = "each => { const { left, top, width, height } = each.getBoundingClientRect();"
    whole += " return [left, top + window.scrollY, width, height]; }"
    before, buttons = canvas.evaluate(whole), page.get_by_role("button", name="Zoom in")
    below = buttons.evaluate(whole)
    chosen_by_key(page)
    assert canvas.evaluate(whole) == before
    assert buttons.evaluate(whole) == below
    left, top, wide, _ = page.get_by_role("complementary").evaluate(whole)
    if width == 360:
        assert top >= below[1] + below[3]
    else:
        # Over the picture, at its right.
        assert left > before[0] + before[2] / 2
        assert before[1] <= top
        assert left + wide <= before[0] + before[2]
    page.get_by_role("button", name="Sluit").click()
    expect(page.get_by_role("complementary")).to_have_count(0)


@pytest.mark.parametrize("path", ["/kaart", "/kaart?toon=kringen"])
def test_all_of_the_picture_is_seen_without_scrolling(opened: Open, path: str) -> None:
    page = arrived(opened(), path)
    box = page.get_by_role("application").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 800
    assert box["width"] > 1000
    assert box["height"] > 400


def test_the_legend_filters_by_keyboard_and_says_what_is_grey(opened: Open) -> None:
    shown = opened()
    page = arrived(shown, "/kaart?kleur=theme")
    found = shown.get("/v1/map")
    themes = words(found, "themes")
    legend = page.get_by_role("list", name=re.compile("^Legende"))
    first = legend.get_by_role("button").first
    count = int(first.locator(".soft").inner_text())
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_have_attribute("aria-pressed", "true")
    expect(first).to_be_focused()
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(count))
    expect(page.get_by_role("status").filter(has_text=f"{count} op de kaart")).to_have_count(1)
    page.keyboard.press("Space")
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(len(themes)))
    coloured = {
        re.sub(r"\s+\d+$", "", each.strip()) for each in legend.get_by_role("button").all_inner_texts()
    }
    assert len(coloured) == 7
    grey = sum(not of & coloured for of in themes)
    expect(legend.get_by_role("listitem").last).to_have_text(re.compile(rf"grijs: al de rest\s+{grey}"))
    others = len(set().union(*themes)) - 7
    expect(page.get_by_text(f"heeft een eigen kleur (7). Grijs is al het andere ({others})")).to_be_visible()


def test_the_page_asks_for_the_map_once_and_before_its_script_has_run(opened: Open) -> None:
    shown = opened()
    page, asked = shown.page, list[str]()
    page.on("request", lambda request: asked.append(request.url.removeprefix(shown.address)))
    arrived(shown)
    # A browser says so when what it was told to fetch early is not used in time.
    page.wait_for_timeout(4000)
    assert asked.count("/v1/map") == 1
    assert asked.count("/v1/me") == 1
    told = page.evaluate(
        "performance.getEntriesByType('resource').map(({ name, startTime, responseEnd }) =>"
        " [new URL(name).pathname, startTime, responseEnd])"
    )
    begun = {path: start for path, start, _ in told}
    script = next(end for path, _, end in told if path.endswith("page.js"))
    assert begun["/v1/map"] < script
    assert begun["/v1/me"] < script


def test_a_picture_of_the_map_is_made_and_said_so(opened: Open) -> None:
    page = arrived(opened())
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar als afbeelding").click()
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")
    expect(page.get_by_role("status").filter(has_text="De afbeelding is bewaard.")).to_have_count(1)
