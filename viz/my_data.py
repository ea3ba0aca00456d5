"""One's own data as a page: to see, to correct, to agree to or not, to take along, to have erased; without script."""

from dataclasses import dataclass, field
from typing import Any

from graph.model import Purpose
from queries.consents import ConsentRecord
from queries.own import OwnAside, OwnData, OwnTie
from queries.purpose_words import NAMES
from viz.frame import Frame, Visitor, framed
from viz.html import Content, Html, tag
from viz.my_data_forms import PAGE, button, corrections, erasing, form, hidden, text_field
from viz.my_data_wishes import wishes
from viz.my_data_words import PURPOSES, RELATIONS, SCOPES, UNFIT, language_name, pick, place, value
from viz.my_data_words import field as label_of
from viz.words import Language, half


@dataclass(frozen=True, slots=True)
class MyDataPage:
    """What the page shows: the data once a link was opened, the key of one that was not yet, or neither."""

    language: Language = "nl"
    data: OwnData | None = None
    key: str = ""
    told: str | None = None
    problem: str | None = None
    notice: str = ""
    visitor: Visitor = field(default_factory=Visitor)


def my_data_page(page: MyDataPage) -> str:
    """Return the page as HTML."""
    language = page.language
    title = pick(("Mijn gegevens", "My data"), language)
    other: Language = "nl" if language == "en" else "en"
    switch = f"{PAGE}?taal={other}" + (f"&sleutel={page.key}" if page.key else "")
    content: Content = _everything(page.data, language) if page.data else _outside(page)
    told = (
        tag("p", half(page.told, language), id="gedaan", class_="answer", role="status")
        if page.told
        else None
    )
    problem = (
        tag("div", tag("p", half(page.problem, language)), class_="answer problem", role="alert")
        if page.problem
        else None
    )
    frame = Frame(language, f"{title} - Ploeg", switch, page.visitor, page.notice, apart=True)
    return framed(frame, tag("h1", title), told, problem, content)


def readable(data: OwnData) -> str:
    """Return everything as one page in Dutch and English that needs nothing from anywhere."""
    parts = [
        tag("section", tag("h1", pick(("Mijn gegevens", "My data"), each)), _kept(data, each), lang=each)
        for each in _BOTH
    ]
    head = tag("head", tag("meta", charset="utf-8"), tag("title", "Mijn gegevens / My data"))
    return f"<!doctype html>\n{tag('html', head, tag('body', parts), lang='nl')}\n"


OPEN = (
    "Dit is alles wat Ploeg over u bewaart. U kan het verbeteren, een toestemming geven of intrekken, het meenemen "
    "of laten wissen. Na een half uur sluit deze pagina vanzelf.",
    "This is everything that Ploeg keeps on you. You can correct it, give or withdraw a consent, take it along or "
    "have it erased. After half an hour this page closes by itself.",
)
INSIDE = (
    ("wie", ("Wie u bent", "Who you are")),
    ("toestemmingen", ("Toestemmingen", "Consents")),
    ("verbeteren", ("Verbeteren", "Correct")),
    ("wensen", ("Gevraagd worden", "Being asked")),
    ("meenemen", ("Meenemen", "Take along")),
    ("wissen", ("Wissen", "Erase")),
)
"""The parts that somebody comes for, and where they are on the page."""

ORIGINS = frozenset({"source", "key", "batch", "changed_by", "created_at", "updated_at", "id"})
"""What tells where a record came from: shown where one asks for it."""

WISHES = ("Hoe u gevraagd wilt worden", "How you want to be asked")
_BOTH: tuple[Language, Language] = ("nl", "en")


def _outside(page: MyDataPage) -> Content:
    language = page.language
    if page.key:
        return tag(
            "section",
            tag(
                "p",
                pick(
                    (
                        "Met deze knop opent u uw gegevens. De link werkt daarna niet meer.",
                        "This button opens your data. The link then works no more.",
                    ),
                    language,
                ),
            ),
            form(
                "openen",
                language,
                tag("input", type="hidden", name="sleutel", value=page.key),
                button(("Toon mijn gegevens", "Show my data"), language),
            ),
        )
    return tag(
        "section",
        tag(
            "p",
            pick(
                (
                    "Zie wat Ploeg over u bewaart. U krijgt een mail met een link die een half uur werkt.",
                    "See what Ploeg keeps on you. You get a mail with a link that works for half an hour.",
                ),
                language,
            ),
        ),
        form(
            "link",
            language,
            text_field(
                "email", ("Uw e-mailadres", "Your e-mail address"), language, "", type="email", required=True
            ),
            button(("Stuur mij een link", "Send me a link"), language),
        ),
    )


def _everything(data: OwnData, language: Language) -> Content:
    return (
        tag("p", pick(OPEN, language)),
        form(
            "klaar",
            language,
            button(("Klaar: sluit mijn gegevens", "Done: close my data"), language, "quiet"),
        ),
        tag(
            "nav",
            tag("ul", [tag("li", tag("a", pick(text, language), href=f"#{key}")) for key, text in INSIDE]),
            class_="inside",
            aria_label=pick(("Op deze pagina", "On this page"), language),
        ),
        _kept(data, language, forms=True),
        _section("verbeteren", ("Verbeteren", "Correct"), language, corrections(data, language)),
        _section("wensen", WISHES, language, wishes(data, language)),
        _section(
            "meenemen",
            ("Meenemen", "Take along"),
            language,
            tag(
                "p",
                tag(
                    "a",
                    pick(("Als bladzijde", "As a page"), language),
                    href="/v1/my-data/export?format=html",
                ),
                " · ",
                tag("a", pick(("Als JSON", "As JSON"), language), href="/v1/my-data/export?format=json"),
            ),
        ),
        _section("wissen", ("Wissen", "Erase"), language, erasing(data, language)),
    )


def _kept(data: OwnData, language: Language, *, forms: bool = False) -> Content:
    rows = [
        (name, tag("tr", tag("th", label_of(name, language), scope="row"), tag("td", value(held, language))))
        for name, held in sorted(_named(data, language).items(), key=lambda item: place(item[0]))
        if held not in (None, [])
    ]
    origins = tag(
        "details",
        tag("summary", pick(("Waar dit vandaan komt", "Where this came from"), language)),
        tag("table", tag("tbody", [row for name, row in rows if name in ORIGINS])),
        open=not forms,
    )
    times = sum(each.times for each in data.named)
    days = sorted({each.day for each in data.named if each.day})
    since = f" ({', '.join(days)})" if days else ""
    named = pick(
        (
            f"{times} keer zei iemand anders u te kennen{since}. Wie dat was en wat die zei, zijn gegevens van die "
            "ander.",
            f"{times} times somebody else said to know you{since}. Who that was and what they said are data of that "
            "other person.",
        ),
        language,
    )
    derived = pick(
        (
            "Hoe sterk een band is en bij welke vraag u past, wordt telkens opnieuw berekend uit wat hierboven "
            "staat; dat wordt niet over u bewaard.",
            "How strong a tie is, and which request you suit, is worked out anew each time from what stands above; "
            "that is not kept on you.",
        ),
        language,
    )
    decisions = tag(
        "ul",
        [tag("li", f"{each.created_at[:10]}: {each.decision} ({each.status})") for each in data.decisions],
    )
    earlier = tag(
        "ul",
        [
            tag(
                "li",
                "; ".join(
                    f"{label_of(name, language)}: {value(held, language)}"
                    for name, held in sorted(dict(each["properties"]).items())
                ),
            )
            for each in data.earlier
        ],
    )
    return (
        _section(
            "wie",
            ("Wie u bent", "Who you are"),
            language,
            tag("table", tag("tbody", [row for name, row in rows if name not in ORIGINS])),
            origins,
        ),
        [
            _section(
                relation.lower(),
                name,
                language,
                tag("ul", [_tie(relation, tie, language, forms=forms) for tie in data.ties[relation]]),
            )
            for relation, name in RELATIONS.items()
            if relation in data.ties
        ],
        _section("genoemd", ("Wat anderen opgaven", "What others told of"), language, tag("p", named))
        if times
        else None,
        _section(
            "toestemmingen",
            ("Toestemmingen", "Consents"),
            language,
            [_consent(purpose, data, language, forms=forms) for purpose in Purpose],
        ),
        _section(
            "opzij",
            ("Vragen waarvoor u niet voorgesteld wordt", "Requests you are not proposed for"),
            language,
            tag("ul", [tag("li", _aside(each, language)) for each in data.set_aside]),
        )
        if data.set_aside
        else None,
        _section("dubbels", ("Beslissingen over dubbels", "Decisions about duplicates"), language, decisions)
        if data.decisions
        else None,
        _section("eerder", ("Hoe het vroeger stond", "How it stood before"), language, earlier)
        if data.earlier
        else None,
        _section(
            "logboek",
            ("Wat ermee gebeurde", "What was done with it"),
            language,
            tag("ul", [tag("li", f"{each.at[:10]}: {value(each.action, language)}") for each in data.log]),
        )
        if data.log
        else None,
        _section("berekend", ("Wat berekend wordt", "What is worked out"), language, tag("p", derived)),
    )


def _named(data: OwnData, language: Language) -> dict[str, Any]:
    """Return the properties with names for ids and codes."""
    themes = {each.id: each.name or each.id for each in data.wished}
    named = [themes.get(each, each) for each in data.properties.get("ask_themes") or ()]
    spoken = [language_name(code, language) for code in data.properties.get("languages") or ()]
    return {**data.properties, "ask_themes": named, "languages": spoken}


def _tie(relation: str, tie: OwnTie, language: Language, *, forms: bool) -> Html:
    said = "; ".join(
        f"{label_of(name, language)}: {value(held, language)}"
        for name, held in sorted(tie.properties.items())
        if name not in {"batch", "changed_by", "created_at", "updated_at"}
    )
    shown: Html | None = None
    if forms and relation == "KNOWS":
        shown = form(
            "band", language, hidden("wie", tie.id), button(("Haal weg", "Take away"), language, "quiet")
        )
    elif forms and relation == "MEMBER_OF" and not tie.properties.get("until"):
        shown = form(
            "lid",
            language,
            hidden("wat", tie.id),
            _about(("Niet meer lid", "No longer a member"), tie.name or tie.id, language),
        )
    words = tag("span", f" ({said})", class_="soft") if said else None
    return tag("li", tag("strong", tie.name or tie.id), words, shown)


def _consent(purpose: Purpose, data: OwnData, language: Language, *, forms: bool) -> Html:
    called = pick((NAMES[purpose].nl, NAMES[purpose].en), language)
    events = [event for event in data.consents if event.purpose is purpose]
    holds = any(event.in_force and event.given for event in events)
    state = pick(("Ja, u geeft dit.", "Yes, you give this."), language) if holds else None
    state = state or pick(("Nee, u geeft dit niet.", "No, you don't give this."), language)
    shown: Html | None = None
    if forms:
        shown = form(
            "toestemming",
            language,
            hidden("doel", str(purpose)),
            hidden("ja", "nee" if holds else "ja"),
            _about(("Trek in", "Withdraw") if holds else ("Geef", "Give"), called, language),
        )
    return tag(
        "div",
        tag("h3", called[:1].upper() + called[1:]),
        tag("p", pick(PURPOSES[purpose], language)),
        tag("p", tag("strong", state)),
        shown,
        tag(
            "details",
            tag("summary", pick(("Wat er genoteerd is", "What was noted"), language)),
            tag("ul", [tag("li", _event(event, language)) for event in events]),
            open=not forms,
        )
        if events
        else None,
        class_="each",
    )


def _about(text: tuple[str, str], about: str, language: Language) -> Html:
    """Return a button that says what it is about to whoever hears a row of the same ones."""
    hidden_words = tag("span", f" ({about})", class_="hidden")
    return tag("button", pick(text, language), hidden_words, type="submit", class_="quiet")


def _aside(each: OwnAside, language: Language) -> str:
    words = f": {each.words}" if each.words else ""
    return f"{each.at[:10]}: {pick(UNFIT[each.reason], language)}{words}"


def _event(event: ConsentRecord, language: Language) -> str:
    what = pick(("gegeven", "given") if event.given else ("ingetrokken", "withdrawn"), language)
    source = value(
        event.source or event.recorded_by or pick(("niet genoteerd", "not noted"), language), language
    )
    until = f" - {event.end}" if event.end else ""
    scope = f", {pick(SCOPES[event.scope], language)}" if event.scope else ""
    note = f" {pick(('Notitie', 'Note'), language)}: {event.note}" if event.note else ""
    return f"{event.start}{until}: {what}{scope} ({pick(('bron', 'source'), language)}: {source}){note}"


def _section(key: str, heading: tuple[str, str], language: Language, *content: Content) -> Html:
    return tag("section", tag("h2", pick(heading, language), id=key), content, aria_labelledby=key)
