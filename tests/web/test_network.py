"""The network in figures: plots and tables that say what the API says, long work, and measurements that are kept."""

import csv
import io
import json
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from api.app import create_app
from graph.access import Role
from graph.store import Store
from queries.amounts import amount, average
from queries.phrases import MONTHS_NL
from tests.api.conftest import served, state
from tests.web.conftest import Open, Shown, shown
from tests.web.test_places import VIOLATIONS
from tests.web.test_tasks import HANDS, Hand

QUESTIONS = ("summary", "communities", "brokers", "bridging", "coverage", "suggestions", "trends")
TO_ALL = tuple(each for each in QUESTIONS if each not in {"brokers", "suggestions"})
SVG = "{http://www.w3.org/2000/svg}"


def figure(answer: Any, name: str) -> Any:
    return next(each for each in answer["figures"] if each["name"] == name)


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def day_nl(iso: str) -> str:
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS_NL[day.month - 1]} {day.year}"


def take(page: Page, by: Hand, plot: Locator, form: str) -> Download:
    with page.expect_download() as taken:
        by.press(plot.get_by_role("button", name=f"Bewaar als {form}", exact=True))
    return taken.value


def pixels(png: bytes) -> bytes:
    """Return what a PNG holds, as it stands in its parts (RFC 2083)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, packed = 8, b""
    while at < len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            packed += png[at + 8 : at + 8 + size]
        at += size + 12
    return zlib.decompress(packed)


def workbook(found: Download) -> Any:
    """Return the first sheet of a workbook, as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(found.path().read_bytes())).worksheets[0]


def rows(found: Download) -> list[list[str]]:
    """Return the cells of a CSV as the Dutch page makes it."""
    return list(csv.reader(io.StringIO(found.path().read_text(encoding="utf-8-sig")), delimiter=";"))


@HANDS
def test_a_researcher_filters_the_map_opens_communities_and_takes_them_along(opened: Open, hand: str) -> None:
    shown = opened(Role.RESEARCHER)
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/kaart")
    page.wait_for_selector("[data-drawn]")
    by.press(page.get_by_text("Filters", exact=True))
    sector = page.get_by_role("group", name="Sector").get_by_role("button").first
    count = sector.locator(".soft").inner_text()
    by.press(sector)
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", count)
    by.press(page.get_by_role("link", name="Netwerk", exact=True))
    by.press(page.get_by_role("link", name="Kringen", exact=True))
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    answer = shown.get("/v1/analysis/communities")
    expect(page.get_by_text(answer["sentences"][0]["nl"])).to_be_visible()
    plot = page.get_by_role("figure", name="Banden binnen elke kring")
    expect(plot.get_by_role("img")).to_be_visible()
    found = rows(take(page, by, plot, "CSV"))
    assert [row[1:4] for row in found[1:]] == [
        [str(each["people"]), str(each["inside"]), str(each["outside"])] for each in answer["communities"]
    ]
    taken = list(workbook(take(page, by, plot, "XLSX")).iter_rows(values_only=True))
    assert [row[1] for row in taken[1:]] == [each["people"] for each in answer["communities"]]
    picture = take(page, by, plot, "PNG")
    assert picture.suggested_filename == "kringen.png"
    assert len(set(pixels(picture.path().read_bytes()))) > 10


def test_a_picture_that_was_taken_along_stands_alone(opened: Open, chromium: Browser, tmp_path: Path) -> None:
    shown = opened(color_scheme="dark")
    shown.go("/netwerk/bridging")
    plot = shown.page.get_by_role("figure").first
    found = take(shown.page, Hand(shown.page, "mouse"), plot, "SVG")
    file = tmp_path / found.suggested_filename
    found.save_as(file)
    tree = ElementTree.parse(file).getroot()  # noqa: S314 (our own file)
    assert (tree.findtext(f"{SVG}title") or "").startswith("Welk deel van de banden")
    colours = {each.get("fill") for each in tree.iter() if each.get("fill") not in {None, "none"}}
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour or "") for colour in colours)
    assert "sans-serif" in (tree.get("font-family") or "")
    words = [each.text or "" for each in tree.iter(f"{SVG}text")]
    seen = plot.get_by_role("img").locator("text").all_text_contents()
    assert "\n".join(seen) in "\n".join(words)
    around = " ".join(words[: len(words) - len(seen)])
    answer = shown.get("/v1/analysis/bridging")
    for said in (
        plot.get_by_role("heading").inner_text(),
        f"Ploeg, toestand op {day_nl(answer['as_of'])}. {amount(answer['people']).nl} mensen tellen mee",
        "Iedereen in Ploeg telt mee.",
    ):
        assert spaced(said) in spaced(around)
    with chromium.new_context() as apart:
        page = apart.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        box = page.evaluate(
            "(({width, height}) => [width, height])(document.querySelector('text').getBBox())"
        )
        assert min(box) > 0


def test_what_looks_like_a_formula_stays_text_wherever_it_is_taken(opened: Open) -> None:
    shown = opened(permissions=["clipboard-read", "clipboard-write"])
    name = '=HYPERLINK("https://ploeg.invalid","klik")'
    made = shown.client.post("/v1/organisations", json={"name": name, "sector": "civil_society"})
    assert made.status_code == 201, made.text
    shown.go("/organisaties")
    page, by = shown.page, Hand(shown.page, "mouse")
    main = page.locator("main")
    try:
        cells = [row[0] for row in workbook(take(page, by, main, "XLSX")).iter_rows(max_col=1)]
        formula = next(cell for cell in cells if cell.value == name)
        assert formula.data_type == "s"
        assert f"'{name}" in [row[0] for row in rows(take(page, by, main, "CSV"))]
        page.get_by_role("button", name="Kopieer de tabel").click()
        expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
        pasted: str = page.evaluate("navigator.clipboard.readText()")
        assert f"\n'{name}\t" in pasted
    finally:
        shown.client.delete(f"/v1/organisations/{made.json()['id']}")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_tables_write_numbers_as_the_sentences_do(opened: Open, language: str) -> None:
    shown = opened()
    answer = shown.get("/v1/analysis/summary")
    shown.go("/netwerk" + ("?taal=en" if language == "en" else ""))
    table = shown.page.get_by_role("table").first
    cells = {
        line.locator("th").inner_text().lower(): [
            spaced(each) for each in line.locator("td").all_inner_texts()
        ]
        for line in table.locator("tbody tr").all()
    }

    def said(name: str) -> list[str]:
        return cells[figure(answer, name)["label"][language].lower()]

    ties, mean = figure(answer, "ties")["value"], figure(answer, "mean_degree")["value"]
    assert said("ties")[0] == spaced(getattr(amount(ties), language))
    assert said("mean_degree")[0] == spaced(getattr(average(mean), language))
    sentences = spaced(" ".join(each[language] for each in answer["sentences"]))
    for name in ("people", "ties", "mean_degree", "path_length"):
        assert f" {said(name)[0]} " in sentences
    crossing = next(
        each
        for label, each in cells.items()
        if "tussen sectoren loopt" in label or "run between sectors" in label
    )
    assert sentences.count(crossing[0]) == 1
    assert f" {crossing[2].split(' (')[0]} " in sentences


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_plot_has_a_name_and_a_table_that_says_the_same(opened: Open, question: str) -> None:
    shown = opened()
    shown.go(f"/netwerk/{question}")
    figures = shown.page.get_by_role("figure").all()
    assert figures
    for plot in figures:
        name = plot.get_by_role("heading").inner_text()
        expect(plot.get_by_role("img", name=name, exact=True)).to_be_visible()
        table = plot.get_by_role("region", name=name, exact=True).get_by_role("table").inner_text()
        assert len(table.splitlines()) > 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_at_twice_the_text_on_a_phone_everything_fits(opened: Open, question: str) -> None:
    shown = opened(width=360)
    shown.go(f"/netwerk/{question}")
    shown.page.evaluate("document.documentElement.style.fontSize = '200%'")
    plot = shown.page.get_by_role("figure").first.get_by_role("img")
    expect(plot).to_be_visible()
    # What does not fit scrolls inside its own frame.
    wide = shown.page.evaluate(
        "[...document.querySelectorAll('main *')].filter(each => !each.closest('.scrolls, .drawn, .hidden')"
        " && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 90))"
    )
    assert wide == []
    cut = shown.page.evaluate(
        "[...document.querySelectorAll('.drawn:not([tabindex])')]"
        ".filter(each => each.scrollWidth > each.clientWidth).length"
    )
    assert cut == 0


def test_a_gap_of_few_is_not_told_to_a_partner(opened: Open) -> None:
    shown = opened(Role.PARTNER)
    answer = shown.get("/v1/analysis/coverage")
    hidden = [each for each in answer["cells"] if each["theme"] >= 0 and each["people"] is None]
    assert hidden
    shown.go("/netwerk/coverage?maat=people")
    words = shown.page.get_by_role("img").locator("text").all_text_contents()
    assert not {"1", "2", "3", "4"} & set(words)
    expect(shown.page.get_by_text(re.compile("^Niet getoond (is|zijn) de kolom"))).not_to_have_count(0)
    expect(shown.page.get_by_label("Banden zoals ze waren op")).to_have_count(0)


def test_a_name_leads_to_its_page_and_a_community_to_its_part_of_the_map(opened: Open) -> None:
    shown = opened()
    page = shown.page
    best = shown.get("/v1/analysis/brokers")["brokers"][0]["who"]
    shown.go("/netwerk/brokers")
    page.get_by_role("link", name=best["name"], exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(best["name"])
    first = shown.get("/v1/analysis/communities")["communities"][0]
    shown.go("/netwerk/communities")
    page.get_by_role("link", name=re.compile("^toon op de kaart")).first.click()
    page.wait_for_selector("[data-drawn]")
    places = shown.get("/v1/map")["nodes"]["community"].count(0)
    expect(page.locator("[data-drawn]")).to_have_attribute("data-drawn", str(places))
    assert places >= first["people"]


def test_how_a_question_is_asked_stands_in_the_address(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/netwerk/brokers")
    page.get_by_label("Hoeveel tonen").select_option("10")
    expect(page.locator("figure").last.get_by_role("row")).to_have_count(11)
    assert "aantal=10" in page.url
    page.get_by_label("Banden zoals ze waren op").fill("2024-05-01")
    expect(page.get_by_text(re.compile("^Op 1 mei 2024."))).to_be_visible()
    told = shown.get("/v1/analysis/brokers", k=10, as_of="2024-05-01")
    expect(page.get_by_text(told["sentences"][0]["nl"])).to_be_visible()
    page.go_back()
    expect(page.get_by_text(re.compile("^Op 1 mei 2024."))).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/netwerk/trends?jaren=-3", "Bij ‘Hoeveel jaar terug’ staat in het adres ‘-3’"),
        ("/netwerk?dag=abc", "Bij ‘Banden zoals ze waren op’ staat in het adres ‘abc’"),
        ("/netwerk/brokers?aantal=9999", "Bij ‘Hoeveel tonen’ staat in het adres ‘9999’"),
        ("/netwerk/coverage?per=straat", "Bij ‘Per’ staat in het adres ‘straat’"),
        ("/netwerk/coverage?thema=theme:onzin", "Niet gevonden"),
    ],
)
@HANDS
def test_what_an_address_asks_wrongly_is_said_in_the_words_of_the_page_with_a_way_on(
    opened: Open, path: str, says: str, hand: str
) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go(path)
    told = page.get_by_role("alert")
    expect(told).to_contain_text(says)
    assert not re.search(r"as_of|years|verwacht", told.inner_text())
    by.press(page.get_by_role("button", name="Begin opnieuw met de gewone instelling"))
    expect(page.get_by_role("figure").first).to_be_visible(timeout=15_000)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert page.url == shown.address + path.partition("?")[0]


@pytest.mark.parametrize(
    ("role", "path", "title", "says"),
    [
        (Role.PUBLIC, "/netwerk/onzin", "Netwerk", "Er is geen vraag ‘onzin’ over het netwerk."),
        (Role.COORDINATOR, "/netwerk/onzin", "Netwerk", "Er is geen vraag ‘onzin’ over het netwerk."),
        (Role.PUBLIC, "/netwerk/brokers", "Wie mag niet wegvallen", "U kijkt nu als publiek."),
        (Role.RESEARCHER, "/zoeken?q=groen", "Zoeken", "U kijkt nu als onderzoeker."),
        (Role.PARTNER, "/mensen/person:x", "Mens", "U kijkt nu als partner."),
    ],
)
def test_what_is_not_there_or_not_for_somebody_is_said_and_nothing_takes_its_place(
    opened: Open, axe: str, role: Role, path: str, title: str, says: str
) -> None:
    shown = opened(role)
    page = shown.page
    shown.go(path)
    main = page.locator("main")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(main.get_by_text(says)).to_be_visible()
    expect(page.get_by_role("figure")).to_have_count(0)
    expect(page.get_by_role("alert")).to_have_count(0)
    assert main.get_by_role("link").count() >= 2
    expect(main.locator("[aria-current=page]")).to_have_count(0)
    page.evaluate(axe)
    assert page.evaluate(VIOLATIONS) == []


def test_who_sees_figures_of_today_only_is_told_so_where_an_address_names_a_day(opened: Open) -> None:
    shown = opened(Role.PARTNER)
    shown.go("/netwerk?dag=2022-12-31")
    expect(shown.page.get_by_text("In uw rol ziet u alleen de cijfers van vandaag")).to_be_visible()
    expect(shown.page.get_by_text("Dit zijn de banden zoals")).to_have_count(0)


def test_a_column_in_which_every_number_is_hidden_is_left_out_and_named(opened: Open) -> None:
    shown = opened(Role.PARTNER)
    page, by = shown.page, Hand(shown.page, "mouse")
    shown.go("/netwerk/coverage?maat=people")
    plot = page.get_by_role("figure")
    found = rows(take(page, by, plot, "CSV"))
    for at, head in enumerate(found[0][2:], start=2):
        assert {row[at] for row in found[1:]} != {"•"}, head
    said = plot.get_by_text(re.compile("^Niet getoond (is|zijn) de kolom")).inner_text()
    named = re.split(", | en ", re.sub(r".*kolom(?:men)? ‘?|’?: elk getal.*", "", said))
    heads = [head.inner_text() for head in plot.get_by_role("columnheader").all()]
    assert named
    assert not set(named) & {*heads, *found[0]}


def test_a_workbook_has_days_and_shares_and_says_of_what_it_is(opened: Open) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, "mouse")
    answer = shown.get("/v1/analysis/trends")
    shown.go("/netwerk/trends")
    taken = take(page, by, page.get_by_role("figure"), "XLSX")
    book = openpyxl.load_workbook(io.BytesIO(taken.path().read_bytes()))
    table, about = book.worksheets
    days = [row[0].value for row in table.iter_rows(min_row=2)]
    dated = [day for day in days if isinstance(day, datetime)]
    assert len(dated) == len(days)
    assert str(dated[0].date()) == answer["points"][0]["as_of"]
    cells = [cell for row in table.iter_rows(min_row=2) for cell in row]
    shares = [cell.value for cell in cells if cell.number_format == "0.0%"]
    assert shares
    assert all(
        isinstance(share, int | float) and 0 <= share <= 1 and len(repr(share)) < 12 for share in shares
    )
    told = {str(row[0].value): row[1].value for row in about.iter_rows() if row[0].value}
    assert told["Vraag"] == "Hoe groeit het"
    assert str(told["Toestand op"])[:10] == answer["as_of"]
    assert spaced(str(told["Hoe dit berekend is"])) == spaced(answer["method"]["nl"])


@pytest.mark.parametrize("path", ["/netwerk", "/netwerk/bridging"])
def test_bounds_are_taken_along_as_numbers_in_every_table(opened: Open, path: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, "mouse")
    shown.go(path)
    for group in page.get_by_role("group", name=re.compile("^Neem mee: ")).all():
        if not group.get_by_role("button", name="Bewaar als XLSX").count():
            continue
        sheet = workbook(take(page, by, group, "XLSX"))
        heads = [cell.value for cell in sheet[1]]
        assert "Onzekerheid (95 %)" not in [spaced(head) for head in heads]
        for column, head in enumerate(heads):
            if "grens" in head or head == "Bij toeval":
                values = [row[column] for row in sheet.iter_rows(min_row=2, values_only=True)]
                assert all(value is None or isinstance(value, int | float) for value in values), head


@HANDS
def test_who_asks_for_more_rows_goes_on_where_they_begin(opened: Open, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    shown.go("/netwerk/coverage?maat=people")
    table = page.get_by_role("figure").get_by_role("table")
    first = table.locator("tbody tr").count()
    by.press(page.get_by_role("figure").get_by_role("button", name="Toon meer"))
    expect(table.locator("tbody tr").nth(first).get_by_role("rowheader")).to_be_focused()


@HANDS
def test_back_to_the_usual_settings_keeps_the_focus_among_them(opened: Open, hand: str) -> None:
    shown = opened()
    shown.go("/netwerk/brokers?aantal=10")
    Hand(shown.page, hand).press(shown.page.get_by_role("button", name="Terug naar gewoon"))
    expect(shown.page.get_by_label("Banden zoals ze waren op")).to_be_focused()


@HANDS
def test_a_measurement_is_kept_compared_and_taken_away(opened: Open, axe: str, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    # Another day for each hand: the same on the same day is kept once.
    day = {"mouse": "2024-03-01", "keyboard": "2024-04-01"}[hand]
    shown.go(f"/netwerk?dag={day}")
    by.press(page.get_by_role("button", name="Bewaar deze meting"))
    expect(page.locator("main").get_by_text(re.compile("^De meting van .* is bewaard"))).to_be_visible()
    expect(page.get_by_role("button", name="Bewaar deze meting")).to_be_focused()
    expect(page.get_by_text(f"Dit zijn de banden zoals ze waren op {day_nl(day)}.")).to_be_visible()
    page.get_by_label("Banden zoals ze waren op").fill("2024-05-01")
    expect(page.get_by_text(re.compile("^Op 1 mei 2024."))).to_be_visible()
    expect(page.locator("main").get_by_text(re.compile("^De meting van .* is bewaard"))).to_have_count(0)
    kept = shown.get("/v1/measurements", question="summary")["items"][0]
    assert kept["as_of"] == day
    now = shown.get("/v1/analysis/summary")
    shown.go("/netwerk")
    by.press(page.get_by_role("button", name=re.compile("^Vergelijk")).first)
    table = page.get_by_role("region", name=re.compile(" naast nu")).get_by_role("table")
    ties = table.get_by_role("row", name=re.compile("^Banden tussen hen"))
    change = figure(now, "ties")["value"] - figure(kept, "ties")["value"]
    more = "meer" if change > 0 else "minder"
    expect(ties).to_contain_text(f"{amount(abs(change)).nl} {more}")
    assert f"vergelijk={kept['id']}" in page.url
    page.evaluate(axe)
    assert page.evaluate(VIOLATIONS) == []
    along = page.get_by_role("group", name="Neem mee: Lijst van metingen")
    listed = rows(take(page, by, along, "CSV"))
    at = listed[0].index("Banden tussen hen")
    assert [row[at] for row in listed[1:]] == [str(int(figure(kept, "ties")["value"]))]
    shown.go("/netwerk/trends")
    assert figure(kept, "ties")["value"] in [
        figure(each, "ties")["value"] for each in shown.get("/v1/analysis/trends")["measured"]
    ]
    expect(page.get_by_role("row", name=re.compile("bewaarde meting"))).to_have_count(1)
    shown.go("/netwerk")
    by.press(page.get_by_role("button", name=re.compile("^Neem weg")).first)
    expect(page.get_by_role("button", name="Laat zo")).to_be_focused()
    by.press(page.get_by_role("button", name=re.compile("^Ja, neem weg")))
    expect(page.get_by_text("Nog niets bewaard van deze vraag.")).to_be_visible()
    expect(page.get_by_role("heading", name="Bewaarde metingen")).to_be_focused()
    assert shown.get("/v1/measurements", question="summary")["items"] == []
    by.press(page.get_by_role("button", name="Maak ongedaan"))
    expect(page.locator("p.told:focus")).to_have_text(re.compile("^De meting van .* staat er weer"))
    assert shown.get("/v1/measurements", question="summary")["items"] == [kept]
    assert shown.client.delete(f"/v1/measurements/{kept['id']}").status_code == 204


@pytest.fixture
def hasty(chromium: Browser, sample: Store) -> Iterator[Callable[[Role], Shown]]:
    """Open the page of a server that tells of every analysis where to come back for it; its clock stands still."""
    with ExitStack() as stack:

        def open_as(role: Role) -> Shown:
            client = stack.enter_context(served(create_app(replace(state(sample, role), patience=0.0))))
            found = stack.enter_context(shown(chromium, client, 1440))
            found.page.clock.install(time=0)
            found.page.clock.pause_at(1000)
            return found

        yield open_as


def asked_for(page: Page) -> list[str]:
    """Return a list that grows with what the page asks of analyses and runs."""
    found: list[str] = []

    def note(url: str) -> None:
        if "/v1/runs/" in url or "/v1/analysis/" in url:
            found.append(url.split("/v1/", 1)[1])

    page.on("request", lambda request: note(request.url))
    return found


def until(page: Page, wanted: Locator) -> None:
    """Let the clock of the page run until something is there."""
    for _ in range(60):
        page.clock.run_for(2000)
        page.wait_for_timeout(100)
        if wanted.count():
            return
    expect(wanted).to_be_visible()


def test_long_work_tells_how_far_it_is_and_comes_back_when_the_server_says(
    hasty: Callable[[Role], Shown], opened: Open
) -> None:
    shown = hasty(Role.COORDINATOR)
    page, asked = shown.page, asked_for(shown.page)
    page.goto(shown.address + "/netwerk/bridging")
    expect(page.get_by_role("progressbar", name="Dit is veel rekenwerk")).to_be_visible()
    expect(page.get_by_text(re.compile(r"% klaar\. Bezig sinds"))).to_be_visible()
    assert asked == ["analysis/bridging"]
    page.clock.run_for(1900)
    assert asked == ["analysis/bridging"]
    page.clock.run_for(200)
    page.wait_for_timeout(200)
    assert len(asked) == 2
    sentence = opened().get("/v1/analysis/bridging")["sentences"][0]["nl"]
    until(page, page.get_by_text(sentence))
    expect(page.get_by_role("progressbar")).to_have_count(0)


@HANDS
def test_long_work_can_be_stopped_and_asked_anew(hasty: Callable[[Role], Shown], hand: str) -> None:
    shown = hasty(Role.RESEARCHER)
    page, by, asked = shown.page, Hand(shown.page, hand), asked_for(shown.page)
    page.goto(shown.address + "/netwerk/trends?jaren=20")
    by.press(page.get_by_role("button", name="Stop de berekening"))
    expect(page.get_by_text("Er is niets bewaard of veranderd.")).to_be_visible()
    run = next(each for each in asked if each.startswith("runs/"))
    gone = shown.client.get(f"/v1/{run}")
    assert gone.status_code == 404 or gone.json()["state"] in {"stopped", "running"}
    assert gone.status_code == 404 or gone.json()["answer"] is None
    by.press(page.get_by_role("button", name="Vraag het opnieuw"))
    until(page, page.get_by_role("figure"))


def test_who_leaves_long_work_and_comes_back_finds_the_same_run(hasty: Callable[[Role], Shown]) -> None:
    shown = hasty(Role.COORDINATOR)
    page, asked = shown.page, asked_for(shown.page)
    with page.expect_response(re.compile("/v1/analysis/coverage")) as begun:
        page.goto(shown.address + "/netwerk/coverage")
    run = begun.value.json()["id"]
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("link", name="Vragen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vragen")
    asked.clear()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Waar zit een gat")
    until(page, page.get_by_role("figure"))
    assert set(asked) == {f"runs/{run}"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_city_without_anybody_says_what_to_do_first(
    chromium: Browser, sample: Store, axe: str, question: str
) -> None:
    app = create_app(replace(state(sample, Role.COORDINATOR), city="leeg"))
    with served(app) as client, shown(chromium, client, 360) as found:
        found.go(f"/netwerk/{question}")
        expect(found.page.get_by_role("link", name="Breng tabellen binnen")).to_be_visible()
        expect(found.page.get_by_role("figure")).to_have_count(0)
        found.page.evaluate(axe)
        assert found.page.evaluate(VIOLATIONS) == []


@pytest.mark.parametrize("question", TO_ALL)
def test_no_page_of_the_network_names_anybody_to_a_partner(opened: Open, question: str) -> None:
    everybody = {each["name"] for each in opened().get("/v1/directory/people", limit=200)["items"]}
    shown = opened(Role.PARTNER)
    shown.go(f"/netwerk/{question}")
    seen = shown.page.locator("main").inner_text()
    assert [name for name in everybody if name in seen] == []
    assert json.dumps(shown.get(f"/v1/analysis/{question}")).count("person:") == 0
