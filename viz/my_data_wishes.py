"""The form in which somebody says when, how often and about what and whom they want to be asked."""

from graph.network import DEFAULT_ASK_LIMIT
from queries.own import OwnData
from queries.snapshots import utc_today
from queries.wishes import MOST_ASKS
from viz.html import Content, Html, tag
from viz.my_data_forms import button, form, hidden, text_field
from viz.my_data_words import pick
from viz.words import Language


def shown_pause(data: OwnData) -> str:
    """Return the last day of a pause as the form shows it; empty where it is over."""
    until = str(data.properties.get("paused_until") or "")
    return until if until >= utc_today().isoformat() else ""


def shown_limit(data: OwnData) -> str:
    """Return the number of open asks as the form shows it; empty for the usual one."""
    held = data.properties.get("ask_limit")
    return "" if held is None else str(held)


def wishes(data: OwnData, language: Language) -> Content:
    """Return the form; it works without script."""
    explained = (
        "Soms vraagt men u om iemand voor te stellen aan een ander. Hier zegt u wanneer dat mag, hoe vaak, waarover "
        "en over wie niet. Het geldt meteen.",
        "Sometimes you are asked to introduce somebody to somebody else. Here you say when that may be, how often, "
        "about what, and about whom not. It holds at once.",
    )
    limit = (
        f"Vraag mij niets nieuws als er zoveel vragen openstaan (1 tot {MOST_ASKS}; leeg: {DEFAULT_ASK_LIMIT})",
        f"Ask me nothing new while so many asks are open (1 to {MOST_ASKS}; empty: {DEFAULT_ASK_LIMIT})",
    )
    return (
        tag("p", pick(explained, language)),
        form(
            "wensen",
            language,
            text_field(
                "rust_tot",
                (
                    "Laat mij met rust tot en met (leeg: geen pauze)",
                    "Leave me in peace until (empty: no pause)",
                ),
                language,
                shown_pause(data),
                type="date",
                min=utc_today().isoformat(),
                maxlength=None,
            ),
            text_field(
                "hoogstens",
                limit,
                language,
                shown_limit(data),
                type="number",
                # A table may say none at all; what stands there must not keep the form from being sent.
                min=0 if shown_limit(data) == "0" else 1,
                max=MOST_ASKS,
                maxlength=None,
            ),
            text_field(
                "themas",
                (
                    "Alleen over deze thema's, met ; ertussen (leeg: over alles)",
                    "Only about these themes, with ; between (empty: about anything)",
                ),
                language,
                "; ".join(each.name or each.id for each in data.wished),
            ),
            _people(data, language),
            hidden("updated_at", str(data.properties.get("updated_at") or "")),
            button(("Bewaar", "Save"), language),
        ),
    )


def _people(data: OwnData, language: Language) -> Html:
    chosen = {tie.id for tie in data.ties.get("NOT_ABOUT", ())}
    known = data.may_name
    if known:
        says = (
            "Kruis aan over wie u niet gevraagd wilt worden: u hoeft die persoon aan niemand voor te stellen, en "
            "niemand aan die persoon. Die persoon komt dit niet te weten. U kiest onder de mensen met wie u zelf een "
            "band opgaf.",
            "Tick about whom you do not want to be asked: you need not introduce that person to anybody, nor anybody "
            "to that person. That person is not told. You choose among the people to whom you told of a tie.",
        )
    else:
        says = (
            "U gaf nog geen band met iemand op. Wilt u over iemand niet gevraagd worden? Zeg het aan de coördinator.",
            "You told of no tie to anybody yet. Do you not want to be asked about somebody? Tell the coordinator.",
        )
    return tag(
        "fieldset",
        tag("legend", pick(("Niet over deze mensen", "Not about these people"), language)),
        tag("p", pick(says, language)),
        [
            tag(
                "label",
                tag("input", type="checkbox", name="niet_over", value=each.id, checked=each.id in chosen),
                tag("span", each.name or each.id),
                class_="choice",
            )
            for each in known
        ],
    )
