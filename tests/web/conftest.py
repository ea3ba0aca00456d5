"""The page in a real browser, over a small invented city, in every role."""

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page

from api.app import create_app
from graph.access import Role
from graph.store import Store
from hatch_build import Node
from ingest.load import load
from ingest.sample import sample_city
from queries.snapshots import utc_today
from tests.api.conftest import served, state
from tests.browser import browser
from tests.conftest import wipe
from tests.neo4j_server import Unavailable
from tests.unavailable import left_out
from viz.shell import built

WEB = Path(__file__).parents[2] / "viz" / "web"
PEOPLE = 300

Open = Callable[..., "Shown"]


@dataclass
class Shown:
    """A page of one role, and whatever it should not have done."""

    page: Page
    address: str
    client: httpx.Client
    complaints: list[str] = field(default_factory=list[str])

    def go(self, path: str) -> None:
        """Go somewhere, and wait until what is there was asked and answered."""
        self.page.goto(self.address + path)
        self.settled()

    def settled(self) -> None:
        self.page.wait_for_selector("main:not(:has([aria-busy=true])) h1")

    def get(self, path: str, **query: Any) -> Any:
        """Ask the API the same that the page asks."""
        answer = self.client.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    opened = browser()
    try:
        running = opened.__enter__()
    except Unavailable as reason:
        left_out("real browser", reason)
    try:
        yield running
    finally:
        opened.__exit__(None, None, None)


@pytest.fixture(scope="package")
def sample(_embedded: Store) -> Store:
    """An invented city; a test may add to it."""
    if not built():
        left_out("page", Unavailable("viz/static/app is not built: python hatch_build.py"))
    wipe(_embedded)
    today = utc_today()
    load(_embedded, sample_city(PEOPLE, 1, today=today), city="antwerpen", files=("sample",), today=today)
    return _embedded


@pytest.fixture(scope="package")
def client_of(sample: Store) -> Iterator[Callable[[Role], httpx.Client]]:
    """A client of the city for each role."""
    with ExitStack() as stack:
        known: dict[Role, httpx.Client] = {}

        def client(role: Role) -> httpx.Client:
            if role not in known:
                known[role] = stack.enter_context(served(create_app(state(sample, role))))
            return known[role]

        yield client


@pytest.fixture
def opened(chromium: Browser, client_of: Callable[[Role], httpx.Client]) -> Iterator[Open]:
    """Open the page as a role; at the end it must have asked nobody else and complained of nothing."""
    with ExitStack() as stack:

        def open_as(role: Role = Role.COORDINATOR, width: int = 1440, **context: Any) -> Shown:
            return stack.enter_context(shown(chromium, client_of(role), width, **context))

        yield open_as


@contextmanager
def shown(
    chromium: Browser, client: httpx.Client, width: int, **context: Any
) -> Generator[Shown, None, None]:
    """Open the page of a server in a window of some width."""
    address = str(client.base_url).rstrip("/")
    with chromium.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", **context
    ) as apart:
        page = apart.new_page()
        page.set_default_timeout(15_000)
        found = Shown(page, address, client)

        def asked(url: str) -> None:
            if not url.startswith((address, "blob:" + address)):
                found.complaints.append(f"asked {url}")

        def said(kind: str, text: str) -> None:
            # An answer that is no success is told by the page; drawing without a graphics card is slow.
            harmless = ("Failed to load resource", "GL Driver Message")
            if kind in {"error", "warning"} and not any(each in text for each in harmless):
                found.complaints.append(f"{kind}: {text}")

        page.on("request", lambda request: asked(request.url))
        page.on("console", lambda message: said(message.type, message.text))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        yield found
        assert found.complaints == []


@pytest.fixture(scope="package")
def axe() -> str:
    """The script of axe-core, which finds what is wrong for somebody who can't see or use a mouse."""
    Node(WEB).install("axe-core")
    return (WEB / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
