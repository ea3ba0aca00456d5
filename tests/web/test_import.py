"""Bringing a workbook in as a coordinator does: dropped, its columns mended, looked at, written and taken back."""

import base64
import io
import json
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from openpyxl import Workbook
from playwright.sync_api import Locator, Page, expect

from ingest import load as loading
from tests.web.conftest import Open, Shown
from tests.web.test_places import LOOKS, VIOLATIONS, Look
from tests.web.test_tasks import HANDS, Hand

HEADER = ("Lidnummer", "Naam", "Wijk", "e-mail", "consent_maching", "Schoenmaat", "Sector")
GOOD = ("id", *HEADER[1:4], "toestemming_matching", *HEADER[5:])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LOOK_AT_IT = "Kijk na met deze keuzes"
GOOD_ROWS = "Breng alleen de goede rijen binnen"


def workbook(key: str, header: tuple[str, ...] = HEADER, title: str = "Blad1") -> bytes:
    """Return a workbook as people have them: a sheet of no telling name, a mistyped header, rows that are wrong."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    sheet.append(list(header))
    rows = [("Dam", "ja", "bewoner"), ("Dam", "misschien", "bewoner"), ("Dam", "ja", "burgemeester")]
    for number, (place, answer, sector) in enumerate(rows):
        sheet.append([f"{key}{number}", f"Wie {key} {number}", place, None, answer, 38, sector])
    notes = book.create_sheet("Kladblok")
    notes.append(["nota"])
    notes.append(["bellen"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def alike(key: str, name: str) -> bytes:
    """Return a table with one person in it twice."""
    rows = "".join(f"{key}{number},{name},{key}@voorbeeld.be\n" for number in (1, 2))
    return f"id,naam,e-mail\n{rows}".encode()


def drop(page: Page, name: str, content: bytes) -> None:
    """Drop a file as a browser does: with a DataTransfer that holds it."""
    transfer = page.evaluate_handle(
        """([name, type, content]) => {
          const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], name, {type}));
          return transfer;
        }""",
        [name, XLSX, base64.b64encode(content).decode()],
    )
    target = page.get_by_role("group", name="Sleep bestanden hierheen")
    for event in ("dragover", "drop"):
        target.dispatch_event(event, {"dataTransfer": transfer})


def choose_file(by: Hand, name: str, content: bytes) -> None:
    """Open the window in which the browser chooses files, as a hand does, and choose one there."""
    given: Any = {"name": name, "mimeType": XLSX, "buffer": content}
    with by.page.expect_file_chooser() as chooser:
        if by.mouse:
            by.page.get_by_text("Kies bestanden", exact=True).click()
        else:
            by.press(by.page.locator("#bestanden"))
    chooser.value.set_files(given)


def choose_column(by: Hand, field: Locator, letters: str, value: str) -> None:
    """Choose what a column is."""
    if by.mouse:
        field.select_option(value)
        return
    by.at(field)
    by.page.keyboard.type(letters)
    expect(field).to_have_value(value)


def step(page: Page, name: str) -> Locator:
    return page.get_by_role("heading", level=2, name=name, exact=True)


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Wait longer: an import takes its time where much else is at work."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture(autouse=True)
def nothing_left(opened: Open) -> None:
    """Forget what an earlier test looked at: whoever comes back would see it."""
    client = opened().client
    for run in client.get("/v1/import-runs").json()["items"]:
        client.delete(f"/v1/import-runs/{run['id']}")


@HANDS
def test_a_workbook_with_mistakes_is_mended_looked_at_written_and_taken_back(opened: Open, hand: str) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    key = f"{hand}-w"
    # Each hand has headers of its own: what the other one chose is remembered.
    header = (f"Lidnummer {hand}", *HEADER[1:5], f"Schoenmaat {hand}", HEADER[6])
    shown.go("/invoer")
    if by.mouse:
        drop(page, "leden.xlsx", workbook(key, header))
    else:
        choose_file(by, "leden.xlsx", workbook(key, header))
    expect(step(page, "Welke kolom is wat?")).to_be_focused()
    assert "stap=kolommen" in page.url
    expect(page.get_by_text("Deze tabel moet nog hebben: id.")).to_be_visible()
    card = page.get_by_role("region", name="Blad1")
    expect(card.get_by_label("Welke tabel is dit?")).to_have_value("people")
    expect(card.get_by_label("consent_maching")).to_have_value("consent_matching")
    choose_column(by, card.get_by_label(header[0]), "id", "id")
    expect(page.get_by_text("Deze tabel moet nog hebben")).to_have_count(0)
    by.press(page.get_by_role("button", name=LOOK_AT_IT))
    expect(step(page, "Wat er zou gebeuren")).to_be_focused()
    refused = page.get_by_role("table", name="Wat geweigerd is, en waarom")
    told = [row.inner_text().split("\t") for row in refused.locator("tbody tr").all()]
    assert [(row[1], row[2], row[3]) for row in told] == [
        ("3", "consent_maching", "misschien"),
        ("4", "Sector", "burgemeester"),
    ]
    by.press(page.get_by_text("1 nieuw", exact=True))
    expect(page.get_by_text(f"Wie {key} 0")).to_be_visible()
    assert shown.client.get(f"/v1/people/{key}0").status_code == 404
    by.press(page.get_by_role("button", name=GOOD_ROWS))
    expect(step(page, "Binnengebracht")).to_be_focused()
    person = shown.get(f"/v1/people/{key}0")
    assert (person["name"], person["sector"]) == (f"Wie {key} 0", "resident")
    assert shown.client.get(f"/v1/people/{key}1").status_code == 404
    by.press(page.locator("section:has(#stap-kop)").get_by_role("button", name="Neem terug"))
    expect(page.locator(".told").filter(has_text="Teruggenomen:")).to_be_visible()
    expect(page.locator(".earlier > li").first).to_contain_text("teruggenomen")
    assert shown.client.get(f"/v1/people/{key}0").status_code == 404


def test_what_was_chosen_is_remembered_for_a_next_workbook(opened: Open) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, "mouse")
    header = ("Kaartnummer", *HEADER[1:])
    shown.go("/invoer")
    choose_file(by, "leden.xlsx", workbook("eerst", header))
    page.get_by_label("Kaartnummer").select_option("id")
    page.get_by_role("button", name=LOOK_AT_IT).click()
    page.get_by_role("button", name=GOOD_ROWS).click()
    page.get_by_role("button", name="Breng nog iets binnen").click()
    choose_file(by, "leden.xlsx", workbook("dan", header))
    expect(step(page, "Welke kolom is wat?")).to_be_focused()
    page.get_by_role("region", name="Blad1").locator("summary").click()
    row = page.locator("li").filter(has=page.get_by_label("Kaartnummer"))
    expect(row).to_contain_text("onthouden")
    expect(page.get_by_label("Kaartnummer")).to_have_value("id")


def test_what_was_chosen_is_there_for_the_mended_file(opened: Open) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, "mouse")
    header = ("Steekkaart", *HEADER[1:4], "toestemming_matching", *HEADER[5:])
    shown.go("/invoer")
    choose_file(by, "leden.xlsx", workbook("eens", header))
    page.get_by_label("Steekkaart").select_option("id")
    page.get_by_role("button", name=LOOK_AT_IT).click()
    expect(step(page, "Wat er zou gebeuren")).to_be_focused()
    page.get_by_role("button", name="Begin opnieuw").click()
    # Under another name, and nothing was written: the server remembers nothing of it.
    choose_file(by, "leden beter.xlsx", workbook("nogeens", header, "personen"))
    expect(step(page, "Wat er zou gebeuren")).to_be_focused()
    expect(page.get_by_role("button", name=GOOD_ROWS)).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Begin opnieuw").click()
    choose_file(by, "leden.xlsx", workbook("elders", header, "personen"))
    expect(step(page, "Welke kolom is wat?")).to_be_focused()


def test_a_header_in_other_words_is_proposed_where_one_sees_it(opened: Open) -> None:
    shown = opened()
    shown.go("/invoer")
    rows = b"id,naam,Spreekt,Schoenmaat\nspreekt1,Wie Spreekt,fr,38\n"
    drop(shown.page, "personen.csv", rows)
    expect(step(shown.page, "Welke kolom is wat?")).to_be_focused()
    expect(shown.page.get_by_label("Spreekt")).to_have_value("languages")
    expect(shown.page.get_by_label("Schoenmaat")).to_have_value("")
    shown.page.get_by_role("button", name=LOOK_AT_IT).click()
    expect(shown.page.get_by_role("button", name="Breng binnen", exact=True)).to_be_visible()


def test_with_every_row_refused_one_sentence_says_what_to_do(opened: Open) -> None:
    shown = opened()
    shown.go("/invoer")
    drop(shown.page, "personen.csv", b"id,naam,sector\nfout1,Wie Fout,burgemeester\n")
    expect(shown.page.get_by_text("alle rijen zijn geweigerd")).to_have_count(1)
    expect(shown.page.locator("main")).not_to_contain_text("stond er al")
    expect(shown.page.locator("main")).not_to_contain_text("goede rijen")


def test_back_goes_from_the_report_to_the_columns_and_the_choices_stay(opened: Open) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, "mouse")
    header = ("Volgnummer", *HEADER[1:])
    shown.go("/invoer")
    choose_file(by, "leden.xlsx", workbook("terug", header))
    page.get_by_label("Volgnummer").select_option("id")
    page.get_by_role("button", name=LOOK_AT_IT).click()
    expect(step(page, "Wat er zou gebeuren")).to_be_focused()
    page.go_back()
    expect(step(page, "Welke kolom is wat?")).to_be_visible()
    expect(page.get_by_label("Volgnummer")).to_have_value("id")


def test_who_comes_back_finds_what_was_looked_at(opened: Open) -> None:
    shown = opened()
    shown.go("/invoer")
    choose_file(Hand(shown.page, "mouse"), "leden.xlsx", workbook("later", ("id", *HEADER[1:])))
    expect(step(shown.page, "Welke kolom is wat?")).to_be_focused()
    shown.page.close()
    shown = opened()
    shown.go("/invoer")
    expect(shown.page.get_by_text("U keek leden.xlsx na.")).to_be_visible()
    shown.page.get_by_role("button", name="Ga verder").click()
    # The files are still with the server: nothing is sent again.
    expect(step(shown.page, "Wat er zou gebeuren")).to_be_visible()


@pytest.fixture
def halting(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Make an import wait in the middle of its transaction: it says when it is there, and goes on when told."""
    there, go = threading.Event(), threading.Event()
    write_all = loading.write_all

    def waiting(*given: Any, **named: Any) -> None:
        write_all(*given, **named)
        there.set()
        go.wait(60)

    monkeypatch.setattr(loading, "write_all", waiting)
    yield there, go
    go.set()


def test_an_import_goes_on_when_its_tab_is_closed(
    opened: Open, halting: tuple[threading.Event, threading.Event]
) -> None:
    there, go = halting
    shown = opened()
    shown.go("/invoer")
    drop(shown.page, "personen.xlsx", workbook("dicht", GOOD, "personen"))
    shown.page.get_by_role("button", name=GOOD_ROWS).click()
    expect(shown.page.get_by_text("U mag dit tabblad sluiten")).to_be_visible()
    there.wait(60)
    shown.page.close()
    again = opened()
    again.page.goto(again.address + "/invoer")
    expect(again.page.get_by_role("progressbar", name="Schrijven")).to_be_visible()
    go.set()
    expect(step(again.page, "Binnengebracht")).to_be_visible()
    assert again.get("/v1/people/dicht0")["name"] == "Wie dicht 0"


def test_while_the_server_is_away_nothing_is_promised(
    opened: Open, halting: tuple[threading.Event, threading.Event]
) -> None:
    _, go = halting
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    drop(page, "personen.xlsx", workbook("even", GOOD, "personen"))
    page.get_by_role("button", name=GOOD_ROWS).click()
    expect(page.get_by_role("progressbar", name="Schrijven")).to_be_visible()
    page.route(re.compile("/v1/import-runs/"), lambda route: route.abort())
    expect(page.get_by_text("Ploeg antwoordt nu niet.")).to_be_visible()
    expect(page.get_by_text("U mag dit tabblad sluiten")).to_have_count(0)
    page.unroute(re.compile("/v1/import-runs/"))
    expect(page.get_by_text("U mag dit tabblad sluiten")).to_be_visible()
    go.set()
    expect(step(page, "Binnengebracht")).to_be_visible()


def test_an_import_that_is_stopped_writes_nothing_and_keeps_what_was_chosen(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    there, go = threading.Event(), threading.Event()
    note = loading.note

    def waiting(*given: Any) -> None:
        there.set()
        go.wait(60)
        note(*given)

    monkeypatch.setattr(loading, "note", waiting)
    drop(page, "personen.xlsx", workbook("halt", GOOD, "personen"))
    page.get_by_role("button", name=GOOD_ROWS).click()
    there.wait(60)
    try:
        with page.expect_response(lambda answer: answer.request.method == "DELETE"):
            page.get_by_role("button", name="Stop, er wordt niets geschreven").click()
    finally:
        go.set()
    expect(page.get_by_role("button", name=GOOD_ROWS)).to_be_visible()
    assert shown.client.get("/v1/people/halt0").status_code == 404


@pytest.mark.parametrize(
    ("landed", "said"), [(True, "Uw tabellen staan erin."), (False, "Er is niets geschreven")]
)
def test_after_a_server_that_stopped_the_page_says_what_became_of_it(
    opened: Open, landed: bool, said: str
) -> None:
    shown = opened()
    batch = (
        shown.get("/v1/imports", limit=1)["items"][0]["id"] if landed else "batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"
    )
    shown.page.add_init_script(f"localStorage.setItem('ploeg-invoer', '{batch}')")
    shown.go("/invoer")
    expect(shown.page.get_by_role("alert")).to_contain_text(said)


def test_after_a_server_that_stopped_nothing_is_left_to_write_without_the_file(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened()
    shown.go("/invoer")
    drop(shown.page, "personen-uitval.xlsx", workbook("uitval", GOOD, "personen"))
    expect(shown.page.get_by_role("button", name=GOOD_ROWS)).to_be_visible()
    shown.page.close()
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    page.get_by_role("button", name="Ga verder").click()
    go = threading.Event()
    note = loading.note

    def waiting(*given: Any) -> None:
        go.wait(60)
        note(*given)

    monkeypatch.setattr(loading, "note", waiting)
    # As a server does that was started again while it wrote: it knows neither the run nor its import.
    page.route(re.compile(r"/v1/(import-runs|imports)/"), lambda route: route.fulfill(status=404, json={}))
    try:
        page.get_by_role("button", name=GOOD_ROWS).click()
        expect(page.get_by_role("alert")).to_contain_text("Kies uw bestand opnieuw")
        expect(page.get_by_role("button", name=GOOD_ROWS)).to_have_count(0)
    finally:
        go.set()


def with_lists(key: str) -> bytes:
    """Return a workbook with a dozen lists written with commas, and ties to one of those rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "personen"
    sheet.append(["id", "naam", "talen"])
    for number in range(12):
        sheet.append(
            [f"{key}{number}", f"Wie {key} {number}", "Nederlands, Arabisch" if number else "Klingon"]
        )
    sheet.append([f"{key}12", f"Wie {key} 12", "Nederlands"])
    ties = book.create_sheet("banden")
    ties.append(["van", "naar"])
    ties.append([f"{key}12", f"{key}0"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_what_is_certain_is_taken_over_at_once_and_what_follows_is_folded(opened: Open, axe: str) -> None:
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    drop(page, "leden.xlsx", with_lists("lijst"))
    table = page.get_by_role("table", name="Wat geweigerd is, en waarom")
    expect(table).to_be_visible()
    rows = table.locator("tbody > tr:not(.follow)")
    expect(rows).to_have_count(10)
    assert table.evaluate("table => table.parentElement.scrollHeight <= table.parentElement.clientHeight")
    expect(table.locator(".follow li")).to_be_hidden()
    table.get_by_text("Hierdoor is nog 1 rij geweigerd").click()
    expect(table.locator(".follow li")).to_have_text("banden, rij 2: lijst0")
    page.get_by_role("button", name="Toon alle 12").click()
    expect(rows).to_have_count(12)
    expect(table.get_by_role("button", name="Neem over")).to_have_count(11)
    assert checked(shown, axe) == []
    page.get_by_role("button", name="Neem alles over").click()
    expect(page.get_by_text("1 waarde lezen we anders, zoals u vroeg")).to_be_visible()
    expect(rows).to_have_count(1)
    page.get_by_text("1 waarde lezen we anders, zoals u vroeg").click()
    expect(page.get_by_role("button", name="Laat staan")).to_be_visible()
    page.get_by_role("button", name=GOOD_ROWS).click()
    expect(step(page, "Binnengebracht")).to_be_focused()
    assert shown.client.get("/v1/people/lijst3").json()["languages"] == ["nl", "ar"]


def test_what_was_taken_back_is_not_said_to_be_there(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    drop(page, "personen-vort.xlsx", workbook("vort", GOOD, "personen"))
    page.get_by_role("button", name=GOOD_ROWS).click()
    expect(step(page, "Binnengebracht")).to_be_focused()
    earlier = page.locator("section", has=page.get_by_role("heading", name="Eerder binnengebracht"))
    earlier.get_by_role("button", name="Neem terug personen-vort.xlsx").first.click()
    earlier.get_by_role("button", name="Ja, neem terug").click()
    expect(page.get_by_text("Deze tabellen zijn teruggenomen.")).to_be_visible()
    expect(page.get_by_text("De goede rijen staan erin.")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("group", name="Sleep bestanden hierheen")).to_be_visible()
    expect(page.get_by_text("personen-vort.xlsx staat erin.")).to_have_count(0)


def test_what_changed_since_one_looked_is_told_and_looked_at_anew(opened: Open) -> None:
    shown = opened()
    page = shown.page
    person = shown.get("/v1/directory/people", limit=1)["items"][0]
    key = shown.get(f"/v1/people/{person['id']}")["key"]
    book = Workbook()
    assert book.active is not None
    book.active.title = "personen"
    book.active.append(["id", "naam", "over"])
    book.active.append([key, person["name"], "Zo staat het in de tabel"])
    file = io.BytesIO()
    book.save(file)
    shown.go("/invoer")
    drop(page, "over.xlsx", file.getvalue())
    expect(page.get_by_text("Zo staat het in de tabel")).to_be_visible()
    assert shown.client.patch(
        f"/v1/people/{person['id']}", json={"about": "Een collega schreef dit"}
    ).is_success
    page.get_by_role("button", name="Breng binnen", exact=True).click()
    expect(page.get_by_text("Sinds u keek, veranderde er iets.")).to_be_visible()
    expect(page.locator("del")).to_have_text("Een collega schreef dit")
    assert shown.get(f"/v1/people/{person['id']}")["about"] == "Een collega schreef dit"


def test_after_an_erasure_what_was_looked_at_has_to_be_chosen_again(opened: Open) -> None:
    shown = opened()
    page = shown.page
    made = shown.client.post("/v1/people", json={"name": "Wist Mij"}).json()["id"]
    shown.go("/invoer")
    drop(page, "gewist.xlsx", workbook("gewist", GOOD, "personen"))
    expect(page.get_by_role("button", name=GOOD_ROWS)).to_be_visible()
    assert shown.client.delete(f"/v1/people/{made}").status_code == 204
    page.get_by_role("button", name=GOOD_ROWS).click()
    expect(page.get_by_role("alert")).to_contain_text("Intussen is er iemand gewist")
    # The way to mend it is right there, and nothing of before is left to click on.
    expect(page.get_by_role("group", name="Sleep bestanden hierheen")).to_be_visible()
    expect(page.get_by_text("gewist.xlsx")).to_have_count(0)
    assert shown.client.get("/v1/people/gewist0").status_code == 404
    drop(page, "gewist.xlsx", workbook("gewist", GOOD, "personen"))
    page.get_by_role("button", name=GOOD_ROWS).click()
    expect(step(page, "Binnengebracht")).to_be_visible()


def letter() -> bytes:
    """Return a letter, as whoever drops the wrong file has it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


WRONG = {
    "oud.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oud Excel-bestand"),
    "slot.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "beveiligd met een wachtwoord",
    ),
    "leeg.csv": (b"", "is leeg"),
    "brief.xlsx": (letter(), "is een Word-document"),
    "kop.csv": (b"id,naam\n", "staat alleen een kop"),
    "foto.png": (b"\x89PNG\r\n\x1a\n\0\0\0", "geen tabel"),
    "stuk.xlsx": (b"PK\x03\x04stuk", "beschadigd"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_table_is_told_in_words_and_nothing_is_said_to_be_kept(
    opened: Open, name: str
) -> None:
    content, said = WRONG[name]
    shown = opened()
    shown.go("/invoer")
    drop(shown.page, name, content)
    expect(shown.page.get_by_role("alert")).to_contain_text(said)
    expect(
        shown.page.get_by_text("Er is niets geschreven. Verbeter het bestand, of kies een ander.")
    ).to_be_visible()
    expect(shown.page.locator("main")).not_to_contain_text("Dit staat nog klaar")


def test_a_file_that_is_too_large_is_told(opened: Open) -> None:
    shown = opened()
    told = {"code": "too_large", "title": "Te groot / Too large", "detail": "Splits ze. / Split them."}
    kind = "application/problem+json"
    shown.page.route(
        re.compile("dry_run=true"),
        lambda route: route.fulfill(status=413, content_type=kind, body=json.dumps(told)),
    )
    shown.go("/invoer")
    drop(shown.page, "groot.xlsx", b"PK")
    expect(shown.page.get_by_role("alert")).to_contain_text("Splits ze.")


def test_a_server_that_is_gone_while_looking_keeps_the_file(opened: Open) -> None:
    shown = opened()
    page = shown.page
    shown.go("/invoer")
    page.route(re.compile("dry_run=true"), lambda route: route.abort())
    drop(page, "personen.xlsx", workbook("weg", GOOD, "personen"))
    expect(page.get_by_role("alert")).to_contain_text("Ploeg antwoordt niet")
    expect(page.get_by_text("Dit staat nog klaar: personen.xlsx.")).to_be_visible()
    page.unroute(re.compile("dry_run=true"))
    page.get_by_role("button", name="Probeer opnieuw").click()
    expect(step(page, "Wat er zou gebeuren")).to_be_focused()


@HANDS
def test_people_who_stand_there_twice_are_decided_about_and_that_is_taken_back(
    opened: Open, hand: str
) -> None:
    shown = opened()
    page, by = shown.page, Hand(shown.page, hand)
    files = {"files": ("personen.csv", alike(hand, f"Lieselot Dubbel{hand}"))}
    batch = shown.client.post("/v1/imports", files=files)
    shown.go(f"/invoer/dubbel?invoer={batch.json()['batch']}")
    pair = page.get_by_role("article")
    expect(pair).to_have_count(1)
    expect(pair).to_contain_text("hetzelfde e-mailadres")
    by.press(pair.get_by_role("button", name="Dezelfde", exact=True))
    by.press(pair.get_by_role("button", name=f"({hand}2)"))
    expect(page.get_by_text("Van deze invoer lijkt niemand er dubbel in te staan.")).to_be_visible()
    kept = shown.get(f"/v1/people/{hand}2")
    assert shown.client.get(f"/v1/people/{hand}1").status_code == 404
    by.press(page.get_by_role("button", name="Neem terug").first)
    expect(pair).to_have_count(1)
    assert shown.get(f"/v1/people/{hand}1")["id"] != kept["id"]
    by.press(pair.get_by_role("button", name="Niet dezelfde"))
    expect(pair).to_have_count(0)
    shown.client.delete(f"/v1/imports/{batch.json()['batch']}")


def test_a_look_tells_who_looks_like_somebody_who_is_there_already(opened: Open) -> None:
    shown = opened()
    page = shown.page
    body = {"name": "Zeldzame Naamgenoot (fictief)", "email": "zeldzaam@voorbeeld.be"}
    there = shown.client.post("/v1/people", json=body).json()["id"]
    shown.go("/invoer")
    drop(page, "personen.csv", b"id,naam,e-mail\nzn,Zeldzame Naamgenoot (fictief),zeldzaam@voorbeeld.be\n")
    page.get_by_text("1 paar mensen lijkt op elkaar").click()
    link = page.get_by_role("link", name="Zeldzame Naamgenoot (fictief)")
    assert unquote(link.get_attribute("href") or "").endswith(f"/mensen/{there}")
    expect(page.get_by_text("hetzelfde e-mailadres")).to_be_visible()
    shown.client.delete(f"/v1/people/{there}")


def test_the_list_of_people_leads_to_who_may_stand_there_twice(opened: Open) -> None:
    shown = opened()
    rows = alike("twee", "Marieke Tweemaal")
    assert shown.client.post("/v1/imports", files={"files": ("personen.csv", rows)}).status_code == 201
    total = shown.get("/v1/duplicates", limit=1)["total"]
    shown.go("/mensen")
    shown.page.get_by_role("link", name="Misschien dubbel").click()
    expect(step(shown.page, f"{total} {'paar' if total == 1 else 'paren'}")).to_be_visible()


def test_an_empty_workbook_is_there_to_begin_with(opened: Open, tmp_path: Path) -> None:
    shown = opened()
    shown.go("/invoer")
    with shown.page.expect_download() as file:
        shown.page.get_by_role("link", name="Neem een leeg werkboek").click()
    assert file.value.suggested_filename == "ploeg-sjabloon.xlsx"


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.language}-{look.width}-{look.colours}")
def test_axe_finds_nothing_on_any_step(opened: Open, axe: str, look: Look) -> None:
    shown = opened(width=look.width, color_scheme=look.colours)
    page = shown.page
    shown.go(f"/invoer{'?taal=en' if look.language == 'en' else ''}")
    found = {"kies": checked(shown, axe)}
    header = (f"Nr {look.width} {look.language}", *HEADER[1:])
    content = workbook(f"axe{look.width}{look.language}", header)
    page.locator("#bestanden").set_input_files({"name": "leden.xlsx", "mimeType": XLSX, "buffer": content})
    page.get_by_label(header[0]).wait_for()
    found["kolommen"] = checked(shown, axe)
    page.get_by_label(header[0]).select_option("id")
    page.locator("main section button").last.click()
    page.locator("main .scrolls").first.wait_for()
    for summary in page.locator("main summary").all():
        summary.click()
    found["nakijken"] = checked(shown, axe)
    page.locator("main section p.row button").first.click()
    page.locator(".earlier").wait_for()
    found["klaar"] = checked(shown, axe)
    files = {"files": ("personen.csv", alike(f"ax{look.width}", "An Axe"))}
    assert shown.client.post("/v1/imports", files=files).is_success
    shown.go(f"/invoer/dubbel{'?taal=en' if look.language == 'en' else ''}")
    found["dubbel"] = checked(shown, axe)
    assert {name: each for name, each in found.items() if each} == {}


def checked(shown: Shown, axe: str) -> list[str]:
    """Return what axe finds, and whether what is shown is wider than the window."""
    if not shown.page.evaluate("'axe' in window"):
        shown.page.evaluate(axe)
    found: list[str] = shown.page.evaluate(VIOLATIONS)
    wide = shown.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*found, *(["wider than the window"] if wide else [])]
