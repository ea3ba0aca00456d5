"""Pictures of the page for the documents, and of every place in both widths and colours to be looked at.

``python -m bench.screens`` writes docs/screens; ``python -m bench.screens all`` writes bench/out/screens too.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from api.app import AppState, create_app
from graph.access import Role
from graph.schema import migrate
from graph.store import StoreSettings, open_store
from ingest.load import load
from ingest.sample import sample_city
from ploeg.commands.serving import NOTICE
from queries.snapshots import Snapshots, utc_today
from tests.api.conftest import served
from tests.browser import browser

ROOT = Path(__file__).parents[1]
CITY = "antwerpen"


def shoot(opened: Browser, address: str, paths: dict[str, str], out: Path, *, width: int, dark: bool) -> None:
    """Write a picture of each place."""
    out.mkdir(parents=True, exist_ok=True)
    height = 1000 if width > 600 else 740
    with opened.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        for name, path in paths.items():
            page.goto(address + path)
            page.wait_for_selector("main:not(:has([aria-busy=true])) h1")
            if path.startswith("/kaart") and "toon" not in path:
                page.wait_for_selector("[data-drawn]")
                page.wait_for_timeout(700)
            page.screenshot(path=out / f"{name}.png", full_page=out.name != "screens")


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        open_store(StoreSettings(data=Path(data))) as store,
        browser() as opened,
    ):
        migrate(store)
        today = utc_today()
        load(store, sample_city(2000, 1, today=today), city=CITY, files=("sample",), today=today)
        app = create_app(AppState(store, Snapshots(store), CITY, Role.COORDINATOR, "screens", NOTICE))
        with served(app) as client:
            address = str(client.base_url).rstrip("/")
            people = client.get("/v1/directory/people", params={"limit": 100}).json()["items"]
            best = client.get("/v1/requests/v3/matches", params={"k": 1}).json()["results"][0]["person"]["id"]
            start = people[0]["id"]
            ways = (
                client.get("/v1/paths", params={"from": start, "to": each["id"]}).json()
                for each in people[1:]
            )
            end = next(
                way["to"]["id"]
                for way in ways
                if len(way["routes"]) > 1 and len(way["routes"][0]["people"]) > 2
            )
            paths = {
                "start": "/",
                "pad": f"/pad?van={start}&naar={end}",
                "vraag": f"/vragen/v3?wie={best}",
                "kaart": "/kaart?kleur=community",
                "stad": "/kaart?toon=stad",
                "invoer": "/invoer",
            }
            shoot(opened, address, paths, ROOT / "docs" / "screens", width=1200, dark=False)
            if "all" in sys.argv[1:]:
                more = {
                    "vragen": "/vragen",
                    "nieuw": "/vragen/nieuw",
                    "mensen": "/mensen",
                    "mens": f"/mensen/{best}",
                }
                for width in (360, 1440):
                    for dark in (False, True):
                        out = ROOT / "bench" / "out" / "screens" / f"{width}-{'dark' if dark else 'light'}"
                        shoot(opened, address, paths | more, out, width=width, dark=dark)


if __name__ == "__main__":
    main()
