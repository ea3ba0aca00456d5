"""The form in which somebody says when, how often and about what and whom they want to be asked."""

from graph.network import DEFAULT_ASK_LIMIT
from queries.own import OwnData
from queries.own_choices import Choices
from queries.snapshots import utc_today
from queries.wishes import MOST_ASKS
from viz.html import Content, Html, tag
from viz.my_data_choices import Choosing, by_name, chosen_of
from viz.my_data_forms import Filled, Wrong, button, form, hidden, text_field
from viz.my_data_words import Pair, pick
from viz.words import Language

FORM = "wensen"
THEMES = Choosing(
    "themas",
    ("Alleen over deze thema's", "Only about these themes"),
    ("Kies er thema's bij", "Choose more themes"),
    (
        "Kiest u niets? Dan mag men u over alles vragen.",
        "Choose nothing, and you may be asked about anything.",
    ),
)
NOT_ABOUT = Choosing(
    "niet_over",
    ("Niet over deze mensen", "Not about these people"),
    ("Kies mensen", "Choose people"),
    (
        "U hoeft deze mensen aan niemand voor te stellen, en niemand aan hen. Zij komen dat niet te weten. U kiest "
        "onder de mensen van wie u zei dat u ze kent.",
        "You need not introduce these people to anybody, nor anybody to them. They are not told. You choose among "
        "the people you said you know.",
    ),
)


def shown_pause(data: OwnData) -> str:
    """Return the last day of a pause as the form shows it; empty where it is over."""
    until = str(data.properties.get("paused_until") or "")
    return until if until >= utc_today().isoformat() else ""


def shown_limit(data: OwnData) -> str:
    """Return the number of open asks as the form shows it; empty for the usual one."""
    held = data.properties.get("ask_limit")
    return "" if held is None else str(held)


def as_wished(data: OwnData) -> Filled:
    """Return the form as it is filled in before anything is typed."""
    return {
        "rust_tot": [shown_pause(data)],
        "hoogstens": [shown_limit(data)],
        "themas": [each.id for each in data.wished],
        "niet_over": [tie.id for tie in data.ties.get("NOT_ABOUT", ())],
        "updated_at": [str(data.properties.get("updated_at") or "")],
    }


def wishes(data: OwnData, offered: Choices, language: Language, wrong: Wrong | None = None) -> Content:
    """Return the form; it works without script."""
    stands = as_wished(data)
    filled = {**stands, **wrong.filled, "updated_at": stands["updated_at"]} if wrong is not None else stands
    faults = wrong.fields if wrong is not None else {}
    explained = (
        "Soms vraagt men u om iemand voor te stellen aan een ander. Hier zegt u wanneer dat mag, hoe vaak, waarover "
        "en over wie niet.",
        "Sometimes you are asked to introduce somebody to somebody else. Here you say when that may be, how often, "
        "about what, and about whom not.",
    )

    def one(name: str, label: Pair, hint: Pair, **more: str) -> Html:
        held = next(iter(filled.get(name, ())), "")
        return text_field(name, label, language, held, hint=hint, wrong=faults.get(name), **more)

    names = {each.id: each.name or each.id for each in data.wished}
    return (
        tag("p", pick(explained, language)),
        form(
            FORM,
            language,
            one(
                "rust_tot",
                ("Laat mij met rust tot en met", "Leave me in peace until"),
                ("Leeg: geen pauze.", "Empty: no pause."),
                type="date",
                min=utc_today().isoformat(),
            ),
            one(
                "hoogstens",
                ("Hoeveel vragen mogen tegelijk openstaan?", "How many asks may be open at once?"),
                (
                    f"Een getal van 1 tot {MOST_ASKS}. Leeg: {DEFAULT_ASK_LIMIT}. Staan er zoveel open? Dan komt er "
                    "niets nieuws bij.",
                    f"A number from 1 to {MOST_ASKS}. Empty: {DEFAULT_ASK_LIMIT}. While so many are open, nothing "
                    "new is asked.",
                ),
                inputmode="numeric",
            ),
            chosen_of(
                THEMES,
                offered.themes,
                {key: names.get(key, key) for key in filled.get("themas", ())},
                language,
            ),
            _people(data, filled, language),
            hidden("updated_at", next(iter(filled.get("updated_at", ())), "")),
            button(("Bewaar uw wensen", "Save your wishes"), language),
        ),
    )


def _people(data: OwnData, filled: Filled, language: Language) -> Html:
    known = [(each.id, each.name or each.id) for each in data.may_name]
    if known:
        names = dict(known)
        chosen = {key: names[key] for key in filled.get("niet_over", ()) if key in names}
        return chosen_of(NOT_ABOUT, by_name(known), chosen, language)
    says = (
        "U zei nog van niemand dat u die kent. Wilt u over iemand niet gevraagd worden? Zeg het aan de coördinator.",
        "You said of nobody yet that you know them. Do you not want to be asked about somebody? Tell the "
        "coordinator.",
    )
    return tag(
        "fieldset",
        tag("legend", pick(NOT_ABOUT.legend, language)),
        tag("p", pick(says, language)),
    )
