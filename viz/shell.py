"""The shell of the page: its language, the notice, and where its script and looks are. The rest is in viz/web."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from viz.frame import Frame, Visitor, framed, in_language
from viz.html import Content, document, tag
from viz.words import Language, half, say

STATIC = Path(__file__).parent / "static"
SCRIPT = STATIC / "app" / "page.js"
PARTS = "parts.json"
"""Beside the script: which files it is made of, as the build tells it."""

ENTRY, MAP = "src/main.ts", "src/draw/network.ts"


def built() -> bool:
    """Tell whether the package was built with its page."""
    return SCRIPT.exists()


def shell(language: Language, notice: str = "", asks: Sequence[str] = (), *, draws: bool = False) -> str:
    """Return the page before its script has run; without a script it leads to the plain one.

    Parameters
    ----------
    asks
        Addresses that the script will ask first, so that their answers are on the way while it is.
    draws
        Whether it will draw a map, which is a part of the script that comes later otherwise.
    """
    plain = tag("a", say("plain", language), href="/eenvoudig" + ("?taal=en" if language == "en" else ""))
    if not built():
        return document(language, say("title", language), tag("main", _said("not_built", language, plain)))
    return document(
        language,
        "Ploeg",
        tag(
            "div",
            tag("noscript", _said("no_script", language, plain)),
            tag("div", _said("loading", language, plain), class_="late"),
            id="ploeg",
            data_nl=half(notice, "nl"),
            data_en=half(notice, "en"),
        ),
        looks="/static/app/page.css",
        script="/static/app/page.js",
        early=[*_parts(draws=draws), *(_fetched(address) for address in asks)],
    )


def first_asked(place: str, view: str = "", size: str = "") -> tuple[str, ...]:
    """Return what the script asks first at a place, as it stands in an address: who looks, and the map where it is.

    The same as viz/web/src/places/MapPlace.svelte asks; what nobody asks for a browser complains of.
    """
    if place != "kaart" or view == "stad":
        return ("/v1/me",)
    return ("/v1/me", "/v1/map?measured=true" if size == "betweenness" else "/v1/map")


def _fetched(address: str) -> Content:
    return tag("link", rel="preload", href=address, as_="fetch", crossorigin="anonymous")


def _parts(*, draws: bool) -> Iterator[Content]:
    """Yield links to the files that the script is in pieces of; none where the build did not tell."""
    file = SCRIPT.with_name(PARTS)
    if not file.exists():
        return
    told = _told(file, file.stat().st_mtime_ns)
    wanted = [part for name in (ENTRY, *([MAP] if draws else [])) for part in _needed(told, name)]
    for name in dict.fromkeys(wanted):
        if name != ENTRY:
            yield tag("link", rel="modulepreload", href=f"/static/app/{told[name]['file']}")


@lru_cache(maxsize=4)
def _told(file: Path, _changed: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _needed(told: dict[str, Any], name: str) -> Iterator[str]:
    if name in told:
        yield name
        for other in told[name].get("imports", ()):
            yield from _needed(told, other)


def nowhere(language: Language, notice: str = "") -> str:
    """Return what a browser gets of an address that is nobody's; where the page was built, its script says so."""
    if built():
        return shell(language, notice, first_asked(""))
    other: Language = "nl" if language == "en" else "en"
    return framed(
        Frame(language, say("nowhere", language), in_language("/eenvoudig", other), Visitor(), notice),
        tag("h1", say("nowhere", language)),
        _said(
            "nowhere_text",
            language,
            tag("a", say("plain", language), href=in_language("/eenvoudig", language)),
        ),
    )


def _said(key: str, language: Language, link: Content) -> Content:
    return tag("p", say(key, language), " ", link)
