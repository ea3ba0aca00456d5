"""The two main tasks by keyboard and by ear: what Chromium's accessibility tree and live regions say, step by step.

No screen reader is heard here; what one says is made of these names, roles, states and messages.
"""

import re
from pathlib import Path

from tests.web.conftest import Open
from tests.web.reader import Reader
from tests.web.test_tasks import CLIPBOARD, a_way

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "page.md"
BEGIN, END = "<!-- walk -->\n", "<!-- /walk -->\n"


def compared(name: str, reader: Reader, *, update: bool) -> None:
    """Compare a walk with the one that was written down."""
    golden = ROOT / "tests" / "golden" / f"walk-{name}.md"
    walked = "\n".join(reader.lines) + "\n"
    if update:
        golden.write_text(walked, encoding="utf-8")
        _show()
    assert walked == golden.read_text(encoding="utf-8")


def _shown() -> str:
    titles = {"request": "A new request", "path": "A connector says no"}
    pieces = [
        f"**{title}**\n\n{(ROOT / 'tests' / 'golden' / f'walk-{name}.md').read_text(encoding='utf-8')}"
        for name, title in titles.items()
        if (ROOT / "tests" / "golden" / f"walk-{name}.md").exists()
    ]
    return "\n".join(pieces)


def _show() -> None:
    text = DOCS.read_text(encoding="utf-8")
    DOCS.write_text(
        text[: text.index(BEGIN) + len(BEGIN)] + "\n" + _shown() + "\n" + text[text.index(END) :],
        encoding="utf-8",
    )


def test_a_new_request_by_ear(opened: Open, update_golden: bool) -> None:
    shown = opened(permissions=CLIPBOARD)
    title = "Wie kan een avond voorzitten over de schoolstraat?"
    reader = Reader(shown.page, {title: "[titel]"})
    page = shown.page
    page.goto(shown.address + "/")
    reader.arrive("opens the page")
    reader.tab_to(page.get_by_role("link", name="Ik zoek iemand"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/vragen/nieuw")
    reader.arrive("Enter")
    reader.tab_to(page.get_by_label("Waarover gaat het?"))
    reader.write(title)
    reader.tab_to(page.get_by_label("Wat is er aan de hand?"))
    reader.write("Ouders willen een schoolstraat.")
    reader.tab_to(page.get_by_role("combobox", name="Thema’s"))
    reader.tab_to(page.get_by_role("button", name="Bewaar en toon wie past"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/vragen/request:"))
    page.wait_for_selector(".people > li")
    request = page.url.rsplit("/", 1)[1]
    best = shown.get(f"/v1/requests/{request}/matches", k=1)["results"][0]["person"]
    way = a_way(shown, best["id"])
    reader.names |= {best["name"]: "[wie past]", way["from"]["name"]: "[wie vertrekt]"}
    reader.arrive("Enter")
    reader.tab_to(page.locator(".people > li").first.get_by_role("button", name="Toon het pad"))
    reader.press("Enter")
    reader.tab_to(page.get_by_role("combobox", name="Wie vertrekt?"))
    reader.write(way["from"]["name"], page.get_by_role("option", name=way["from"]["name"]).first)
    reader.press("ArrowDown")
    reader.press("Enter")
    reader.tab_to(page.get_by_role("button", name="Kopieer deze tekst").first)
    reader.press("Enter")
    compared("request", reader, update=update_golden)


def test_a_connector_says_no_by_ear(opened: Open, update_golden: bool) -> None:
    shown = opened()
    way = a_way(shown, routes=2)
    start, connector, *_ = way["routes"][0]["people"]
    reader = Reader(
        shown.page,
        {
            way["routes"][0]["fallback"]["nl"]: "[wat nu te doen]",
            start["name"]: "[wie vertrekt]",
            connector["name"]: "[verbinder]",
            way["to"]["name"]: "[doel]",
        },
    )
    page = shown.page
    page.goto(shown.address + "/pad")
    reader.arrive("opens “Pad”")
    for field, person in (("Van", way["from"]), ("Naar", way["to"])):
        reader.tab_to(page.get_by_role("combobox", name=field))
        reader.write(person["name"], page.get_by_role("option", name=person["name"]).first)
        reader.press("ArrowDown")
        reader.press("Enter")
    reader.tab_to(
        page.get_by_role("article", name="Weg 1").get_by_role("button", name=re.compile("zegt nee$"))
    )
    reader.press("Enter")
    compared("path", reader, update=update_golden)


def test_the_document_shows_the_walks_as_they_are() -> None:
    text = DOCS.read_text(encoding="utf-8")
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)].strip() == _shown().strip()
