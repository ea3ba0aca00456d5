"""The shell of the page: its language, the notice, and where its script and looks are. The rest is in viz/web."""

from pathlib import Path

from viz.frame import Frame, Visitor, framed, in_language
from viz.html import Content, document, tag
from viz.words import Language, half, say

STATIC = Path(__file__).parent / "static"
SCRIPT = STATIC / "app" / "page.js"


def built() -> bool:
    """Tell whether the package was built with its page."""
    return SCRIPT.exists()


def shell(language: Language, notice: str = "") -> str:
    """Return the page before its script has run; without a script it leads to the plain one."""
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
    )


def nowhere(language: Language, notice: str = "") -> str:
    """Return what a browser gets of an address that is nobody's; where the page was built, its script says so."""
    if built():
        return shell(language, notice)
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
