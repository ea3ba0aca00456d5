"""The plain page: three questions and their answers, without a line of script."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from queries.matching import MatchAnswer
from queries.paths import PathAnswer
from queries.search import SearchAnswer
from viz.answers import match_answer, path_answer, search_answer
from viz.frame import Frame, Visitor, framed
from viz.html import Attribute, Content, Html, tag
from viz.words import Language, half, say


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the page shows: what was asked, and its answer or what went wrong."""

    language: Language = "nl"
    notice: str = ""
    q: str = ""
    start: str = ""
    target: str = ""
    request: str = ""
    answer: SearchAnswer | PathAnswer | MatchAnswer | None = None
    problem: str | None = None
    visitor: Visitor = field(default_factory=Visitor)


def start_page(page: StartPage) -> str:
    """Return the page as HTML."""
    language = page.language
    return framed(
        Frame(language, say("title", language), _other(page), page.visitor, page.notice),
        tag("h1", say("heading", language)),
        tag("p", say("intro", language), class_="intro"),
        _search(page),
        _match(page),
        _path(page),
    )


def _other(page: StartPage) -> str:
    """Return the address of the same questions in the other language."""
    other: Language = "nl" if page.language == "en" else "en"
    asked = {"q": page.q, "van": page.start, "naar": page.target, "vraag": page.request}
    query = urlencode({"taal": other, **{name: value for name, value in asked.items() if value}})
    return f"/eenvoudig?{query}"


def _form(page: StartPage, *content: Content, role: str | None = None) -> Html:
    # GET without a token: asking changes nothing, and an answer can be kept as a bookmark.
    language = tag("input", type="hidden", name="taal", value="en") if page.language == "en" else None
    return tag("form", content, language, method="get", action="/eenvoudig#antwoord", role=role)


def _field(name: str, label: str, value: str, *, hint: str | None = None, long: bool = False) -> Html:
    described = f"{name}-uitleg" if hint else None
    given: dict[str, Attribute] = {"id": name, "name": name, "required": True, "aria_describedby": described}
    field = (
        tag("textarea", value, rows=3, maxlength=4000, **given)
        if long
        else tag("input", type="text", value=value, maxlength=200, autocomplete="off", **given)
    )
    explained = tag("span", hint, id=described, class_="hint") if hint else None
    return tag("div", tag("label", label, for_=name), explained, field, class_="field")


def _section(key: str, heading: str, *content: Content) -> Html:
    return tag("section", tag("h2", heading, id=key), content, aria_labelledby=key)


def _search(page: StartPage) -> Html:
    language = page.language
    answer = search_answer(page.answer, language) if isinstance(page.answer, SearchAnswer) else None
    return _section(
        "zoeken",
        say("search", language),
        _form(
            page,
            _field("q", say("search_label", language), page.q),
            tag("button", say("search_button", language), type="submit"),
            role="search",
        ),
        _answered(page, answer, asked=bool(page.q)),
    )


def _match(page: StartPage) -> Html:
    language = page.language
    answer = match_answer(page.answer, language) if isinstance(page.answer, MatchAnswer) else None
    return _section(
        "wie",
        say("match", language),
        _form(
            page,
            _field(
                "vraag",
                say("match_label", language),
                page.request,
                hint=say("match_hint", language),
                long=True,
            ),
            tag("button", say("match_button", language), type="submit"),
        ),
        _answered(page, answer, asked=bool(page.request)),
    )


def _path(page: StartPage) -> Html:
    language = page.language
    answer = path_answer(page.answer, language) if isinstance(page.answer, PathAnswer) else None
    return _section(
        "weg",
        say("path", language),
        _form(
            page,
            tag(
                "div",
                _field("van", say("start", language), page.start, hint=say("path_hint", language)),
                _field("naar", say("target", language), page.target, hint=say("path_hint", language)),
                class_="pair",
            ),
            tag("button", say("path_button", language), type="submit"),
        ),
        _answered(page, answer, asked=bool(page.start and page.target)),
    )


def _answered(page: StartPage, answer: Html | None, *, asked: bool) -> Html | None:
    """Return the answer, or what went wrong, under the form that asked."""
    heading = say("answer", page.language)
    if answer is not None:
        return tag("div", answer, id="antwoord", class_="answer", role="region", aria_label=heading)
    if not asked or page.problem is None:
        return None
    return tag(
        "div",
        tag("h3", say("problem", page.language)),
        tag("p", half(page.problem, page.language)),
        id="antwoord",
        class_="answer problem",
        role="alert",
    )
