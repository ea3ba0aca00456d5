"""A real browser for the tests: the Chromium of this machine, driven by Playwright."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.neo4j_server import Unavailable

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PLACES = ("chromium", "chromium-browser", "google-chrome")
"""Names it goes by; CHROMIUM may name another."""


def program() -> str:
    """Return where the browser is."""
    named = os.environ.get("CHROMIUM", "")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, PLACES)), None)
    if found is None:
        message = f"no {named or 'Chromium'}; install one, or name it in CHROMIUM"
        raise Unavailable(message)
    return found


@contextmanager
def browser() -> Generator[Browser, None, None]:
    """Yield a browser without a window."""
    found = program()
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found, headless=True, args=FLAGS)
        try:
            yield opened
        finally:
            opened.close()


@dataclass
class Watched:
    """A page, and whatever it did that a file may not do."""

    page: Page
    asked: list[str] = field(default_factory=list[str])
    complaints: list[str] = field(default_factory=list[str])


@contextmanager
def watched(opened: Browser, file: Path, **context: Any) -> Generator[Watched, None, None]:
    """Open a file and watch what it asks for, what it complains of and which dialogs it opens."""
    with opened.new_context(**context) as apart:
        page = apart.new_page()
        found = Watched(page)
        page.on("request", lambda request: found.asked.append(request.url))
        page.on("console", lambda message: found.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("crash", lambda _: found.complaints.append("crash"))

        def dismissed(dialog: Any) -> None:
            found.complaints.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        page.on("dialog", dismissed)
        page.goto(file.as_uri())
        yield found
