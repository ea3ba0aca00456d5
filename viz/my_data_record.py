"""Who somebody is, on the page of their own data, and what else is kept: its origin, and what was done with it."""

from collections.abc import Mapping
from typing import Any

from queries.own import OwnData
from viz.html import Content, Html, tag
from viz.my_data_ties import said_line
from viz.my_data_words import (
    FIELDS,
    RELATIONS,
    UNFIT,
    Pair,
    decided,
    language_name,
    logged,
    pick,
    said_day,
    value,
)
from viz.words import Language

ORIGINS = frozenset({"source", "key", "batch", "changed_by", "created_at", "updated_at", "id"})
"""What tells where a record came from: shown where one asks for it."""


def record(data: OwnData, language: Language) -> Html:
    """Return who somebody is, as a list of what is kept and in words."""
    held = _named(data, language)
    rows = [row for row in _rows(held, language) if row[0] not in ORIGINS]
    sides = [
        (pick(RELATIONS[relation], language), tag("ul", _chosen(relation, data, language), class_="plain"))
        for relation in ("OFFERS", "CARES_ABOUT", "ACTIVE_IN")
        if data.ties.get(relation)
    ]
    return _listed([*((label, words) for _, label, words in rows), *sides])


def further(data: OwnData, language: Language, *, opened: bool = False) -> Content:
    """Return what else is kept, each under a fold."""
    origins = [(label, words) for name, label, words in _rows(data.properties, language) if name in ORIGINS]
    derived = (
        "Hoe sterk een band is en bij welke vraag u past, rekent Ploeg telkens opnieuw uit. Dat wordt niet over u "
        "bewaard.",
        "How strong a tie is, and which request you suit, Ploeg works out anew each time. That is not kept on you.",
    )
    folds: list[tuple[Pair, Content]] = [
        (("Waar uw gegevens vandaan komen", "Where your data came from"), _listed(origins)),
        (
            ("Vragen waarvoor u niet voorgesteld wordt", "Requests you are not proposed for"),
            _list([_aside(each.reason, each.words, each.at, language) for each in data.set_aside]),
        ),
        (
            ("Of u er twee keer in stond", "Whether you stood in it twice"),
            _list([decided(each, language) for each in data.decisions]),
        ),
        (
            ("Hoe het vroeger stond", "How it stood before"),
            [_before(each, language) for each in data.earlier],
        ),
        (
            ("Wat er met uw gegevens gebeurde", "What was done with your data"),
            _list([logged(each, language) for each in reversed(data.log)]),
        ),
    ]
    return (
        [
            tag("details", tag("summary", pick(heading, language)), content, open=opened)
            for heading, content in folds
            if content
        ],
        tag("h3", pick(("Wat Ploeg uitrekent", "What Ploeg works out"), language)),
        tag("p", pick(derived, language)),
    )


def _rows(held: Mapping[str, Any], language: Language) -> list[tuple[str, str, str]]:
    known = list(FIELDS)
    order = sorted(held, key=lambda name: (known.index(name) if name in FIELDS else len(known), name))
    return [
        (name, pick(FIELDS[name], language) if name in FIELDS else name, value(name, held[name], language))
        for name in order
        if held[name] not in (None, [], "")
    ]


def _named(data: OwnData, language: Language) -> dict[str, Any]:
    """Return the properties with names for ids and codes."""
    themes = {each.id: each.name or each.id for each in data.wished}
    named = [themes.get(each, each) for each in data.properties.get("ask_themes") or ()]
    return {**data.properties, "ask_themes": named, "languages": _spoken(data.properties, language)}


def _spoken(held: Mapping[str, Any], language: Language) -> list[str]:
    return [language_name(code, language) for code in held.get("languages") or ()]


def _chosen(relation: str, data: OwnData, language: Language) -> list[Html]:
    return [
        tag("li", tag("strong", tie.name or tie.id), said_line(relation, tie.properties, language))
        for tie in data.ties[relation]
    ]


def _aside(reason: str, words: str | None, at: str, language: Language) -> str:
    said = f": {words}" if words else ""
    return f"{said_day(at, language)}: {pick(UNFIT[reason], language)}{said}"


def _before(each: Mapping[str, Any], language: Language) -> Html:
    held = {**each["properties"], "languages": _spoken(each["properties"], language)}
    return _listed([(label, words) for _, label, words in _rows(held, language)])


def _list(lines: list[str]) -> Html | None:
    return tag("ul", [tag("li", line) for line in lines]) if lines else None


def _listed(pairs: list[tuple[str, Content]] | list[tuple[str, str]] | list[tuple[str, Html]]) -> Html:
    return tag("dl", [(tag("dt", label), tag("dd", words)) for label, words in pairs])
