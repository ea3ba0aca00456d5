"""What every page has around it: a way to the content, the other language, who has signed in, and the foot."""

from dataclasses import dataclass

from viz.html import Content, Html, document, tag
from viz.words import Language, half, say


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who looks at a page: the name and role of whoever signed in, or whether one may sign in."""

    name: str = ""
    role: str = ""
    may_sign_in: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a page.

    ``other`` is the address of the same page in the other language; ``apart`` holds of a page for one person, with a
    way back to the start and nothing for programs.
    """

    language: Language
    title: str
    other: str
    visitor: Visitor
    notice: str = ""
    apart: bool = False


def framed(frame: Frame, *content: Content) -> str:
    """Return a whole page."""
    language = frame.language
    notice = tag("p", half(frame.notice, language), class_="notice", role="note") if frame.notice else None
    body = (
        tag("a", say("skip", language), href="#inhoud", class_="skip"),
        _header(frame),
        tag("main", notice, _back(language) if frame.apart else None, content, id="inhoud"),
        None if frame.apart else _foot(language),
    )
    return document(language, frame.title, body)


def _back(language: Language) -> Html:
    return tag("p", tag("a", say("home", language), href=in_language("/", language)), class_="back")


def _foot(language: Language) -> Html:
    programs = tag("a", say("api", language), href="/docs")
    return tag("footer", tag("p", programs, " · ", tag("a", say("openapi", language), href="/openapi.json")))


def _header(frame: Frame) -> Html:
    other: Language = "nl" if frame.language == "en" else "en"
    switch = tag("a", say("other", frame.language), href=frame.other, lang=other, hreflang=other)
    home = tag("a", "Ploeg", href=in_language("/", frame.language), class_="brand")
    return tag(
        "header",
        home,
        tag("div", _visitor(frame), tag("nav", switch, aria_label="Taal / Language"), class_="aside"),
    )


def _visitor(frame: Frame) -> Html | None:
    language, visitor = frame.language, frame.visitor
    if visitor.name:
        role = say(f"role_{visitor.role}", language)
        return tag(
            "form",
            tag("span", f"{visitor.name} ({role})"),
            " ",
            tag("button", say("sign_out", language), type="submit", class_="quiet"),
            method="post",
            action=in_language("/afmelden", language),
            class_="visitor",
        )
    if visitor.may_sign_in:
        return tag("a", say("sign_in", language), href=in_language("/aanmelden", language))
    return None


def in_language(path: str, language: Language) -> str:
    """Return the address of a page in a language."""
    return path if language == "nl" else f"{path}?taal=en"
