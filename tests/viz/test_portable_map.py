"""The portable map in a real browser: it draws, it asks nobody anything, and a name is nothing but text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from queries.drawn import Drawing
from tests.browser import Watched, browser, watched
from tests.neo4j_server import Unavailable
from tests.unavailable import left_out
from tests.viz.drawings import HOSTILE, aggregated, hostile, large, small
from viz.marks import mark
from viz.portable_map import portable_map
from viz.texts import fit


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    # For this file only: while it runs, nothing else in this process may run an event loop.
    opened = browser()
    try:
        running = opened.__enter__()
    except Unavailable as reason:
        left_out("real browser", reason)
    try:
        yield running
    finally:
        opened.__exit__(None, None, None)


def written(folder: Path, drawing: Drawing) -> Path:
    file = folder / "kaart.html"
    file.write_bytes(portable_map(drawing))
    return file


def drawn(page: Page) -> None:
    page.wait_for_selector("#map[data-drawn]", timeout=60_000)


def places(page: Page) -> list[tuple[float, float]]:
    """Return where on the screen each node is."""
    found: list[tuple[float, float]] = page.evaluate(
        """() => {
          const box = document.getElementById("map").getBoundingClientRect();
          return data.nodes.map(({x, y}) => network.canvasToDOM({x, y}))
                           .map(({x, y}) => [x + box.left, y + box.top]);
        }"""
    )
    return found


def assert_harmless(found: Watched, file: Path) -> None:
    assert found.asked == [file.as_uri()]
    assert found.complaints == []
    assert found.page.evaluate("window.stolen === undefined && ({}).stolen === undefined")
    assert found.page.url == file.as_uri()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_hostile_name_is_text_wherever_it_shows(chromium: Browser, tmp_path: Path, width: int) -> None:
    file = written(tmp_path, hostile())
    with watched(chromium, file, viewport={"width": width, "height": 900}) as found:
        page = found.page
        drawn(page)
        for x, y in places(page):
            page.mouse.move(x, y)
            page.mouse.click(x, y)
        for summary in page.query_selector_all("summary"):
            summary.click()
        for name in (HOSTILE[1], HOSTILE[5]):
            page.fill("#search", name)
            page.keyboard.press("Enter")
            assert page.text_content("#said") == page.evaluate("cells(chosen)[0]") + page.evaluate(
                "document.querySelector('#said br').nextSibling.textContent"
            )
        assert page.evaluate("names[chosen]") == "{{7*7}}"
        told = page.eval_on_selector_all("tbody th", "found => found.map(each => each.textContent)")
        assert told == [fit(name) for name in HOSTILE]
        count = (
            "document.querySelectorAll('img, a, iframe, object, embed, base, x, [onerror], [onfocus]').length"
        )
        assert page.evaluate(count) == 0
        assert page.evaluate("document.scripts.length") == 4
        assert_harmless(found, file)


def test_a_script_that_got_in_would_not_run(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "kaart.html"
    page = portable_map(small()).replace(
        b"<main>", b"<main><script>window.stolen=1</script><img src=https://x.invalid/>"
    )
    file.write_bytes(page.replace(b"</h1>", b'</h1><p onclick="window.stolen=2" id=trap>x</p>'))
    with watched(chromium, file) as found:
        found.page.click("#trap")
        assert found.page.evaluate("window.stolen === undefined")
        assert len([said for said in found.complaints if "Content Security Policy" in said]) >= 3


@pytest.mark.parametrize(("width", "height", "scheme"), [(360, 740, "dark"), (1440, 1000, "light")])
def test_nodes_are_drawn_in_the_colours_of_their_sectors(
    chromium: Browser, tmp_path: Path, width: int, height: int, scheme: str
) -> None:
    drawing = small()
    file = written(tmp_path, drawing)
    context = {"viewport": {"width": width, "height": height}, "color_scheme": scheme}
    with watched(chromium, file, **context) as found:
        drawn(found.page)
        painted = found.page.evaluate(
            """() => {
              const canvas = document.querySelector("#map canvas");
              const ratio = canvas.width / canvas.clientWidth;
              const { data: pixels } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              return data.nodes.map(({x, y}) => {
                const at = network.canvasToDOM({x, y});
                const start = 4 * (Math.round(at.y * ratio) * canvas.width + Math.round(at.x * ratio));
                const parts = Array.from(pixels.slice(start, start + 3), (part) => part.toString(16));
                return `#${parts.map((part) => part.padStart(2, "0")).join("")}`;
              });
            }"""
        )
        filled = [at for at, node in enumerate(drawing.nodes) if not mark(node).hollow]
        assert [painted[at] for at in filled] == [mark(drawing.nodes[at]).colour for at in filled]
        assert found.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert_harmless(found, file)


def test_a_network_of_many_is_drawn_whole_with_the_names_of_its_communities(
    chromium: Browser, tmp_path: Path
) -> None:
    file = written(tmp_path, large(400))
    with watched(chromium, file, viewport={"width": 1000, "height": 900}) as found:
        drawn(found.page)
        assert found.page.get_attribute("#map", "data-drawn") == "400"
        assert found.page.evaluate("data.names.length") == len(large(400).communities)
        found.page.fill("#search", "eva")
        found.page.keyboard.press("Enter")
        shown = found.page.locator("tbody tr:visible").count()
        assert 0 < shown < 400
        assert (found.page.text_content("#said") or "").startswith("Eva ")
        for button in ("#nearer", "#farther", "#whole"):
            found.page.click(button)
        assert_harmless(found, file)


def test_without_script_the_table_says_the_same(chromium: Browser, tmp_path: Path) -> None:
    file = written(tmp_path, aggregated())
    with watched(chromium, file, java_script_enabled=False, viewport={"width": 360, "height": 740}) as found:
        found.page.click("#table summary")
        told = found.page.inner_text("#table")
        for node in aggregated().nodes:
            assert node.label in told
            assert str(node.size) in told
        assert "groen in Deurne (40)" in told
        assert not found.page.is_visible("#map")
        assert found.page.is_visible("noscript p")
        assert found.asked == [file.as_uri()]


def test_the_page_is_a_whole_page_in_its_language() -> None:
    for language, title in (("nl", "Netwerk van Proefstad"), ("en", "Network of Proefstad")):
        page = portable_map(small(), "en" if language == "en" else "nl").decode()
        assert page.startswith(f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">')
        assert f"<title>{title} " in page
        assert "Content-Security-Policy" in page
        assert "unsafe" not in page.partition("<title>")[0]


def test_the_page_tells_of_whom_and_when_it_is() -> None:
    page = portable_map(small()).decode()
    for told in ("3 mensen", "23 november 2026", "Wie niet gevraagd werd", "Whoever was not asked"):
        assert told in page


def test_the_same_drawing_gives_the_same_page() -> None:
    assert portable_map(hostile()) == portable_map(hostile())


def test_the_table_says_who_is_tied_to_whom() -> None:
    rows = re.findall(r"<tr>(.*?)</tr>", portable_map(small()).decode())
    an = next(row for row in rows if row.startswith('<th scope="row"><bdi>An Peeters'))
    assert "<td>Bo Claes, Cem Öztürk, Buurthuis Dam</td>" in an.replace("<bdi>", "").replace("</bdi>", "")
