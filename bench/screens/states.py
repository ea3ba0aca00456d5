"""In which states each place is pictured, and how it gets into them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Page

from bench.screens.cities import usual, with_long_names
from graph.model import Tables

Prepare = Callable[[Page], None]


@dataclass(frozen=True)
class State:
    """How the page is looked at."""

    name: str
    width: int = 1440
    height: int = 900
    language: Literal["nl", "en"] = "nl"
    tables: Callable[[], Tables] | None = usual
    prepare: Prepare = lambda page: None
    context: dict[str, Any] = field(default_factory=dict[str, Any])
    settles: bool = True
    """Whether to wait until everything was answered."""
    only: tuple[str, ...] = ()
    """Places it is about, by their names; all of them where none is named."""


def _never_answers(page: Page) -> None:
    """Leave every question but who looks unanswered."""
    page.route("**/v1/**", lambda route: route.continue_() if route.request.url.endswith("/v1/me") else None)


def _is_gone(page: Page) -> None:
    page.route(
        "**/v1/**", lambda route: route.continue_() if route.request.url.endswith("/v1/me") else route.abort()
    )


def _is_broken(page: Page) -> None:
    body = (
        '{"type": "about:blank", "title": "Dat lukte niet / That did not work", "status": 503, '
        '"code": "unavailable", '
        '"detail": "De gegevensbank antwoordt niet. Probeer het over een minuut opnieuw. '
        '/ The database does not answer. Try again in a minute."}'
    )
    page.route(
        "**/v1/**",
        lambda route: (
            route.continue_()
            if route.request.url.endswith("/v1/me")
            else route.fulfill(status=503, body=body, content_type="application/problem+json")
        ),
    )


def _letters_twice_as_large(page: Page) -> None:
    page.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(":root { font-size: 200% }");
          document.adoptedStyleSheets = [sheet];
        })"""
    )


NARROW: dict[str, Any] = {"width": 360, "height": 740}

STATES = (
    State("360-light", **NARROW),
    State("360-dark", **NARROW, context={"color_scheme": "dark"}),
    State("1440-light"),
    State("1440-dark", context={"color_scheme": "dark"}),
    State("360-en", **NARROW, language="en"),
    State("1440-en", language="en"),
    State("360-empty", **NARROW, tables=None),
    State("1440-empty", tables=None),
    State("360-waiting", **NARROW, prepare=_never_answers, settles=False),
    State("1440-waiting", prepare=_never_answers, settles=False),
    State("360-gone", **NARROW, prepare=_is_gone),
    State("1440-broken", prepare=_is_broken),
    State("360-long", **NARROW, tables=with_long_names),
    State("1440-long", tables=with_long_names),
    State("360-large-letters", **NARROW, prepare=_letters_twice_as_large),
    State("640-zoomed", width=640, height=400),
    State("1440-forced", context={"forced_colors": "active"}),
    State("360-forced-dark", **NARROW, context={"forced_colors": "active", "color_scheme": "dark"}),
)
