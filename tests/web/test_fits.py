"""Every place fits whoever looks: large letters, fingers, a keyboard, and an answer that is late."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from graph.access import Role
from tests.web.conftest import Open, Shown
from tests.web.test_places import PLACES, filled

ROLES = pytest.mark.parametrize("role", list(Role), ids=str)
LATE_MS = 400
STOPS = 90
"""How far the keyboard goes on a place: far enough to leave what all places have."""

LARGE_LETTERS = """document.addEventListener("DOMContentLoaded", () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":root { font-size: 200% }");
  document.adoptedStyleSheets = [sheet];
})"""

WIDER = """() => {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const inside = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible" && !at.matches("html, body")) return true;
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !inside(element))
    .slice(0, 4)
    .map((element) => `${element.outerHTML.slice(0, 120)} ends at ${element.getBoundingClientRect().right}`);
}"""
"""What makes a page wider than its window."""

SMALL = """() => {
  const target = 44;
  const sentence = (element) => {
    // A link among words: whoever reads can hit the line (WCAG 2.5.8, inline).
    if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
    const around = element.parentElement;
    if (around.tagName === "DD") return true;
    if (getComputedStyle(around).display === "flex") return false;
    return [...around.childNodes].some((node) => node !== element && node.textContent.trim() !== "");
  };
  const box = (element) => {
    const label = ["checkbox", "radio"].includes(element.type) ? element.closest("label") : null;
    return (label ?? element).getBoundingClientRect();
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".skip, .hidden"))
    .filter((element) => !sentence(element))
    .map((element) => [element, box(element)])
    .filter(([, { width, height }]) => width > 0 && (height < target - 0.5 || width < target - 0.5))
    .map(([element, { width, height }]) => `${element.outerHTML.slice(0, 110)}: ${width} x ${height}`);
}"""
"""What a finger can hardly hit."""

WATCHED = """(() => {
  const shifts = (window.shifts = []);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        shifts.push([entry.value, entry.sources.map(({ node }) => (node?.outerHTML ?? "").slice(0, 90))]);
  }).observe({ type: "layout-shift", buffered: true });
  const plain = window.fetch;
  window.waiting = 0;
  window.lingered = [];
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  window.fetch = async (...given) => {
    window.waiting += 1;
    await new Promise((done) => setTimeout(done, LATE));
    const answer = await plain(...given);
    void answer.clone().arrayBuffer().then(async () => {
      window.waiting -= 1;
      for (let n = 0; n < 4; n += 1) await frame();
      const busy = document.querySelector("[aria-busy=true]");
      if (window.waiting === 0 && busy) window.lingered.push(busy.outerHTML.slice(0, 90));
    });
    return answer;
  };
})()""".replace("LATE", str(LATE_MS))
"""Answers come late; what moves meanwhile is written down, and what still waits when nothing is on its way."""

FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const before = window.before;
  window.before = at;
  // A field for a day has stops of its own inside: day, month, year.
  if (before === at) return { inside: true };
  const look = getComputedStyle(at);
  const ring = at.querySelector(".ring") ?? null;
  const outlined = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  const after = (one) => one.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING;
  const { top, bottom } = at.getBoundingClientRect();
  const fixed = (element) => {
    for (let one = element; one; one = one.parentElement)
      if (["fixed", "sticky"].includes(getComputedStyle(one).position)) return true;
    return false;
  };
  return {
    what: at.outerHTML.slice(0, 110),
    visible: at.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    ring: outlined || (ring !== null && ring.checkVisibility()),
    back: before !== undefined && before.isConnected && !after(before),
    main: at.closest("main") !== null && !fixed(at),
    // In a table one reads cell by cell.
    beside: before !== undefined && at.closest("tr") !== null && at.closest("tr") === before.closest("tr") &&
      at.closest("td, th") !== before.closest("td, th"),
    top: top + scrollY,
    bottom: bottom + scrollY,
  };
}"""


def told(found: dict[str, Any]) -> str:
    """Return what was found wrong, place by place, a line each."""
    return "\n".join(f"{place}\n  " + "\n  ".join(map(str, wrong)) for place, wrong in found.items())


def places(shown: Shown, role: Role) -> Iterator[str]:
    for place in PLACES[role]:
        yield "/" + filled(shown, place)


@ROLES
def test_letters_twice_as_large_need_no_sideways_scroll(opened: Open, role: Role) -> None:
    shown = opened(role, 360)
    shown.page.add_init_script(LARGE_LETTERS)
    found = {}
    for place in places(shown, role):
        shown.go(place)
        assert shown.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
        if wider := shown.page.evaluate(WIDER):
            found[place] = wider
    assert not found, told(found)


@ROLES
def test_a_finger_can_hit_everything(opened: Open, role: Role) -> None:
    shown = opened(role, 360)
    found = {}
    for place in places(shown, role):
        shown.go(place)
        if small := shown.page.evaluate(SMALL):
            found[place] = sorted(set(small))
    assert not found, told(found)


@ROLES
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_when_an_answer_is_late_and_nothing_waits_on(
    opened: Open, role: Role, width: int
) -> None:
    shown = opened(role, width)
    shown.page.add_init_script(WATCHED)
    found: dict[str, Any] = {}
    for place in places(shown, role):
        shown.go(place)
        # Not wait_for_function: the policy of the page forbids what that evaluates.
        while shown.page.evaluate("window.waiting") > 0:
            shown.page.wait_for_timeout(50)
        shown.page.wait_for_timeout(250)
        shifts = shown.page.evaluate("window.shifts")
        if sum(value for value, _ in shifts) >= 0.05:
            found[place] = [(round(value, 3), nodes) for value, nodes in shifts if value > 0.005]
        if lingered := shown.page.evaluate("window.lingered"):
            found[place + " waits on"] = lingered
    assert not found, told(found)


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Yield what has the focus at each press of Tab, until it leaves the page."""
    seen = False
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or (seen and "skip" in stop.get("what", "")):
            return
        seen = True
        if "inside" not in stop:
            yield stop


@ROLES
def test_the_keyboard_goes_in_reading_order_and_shows_where_it_is(opened: Open, role: Role) -> None:
    shown = opened(role, 360)
    found: dict[str, list[str]] = {}
    for place in places(shown, role):
        shown.go(place)
        wrong, last = [], None
        assert shown.page.locator("[tabindex]:not([tabindex='0'], [tabindex='-1'])").count() == 0
        for stop in stops(shown.page):
            if not stop["ring"] or not stop["visible"]:
                wrong.append(f"no ring: {stop['what']}")
            if stop["back"]:
                wrong.append(f"backwards: {stop['what']}")
            if stop["main"] and last is not None and not stop["beside"] and stop["bottom"] <= last["top"]:
                wrong.append(f"above the one before: {stop['what']}")
            last = stop if stop["main"] else None
        if wrong:
            found[place] = wrong[:6]
    assert not found, told(found)
