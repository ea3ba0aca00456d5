"""One's own data as a page: to decide on, to see, to correct, to take along, to have erased; without script."""

from dataclasses import dataclass, field

from graph.model import Purpose
from queries.own import OwnData
from queries.own_choices import Choices
from viz.frame import Frame, Visitor, framed
from viz.html import Content, Html, tag
from viz.my_data_consents import FORM as CONSENTING
from viz.my_data_consents import consents
from viz.my_data_corrections import FORM as CORRECTING
from viz.my_data_corrections import corrections, erasing
from viz.my_data_forms import PAGE, Wrong, button, done_shown, form, problem_shown, text_field
from viz.my_data_record import further, record
from viz.my_data_ties import ties
from viz.my_data_wishes import FORM as WISHING
from viz.my_data_wishes import wishes
from viz.my_data_words import Pair, pick
from viz.words import Language, half

TITLE = ("Mijn gegevens", "My data")
_BOTH: tuple[Language, Language] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class MyDataPage:
    """What the page shows: the data once a link was opened, the key of one that was not yet, or neither.

    ``told`` and ``problem`` say what happened where no data are shown; ``done`` is the part of the page, or the
    consent, in which something was just done, ``wrong`` a form that could not be kept.
    """

    language: Language = "nl"
    data: OwnData | None = None
    offered: Choices = field(default_factory=Choices)
    key: str = ""
    told: str | None = None
    problem: str | None = None
    done: str = ""
    wrong: Wrong | None = None
    notice: str = ""
    visitor: Visitor = field(default_factory=Visitor)


def my_data_page(page: MyDataPage) -> str:
    """Return the page as HTML."""
    language = page.language
    title = pick(TITLE, language)
    other: Language = "nl" if language == "en" else "en"
    switch = f"{PAGE}?taal={other}" + (f"&sleutel={page.key}" if page.key else "")
    told = (
        tag("div", tag("p", half(page.told, language)), id="gedaan", class_="answer", role="status")
        if page.told
        else None
    )
    problem = problem_shown(half(page.problem, language), page.wrong, language) if page.problem else None
    content: Content = _everything(page, page.data) if page.data else _outside(page)
    before = pick(("Fout: ", "Wrong: "), language) if page.problem else ""
    frame = Frame(language, f"{before}{title} - Ploeg", switch, page.visitor, page.notice, apart=True)
    return framed(frame, tag("h1", title), told, problem, content)


def readable(data: OwnData, offered: Choices | None = None) -> str:
    """Return everything as one page in Dutch and English that needs nothing from anywhere.

    `offered` has the names of themes in both languages.
    """
    parts = [
        tag(
            "section",
            tag("h1", pick(TITLE, page.language)),
            _parts(_kept(data, page, forms=False), page),
            lang=page.language,
        )
        for page in (MyDataPage(each, offered=offered or Choices()) for each in _BOTH)
    ]
    head = tag("head", tag("meta", charset="utf-8"), tag("title", "Mijn gegevens / My data"))
    return f"<!doctype html>\n{tag('html', head, tag('body', parts), lang='nl')}\n"


OPEN = (
    "Dit is alles wat Ploeg over u bewaart. Hier beslist u wat ermee mag. U kan het ook verbeteren, meenemen of "
    "laten wissen. Na een half uur sluit deze pagina vanzelf.",
    "This is everything that Ploeg keeps on you. Here you decide what may be done with it. You can also correct it, "
    "take it along or have it erased. After half an hour this page closes by itself.",
)
SAVED = ("Bewaard. Het geldt meteen.", "Saved. It holds at once.")

HEADINGS: dict[str, Pair] = {
    CONSENTING: ("Wat mag Ploeg met uw gegevens?", "What may Ploeg do with your data?"),
    WISHING: ("Hoe wilt u gevraagd worden?", "How do you want to be asked?"),
    "wie": ("Wie u bent", "Who you are"),
    CORRECTING: ("Verbeter uw gegevens", "Correct your data"),
    "banden": ("Mensen en groepen om u heen", "People and groups around you"),
    "verder": ("Wat er nog bewaard is", "What else is kept"),
    "meenemen": ("Neem uw gegevens mee", "Take your data along"),
    "wissen": ("Laat alles wissen", "Have everything erased"),
}
"""The parts of the page in the order they stand in: what one decides first, what is for good last."""

SHORT: dict[str, Pair] = {
    CONSENTING: ("Toestemmingen", "Consents"),
    WISHING: ("Gevraagd worden", "Being asked"),
    "wie": ("Wie u bent", "Who you are"),
    CORRECTING: ("Verbeteren", "Correct"),
    "banden": ("Mensen en groepen", "People and groups"),
    "verder": ("Wat nog", "What else"),
    "meenemen": ("Meenemen", "Take along"),
    "wissen": ("Wissen", "Erase"),
}
"""The same as the row of links on top names them."""

AT: dict[str, str] = {CONSENTING: "toestemmingen"}
"""Where a part is on the page, if not at its own name."""


def _outside(page: MyDataPage) -> Content:
    language = page.language
    if page.key:
        heading = ("Open uw gegevens", "Open your data")
        says = (
            "Met deze knop opent u uw gegevens. De link werkt maar één keer.",
            "This button opens your data. The link works only once.",
        )
        return _section(
            "openen",
            heading,
            language,
            tag("p", pick(says, language)),
            form(
                "openen",
                language,
                tag("input", type="hidden", name="sleutel", value=page.key),
                button(("Toon mijn gegevens", "Show my data"), language),
            ),
        )
    return _section("vragen", ("Vraag een link", "Ask for a link"), language, _asking(page.wrong, language))


def _asking(wrong: Wrong | None, language: Language) -> Content:
    says = (
        "Wilt u zien wat Ploeg over u bewaart? Vul uw e-mailadres in. U krijgt een mail met een link. Die werkt één "
        "keer, een half uur lang.",
        "Do you want to see what Ploeg keeps on you? Fill in your e-mail address. You get a mail with a link. It "
        "works once, for half an hour.",
    )
    nothing = (
        "Komt er geen mail? Kijk dan bij uw ongewenste mail. Misschien kent Ploeg u met een ander adres, of "
        "zonder. De coördinator kan u helpen.",
        "No mail? Look among your junk mail. Perhaps Ploeg knows you by another address, or by none. The "
        "coordinator can help you.",
    )
    return (
        tag("p", pick(says, language)),
        form(
            "link",
            language,
            text_field(
                "email",
                ("Uw e-mailadres", "Your e-mail address"),
                language,
                next(iter(wrong.filled.get("email", ())), "") if wrong is not None else "",
                wrong=wrong.fields.get("email") if wrong is not None else None,
                type="email",
                autocomplete="email",
            ),
            button(("Stuur mij een link", "Send me a link"), language),
        ),
        tag("p", pick(nothing, language), class_="hint"),
    )


def _everything(page: MyDataPage, data: OwnData) -> Content:
    language = page.language
    parts = _kept(data, page, forms=True)
    links = [tag("li", tag("a", pick(SHORT[key], language), href=f"#{AT.get(key, key)}")) for key in HEADINGS]
    return (
        tag("p", pick(OPEN, language)),
        form(
            "klaar",
            language,
            button(("Klaar: sluit mijn gegevens", "Done: close my data"), language, "quiet"),
        ),
        tag(
            "nav",
            tag("ul", links),
            class_="inside",
            aria_label=pick(("Op deze pagina", "On this page"), language),
        ),
        _parts(parts, page),
    )


def _kept(data: OwnData, shown: MyDataPage, *, forms: bool) -> dict[str, Content]:
    """Return the parts of the page by their name; the forms where it is one to work in."""
    language = shown.language

    def wrong(name: str) -> Wrong | None:
        return shown.wrong.of(name) if shown.wrong is not None else None

    found: dict[str, Content] = {
        CONSENTING: consents(data, shown.offered, language, forms=forms, done=shown.done),
        WISHING: wishes(data, shown.offered, language, wrong(WISHING)),
        "wie": record(data, language),
        CORRECTING: corrections(data, shown.offered, language, wrong(CORRECTING)),
        "banden": ties(data, language, forms=forms),
        "verder": further(data, language, opened=not forms),
        "meenemen": _taking(language),
        "wissen": erasing(data, language, wrong("wissen")),
    }
    return found if forms else {key: found[key] for key in (CONSENTING, "wie", "banden", "verder")}


def _parts(parts: dict[str, Content], page: MyDataPage) -> Content:
    language = page.language
    return [
        _section(
            AT.get(key, key),
            HEADINGS[key],
            language,
            done_shown(tag("p", pick(SAVED, language))) if key == page.done else None,
            content,
        )
        for key, content in parts.items()
    ]


def _taking(language: Language) -> Content:
    says = (
        "Bewaar een kopie van alles op deze pagina. De bladzijde is om te lezen of af te drukken. JSON is voor een "
        "programma.",
        "Keep a copy of everything on this page. The page is for reading or printing. JSON is for a program.",
    )
    made = {"html": ("Als bladzijde", "As a page"), "json": ("Als JSON", "As JSON")}
    return (
        tag("p", pick(says, language)),
        tag(
            "ul",
            [
                tag("li", tag("a", pick(text, language), href=f"/v1/my-data/export?format={kind}"))
                for kind, text in made.items()
            ],
            class_="plain links",
        ),
    )


def _section(key: str, heading: Pair, language: Language, *content: Content) -> Html:
    return tag("section", tag("h2", pick(heading, language), id=key), content, aria_labelledby=key)


PLACES = frozenset({*HEADINGS, *(str(purpose) for purpose in Purpose)})
"""Where something may be said to be done."""
