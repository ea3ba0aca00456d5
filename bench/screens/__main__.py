"""Pictures of the page for the documents, and of every place in every state to be looked at.

``python -m bench.screens`` writes docs/screens; ``python -m bench.screens all`` writes every state to
bench/out/screens, with a sheet of each; ``python -m bench.screens all 360-light 360-long`` only those states, and
``--places kaart,pad`` only places whose names begin so.
"""

import argparse
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as NeverCame

from bench.screens.cities import City, city, usual
from bench.screens.sheet import sheet
from bench.screens.states import STATES, State
from graph.access import Role
from graph.model import Tables
from tests.browser import browser
from tests.web.conftest import Shown
from tests.web.test_places import PLACES, filled

ROOT = Path(__file__).parents[2]
OUT = ROOT / "bench" / "out" / "screens"
SETTLED = "main:not(:has([aria-busy=true])) h1"
DOCUMENTED = {
    "start": "",
    "pad": "pad?van={start}&naar={target}",
    "vraag": "vragen/v3?wie={person}",
    "kaart": "kaart?kleur=community",
    "stad": "kaart?toon=stad",
    "invoer": "invoer",
}
WIDE = {"vraag": 1440}
"""What is seen whole in a window as wide as a desk has; the others are as wide as a page of text needs."""
MORE = {
    Role.PUBLIC: ("zoeken?q=xyzzy",),
    Role.COORDINATOR: ("zoeken?q=xyzzy", "mensen?thema=niets", "vragen/bestaat-niet", "mensen/bestaat-niet"),
}
"""Places with nothing to show."""


def named(role: Role, place: str) -> str:
    """Return a name for a picture of a place."""
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[{}]", "", place)).strip("-") or "start"
    return f"{role}-{plain}"


def shoot(page: Page, address: str, file: Path, state: State, *, whole: bool) -> None:
    """Write a picture of a place."""
    page.goto(address)
    if state.settles:
        try:
            page.wait_for_selector(SETTLED)
        except NeverCame:
            print(f"{file.stem} in {state.name} never came to rest")
        if page.locator("canvas").count():
            page.wait_for_selector("[data-drawn]", state="attached")
            page.wait_for_timeout(500)
    else:
        page.wait_for_timeout(900)
    page.screenshot(path=file, full_page=whole)


def places(role: Role, shown: Shown, state: State) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each place of a role, somebody filled in where it asks for one."""
    for place in (*PLACES[role], *MORE.get(role, ())):
        if state.tables is None and "{" in place:
            continue
        yield named(role, place), "/" + filled(shown, place)


def pictured(opened: Browser, of: City, state: State, wanted: tuple[str, ...]) -> list[Path]:
    """Write a picture of each place in a state."""
    out = OUT / state.name
    out.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for role in Role:
        client = of.served_to(role)
        address = str(client.base_url).rstrip("/")
        with opened.new_context(
            viewport={"width": state.width, "height": state.height}, reduced_motion="reduce", **state.context
        ) as context:
            page = context.new_page()
            state.prepare(page)
            shown = Shown(page, address, client)
            for name, path in places(role, shown, state):
                if not any(name.partition("-")[2].startswith(each) for each in wanted or ("",)):
                    continue
                tongue = "" if state.language == "nl" else f"{'&' if '?' in path else '?'}taal=en"
                file = out / f"{name}.png"
                shoot(page, address + path + tongue, file, state, whole=True)
                made.append(file)
            if role is Role.COORDINATOR and state.tables is not None and (not wanted or "mijn" in wanted):
                made.append(
                    _own_place(
                        page, of, shown.get("/v1/directory/people", limit=1)["items"][0]["id"], address, out
                    )
                )
    return made


def _own_place(page: Page, of: City, person: str, address: str, out: Path) -> Path:
    """Write a picture of what somebody sees of their own."""
    page.goto(of.own_link(person, address))
    page.locator("main button").first.click()
    page.wait_for_load_state()
    file = out / "resident-mijn-gegevens.png"
    page.screenshot(path=file, full_page=True)
    return file


def every_state(opened: Browser, states: list[State], wanted: tuple[str, ...]) -> None:
    """Write all pictures of some states, and a sheet of each state."""
    cities: dict[Callable[[], Tables] | None, City] = {}
    with ExitStack() as stack:
        for state in states:
            if state.tables not in cities:
                cities[state.tables] = stack.enter_context(city(state.tables))
            made = pictured(opened, cities[state.tables], state, wanted)
            width = 300 if state.width <= 640 else 620
            per = 12 if width == 300 else 9
            for at in range(0, len(made), per):
                sheet(
                    made[at : at + per], OUT / f"{state.name}-{at // per + 1}.png", width=width, highest=900
                )
            print(state.name, len(made))


def documented(opened: Browser) -> None:
    """Write the pictures of the documents."""
    with city(usual) as of:
        client = of.served_to(Role.COORDINATOR)
        address = str(client.base_url).rstrip("/")
        state = State("docs", width=1200, height=1000)
        with opened.new_context(
            viewport={"width": state.width, "height": state.height}, reduced_motion="reduce"
        ) as context:
            page = context.new_page()
            for name, place in DOCUMENTED.items():
                page.set_viewport_size({"width": WIDE.get(name, state.width), "height": state.height})
                path = "/" + filled(Shown(page, address, client), place)
                shoot(page, address + path, ROOT / "docs" / "screens" / f"{name}.png", state, whole=False)


def main() -> None:
    """Read what is asked for, and write it."""
    known = {state.name: state for state in STATES}
    parser = argparse.ArgumentParser(prog="python -m bench.screens")
    parser.add_argument("what", nargs="?", choices=["docs", "all"], default="docs")
    parser.add_argument("states", nargs="*", metavar="STATE", help=", ".join(known))
    parser.add_argument("--places", default="", help="only places whose names begin so, between commas")
    given = parser.parse_args()
    with browser() as opened:
        if given.what == "docs":
            documented(opened)
            return
        chosen = [known[name] for name in given.states] or list(STATES)
        every_state(opened, chosen, tuple(filter(None, given.places.split(","))))


if __name__ == "__main__":
    main()
