"""What somebody sees of a map in a browser: when it is there, how it moves, when it answers the mouse."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from playwright.sync_api import Browser, CDPSession, Page

PAGE = {"width": 1280, "height": 800}
MOVES = 40
PATIENCE = 20.0
"""Seconds after which a row of moves is broken off: in a slow map each may take several."""

WATCH = """() => {
  const frame = () => new Promise((done) => { requestAnimationFrame(() => { requestAnimationFrame(done); }); });
  const contexts = [];
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    const context = get.call(this, kind, ...rest);
    if (context && kind.startsWith("webgl")) contexts.push(context);
    return context;
  };
  // What was sent to be drawn is waited for: a picture counts when it is there, not when it was asked for.
  const pixel = new Uint8Array(4);
  const drawn = () => {
    for (const each of contexts) each.readPixels(0, 0, 1, 1, each.RGBA, each.UNSIGNED_BYTE, pixel);
  };
  const seen = { frames: [], moved: 0, hovers: [] };
  window.seen = seen;
  window.told = async (what) => { drawn(); await frame(); seen[what] ??= performance.now(); };
  window.near = () => {
    drawn();
    const at = seen.moved;
    requestAnimationFrame(() => { seen.hovers.push(performance.now() - at); });
  };
  document.addEventListener("mousemove", () => { seen.moved = performance.now(); }, true);
  let last = 0;
  const count = (now) => { if (last) seen.frames.push(now - last); last = now; requestAnimationFrame(count); };
  requestAnimationFrame(count);
  new MutationObserver((changes) => {
    for (const { attributeName, target } of changes)
      if (attributeName === "data-drawn" && !("first" in seen)) void window.told("first");
      else if (attributeName === "data-near" && target.dataset.near) window.near();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-drawn", "data-near"] });
}"""
"""The page says when all nodes are drawn (`data-drawn`) and next to what the mouse is (`data-near`)."""


@dataclass(frozen=True)
class Seen:
    """One look at a map, in milliseconds and megabytes; NaN where it did not come to that.

    Attributes
    ----------
    first, after_answer
        From the navigation, and from the last byte of the map, to a frame with all that the map opens with.
    pan, pan95, zoom, zoom95
        Between frames while the map is dragged, and while a wheel turns: median and 95th percentile.
    hover
        From a move of the mouse to the frame in which the neighbourhood stands out: median.
    heap, memory
        Of JavaScript after cleaning up, and of all processes of the browser (PSS).
    """

    first: float
    after_answer: float
    pan: float
    pan95: float
    zoom: float
    zoom95: float
    hover: float
    heap: float
    memory: float


def look(opened: Browser, address: str, place: str, ready: float, after: str = "") -> Seen:
    """Open a map, and drag, zoom and point at it.

    Parameters
    ----------
    place
        Selector of what it is drawn in.
    ready
        Seconds in which it has to be there.
    after
        Script to run when the page has loaded, for a page that does not tell what it does.
    """
    with opened.new_context(viewport=cast("Any", PAGE), reduced_motion="reduce") as apart:
        page = apart.new_page()
        page.set_default_timeout(ready * 1000)
        page.add_init_script(f"({WATCH})()")
        tools = apart.new_cdp_session(page)
        page.goto(address, wait_until="commit")
        if after:
            page.wait_for_load_state("load")
            page.evaluate(after)
        first = _first(page, ready)
        answered = page.evaluate(
            "performance.getEntriesByType('resource').find(({name}) => name.includes('/v1/map'))?.responseEnd ?? null"
        )
        page.wait_for_timeout(500)
        box = page.locator(place).first.bounding_box()
        assert box is not None
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        pan, pan95 = _frames(page, lambda: _drag(page, middle))
        zoom, zoom95 = _frames(page, lambda: _wheel(page, middle))
        hover = _hover(page, middle)
        return Seen(
            first,
            first - answered if answered is not None else np.nan,
            pan, pan95, zoom, zoom95, hover,
            _heap(tools),
            _memory(opened),
        )  # fmt: skip


def _first(page: Page, ready: float) -> float:
    # A script given as text is not waited for here: the policy of our page lets none be made.
    for _ in range(round(ready * 5)):
        found = page.evaluate("window.seen?.first ?? null")
        if found is not None:
            return float(found)
        page.wait_for_timeout(200)
    message = f"no map within {ready:g} s"
    raise TimeoutError(message)


def _frames(page: Page, do: Callable[[], None]) -> tuple[float, float]:
    page.evaluate("window.seen.frames.length = 0")
    do()
    found = page.evaluate("window.seen.frames")
    if not found:
        return np.nan, np.nan
    return float(np.median(found)), float(np.percentile(found, 95))


def _drag(page: Page, middle: tuple[float, float]) -> None:
    x, y = middle
    page.mouse.move(x - 150, y)
    page.mouse.down()
    begin = time.perf_counter()
    for step in range(MOVES):
        page.mouse.move(x - 150 + 6 * step, y + 2 * step)
        if time.perf_counter() - begin > PATIENCE:
            break
    page.mouse.up()


def _wheel(page: Page, middle: tuple[float, float]) -> None:
    page.mouse.move(*middle)
    begin = time.perf_counter()
    for step in range(MOVES // 2):
        page.mouse.wheel(0, -60 if step < MOVES // 4 else 60)
        page.evaluate("new Promise((done) => { requestAnimationFrame(done); })")
        if time.perf_counter() - begin > PATIENCE:
            break


def _hover(page: Page, middle: tuple[float, float]) -> float:
    page.evaluate("window.seen.hovers.length = 0")
    x, y = middle
    begin = time.perf_counter()
    for step in range(120):
        page.mouse.move(x - 120 + 2 * step, y - 60 + step)
        if step % 10 == 9 and page.evaluate("window.seen.hovers.length") >= 8:
            break
        if time.perf_counter() - begin > PATIENCE:
            break
    page.wait_for_timeout(300)
    found = page.evaluate("window.seen.hovers")
    return float(np.median(found)) if found else np.nan


def _heap(tools: CDPSession) -> float:
    tools.send("HeapProfiler.collectGarbage")
    tools.send("Performance.enable")
    metrics = cast("list[dict[str, Any]]", tools.send("Performance.getMetrics")["metrics"])
    return float(next(each["value"] for each in metrics if each["name"] == "JSHeapUsedSize")) / 1e6


def _memory(opened: Browser) -> float:
    """Return the memory of all processes of a browser; what several share is divided."""
    session = opened.new_browser_cdp_session()
    processes = cast("list[dict[str, Any]]", session.send("SystemInfo.getProcessInfo")["processInfo"])
    session.detach()
    found = 0.0
    for each in processes:
        rollup = Path(f"/proc/{each['id']}/smaps_rollup")
        if os.access(rollup, os.R_OK):
            lines = rollup.read_text(encoding="ascii").splitlines()
            found += next((int(line.split()[1]) / 1e3 for line in lines if line.startswith("Pss:")), 0.0)
    return found
