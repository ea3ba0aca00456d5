"""``docs/privacy.nl.md`` and ``docs/privacy.en.md``: what is kept of people, why, how long, and who sees it.

Made from ``graph/personal.yaml``, the consents, the rights of each role and the limits that the code holds to, so
that the pages say what happens.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml

from graph.access import ALLOWED, Question, Role
from graph.model import Purpose
from queries import backups
from queries.audit import KEPT_DAYS
from queries.links import INVITATION_LASTS, MY_DATA_LASTS
from queries.purpose_words import NAMES
from queries.sessions import Limits

Language = Literal["nl", "en"]

PURPOSES: Mapping[Purpose, tuple[str, str]] = {
    Purpose.MATCHING: ("voorgesteld worden bij een vraag", "to be proposed for a request"),
    Purpose.CONTACT: (
        "contactgegevens gaan, langs de coördinator, naar wie iets vraagt",
        "contact details go, through the coordinator, to whoever asks",
    ),
    Purpose.CONNECTOR: (
        "gevraagd worden om mensen aan elkaar voor te stellen",
        "to be asked to introduce people to each other",
    ),
    Purpose.RESEARCH: (
        "meetellen in onderzoek, onder een schuilnaam en met district in plaats van wijk",
        "to count in research, under a pseudonym and with district instead of neighbourhood",
    ),
    Purpose.PUBLIC: (
        "met naam, talenten, thema's en organisatie te zien zijn voor partners",
        "to be shown to partners with name, talents, themes and organisation",
    ),
    Purpose.MAILING: (
        "mail krijgen die past bij hoe iemand meedoet",
        "to get mail that fits how one takes part",
    ),
}
"""What each consent allows, in words of everyday."""

ROLES: Mapping[Role, tuple[str, str]] = {
    Role.PUBLIC: ("wie niet aangemeld is", "whoever has not signed in"),
    Role.PARTNER: (
        "een partner: een organisatie of stadsdienst",
        "a partner: an organisation or city service",
    ),
    Role.RESEARCHER: ("een onderzoeker", "a researcher"),
    Role.COORDINATOR: ("de coördinator en makelaars", "the coordinator and brokers"),
    Role.ADMIN: ("wie Ploeg beheert", "whoever runs Ploeg"),
}

QUESTIONS: Mapping[Question, tuple[str, str]] = {
    Question.SEARCH: ("zoeken", "search"),
    Question.PATH: ("een weg naar iemand vragen", "ask for a way to somebody"),
    Question.MATCH: ("vragen wie bij een vraag past", "ask who fits a request"),
    Question.RECORDS: ("zien wat over iemand bewaard is", "see what is kept of somebody"),
    Question.WRITE: ("wijzigen, invoeren en wissen", "change, bring in and erase"),
    Question.EXPORT: ("alles als tabellen meenemen", "take everything along as tables"),
    Question.DUPLICATES: ("zien wie misschien twee keer voorkomt", "see who may be there twice"),
    Question.ANALYSE: (
        "cijfers over het netwerk zien; wie mensen niet mag zien, krijgt geen cijfer over minder dan vijf",
        "see figures of the network; who may not see people gets none over fewer than five",
    ),
    Question.ANALYSE_PEOPLE: (
        "zien welke mensen in het netwerk verbinden, en wie elkaar zou moeten kennen",
        "see which people connect the network, and who should know each other",
    ),
    Question.MEASURE: ("cijfers bewaren om later te vergelijken", "keep figures to compare later"),
    Question.MAP: (
        "de kaart van het netwerk bekijken en meenemen",
        "look at the map of the network and take it along",
    ),
    Question.ACCOUNTS: ("accounts beheren", "manage accounts"),
    Question.AUDIT: ("het logboek lezen", "read the log"),
    Question.BACKUPS: (
        "back-ups maken en weggooien, zonder te zien wat erin staat",
        "make backups and throw them away, without seeing what is in them",
    ),
}

SEEN: Mapping[Role, tuple[str, str]] = {
    Role.PUBLIC: ("niemand", "nobody"),
    Role.PARTNER: (
        "wie `public` toestond, zonder contactgegevens of banden; van een weg de eerste verbinder",
        "whoever agreed to `public`, without contact details or ties; of a way the first connector",
    ),
    Role.RESEARCHER: (
        "wie `research` toestond, onder een schuilnaam en met district; nooit naam, contactgegevens of eigen woorden",
        "whoever agreed to `research`, under a pseudonym and with district; never name, contact details or own words",
    ),
    Role.COORDINATOR: (
        "iedereen in de stad; e-mail en telefoon alleen van wie `contact` toestond",
        "everyone in the city; e-mail and phone only of whoever agreed to `contact`",
    ),
    Role.ADMIN: ("niemand; wel accounts en het logboek", "nobody; but accounts and the log"),
}


@cache
def personal() -> Sequence[Mapping[str, Any]]:
    """Return what is kept of people, as the file lists it."""
    found: list[dict[str, Any]] = yaml.safe_load(
        (files("graph") / "personal.yaml").read_text(encoding="utf-8")
    )
    return found


def privacy_page(language: Language) -> str:
    """Return one of the pages, as Markdown."""
    nl = language == "nl"

    def pick(pair: tuple[str, str]) -> str:
        return pair[0] if nl else pair[1]

    limits = {"days": str(KEPT_DAYS), **_limits(language)}
    rows = [
        "| "
        + " | ".join(
            [
                *(str(item[language][key]).format(**limits) for key in ("what", "why", "until")),
                f"`{item['purpose']}`" if "purpose" in item else "",
            ]
        )
        + " |"
        for item in personal()
    ]
    names = {purpose: pick((each.nl, each.en)) for purpose, each in NAMES.items()}
    consents = [f"| {names[purpose]} (`{purpose}`) | {pick(PURPOSES[purpose])} |" for purpose in Purpose]
    roles = [
        f"| {pick(ROLES[role])} (`{role}`) | {pick(SEEN[role])} | {_may(role, language)} |" for role in ROLES
    ]
    return "\n".join(
        [*_head(language, rows), *_agreed(language, consents), *_who(language, roles), *_rights(language)]
    )


def _may(role: Role, language: Language) -> str:
    asked = [QUESTIONS[question] for question in Question if role in ALLOWED[question]]
    return ", ".join(nl if language == "nl" else en for nl, en in asked) or "-"


def _limits(language: Language) -> dict[str, str]:
    limits = Limits()
    lasting = {
        "idle": limits.idle,
        "whole": limits.whole,
        "my_data": MY_DATA_LASTS,
        "invitation": INVITATION_LASTS,
    }
    return {name: _words(length, language) for name, length in lasting.items()}


def _words(length: timedelta, language: Language) -> str:
    nl = language == "nl"
    if length.days:
        return f"{length.days} {'dagen' if nl else 'days'}"
    minutes = round(length.total_seconds() / 60)
    if minutes % 60 == 0:
        return f"{minutes // 60} {'uur' if nl else 'hours'}"
    return f"{minutes} {'minuten' if nl else 'minutes'}"


def _head(language: Language, rows: Sequence[str]) -> list[str]:
    if language == "nl":
        return [
            "# Wat Ploeg over mensen bewaart",
            "",
            "Gemaakt uit de tabellen van de code; zie ook [wie mag wat](access.md). In English: "
            "[privacy.en.md](privacy.en.md).",
            "",
            "| wat | waarom | hoe lang | getoond na toestemming voor |",
            "|---|---|---|---|",
            *rows,
            "",
            "Over niemand wordt iets afgeleid dat bewaard blijft: scores, wegen en groepen worden telkens opnieuw "
            "berekend. Er gaat niets naar buiten: geen metingen van gebruik, geen andere servers.",
        ]
    return [
        "# What Ploeg keeps of people",
        "",
        "Made from the tables of the code; see also [who may what](access.md). In het Nederlands: "
        "[privacy.nl.md](privacy.nl.md).",
        "",
        "| what | why | how long | shown with consent for |",
        "|---|---|---|---|",
        *rows,
        "",
        "Nothing is derived of anybody that is kept: scores, ways and groups are computed anew each time. Nothing "
        "goes "
        "out: no telemetry, no other servers.",
    ]


def _agreed(language: Language, rows: Sequence[str]) -> list[str]:
    if language == "nl":
        return [
            "",
            "## Wat iemand kan toestaan",
            "",
            "Elke toestemming staat apart, en geldt tot ze ingetrokken wordt of afloopt. Intrekken geldt vanaf het "
            "volgende antwoord. Wie iets niet toestond, laat geen spoor: elk antwoord is hetzelfde alsof die persoon "
            "er niet was, ook in aantallen en volgorde.",
            "",
            "| toestemming | staat toe |",
            "|---|---|",
            *rows,
        ]
    return [
        "",
        "## What somebody can agree to",
        "",
        "Each consent stands by itself, and holds until it is withdrawn or runs out. A withdrawal holds from the "
        "next "
        "answer on. Whoever did not agree leaves no trace: every answer is the same as if that person were not "
        "there, "
        "also in counts and order.",
        "",
        "| consent | allows |",
        "|---|---|",
        *rows,
    ]


def _who(language: Language, rows: Sequence[str]) -> list[str]:
    if language == "nl":
        return ["", "## Wie wat ziet", "", "| wie | ziet van mensen | mag |", "|---|---|---|", *rows]
    return ["", "## Who sees what", "", "| who | sees of people | may |", "|---|---|---|", *rows]


def _rights(language: Language) -> list[str]:
    if language == "nl":
        return [
            "",
            "## Uw rechten",
            "",
            "Op `/mijn-gegevens` vraagt u met uw e-mailadres een link. Daarmee beslist u over elke toestemming "
            "apart, en kan u dat meteen weer ongedaan maken. U ziet alles wat over u bewaard is, in gewone woorden "
            "en met de bron; u verbetert het, neemt het mee (leesbaar, of als JSON), of laat u wissen. Van een "
            "band ziet u wat u er zelf over zei. Wat een ander over u zei, ziet u niet: wel hoe "
            "vaak, en op welke dagen. Zonder e-mailadres doet de coördinator dat met u.",
            "",
            "**Wissen** haalt alles hierboven weg, meteen. Wat blijft: dat een organisatie of initiatief zoveel "
            "mensen telde, een regel in het logboek dat er iemand gewist is, zonder wie, en wat in reservekopieën "
            f"staat tot die weggegooid worden: na {backups.KEPT_DAYS} dagen, als de beheerder niets anders instelt. "
            "De back-ups die Ploeg zelf bewaart, gooit het na die dagen zelf weg. Wie zich "
            "laat wissen, leest tot welke dag. `ploeg forget --proof` zoekt daarna in de bestanden naar de naam.",
            "",
            "**Wie door een ander is opgegeven** moet binnen een maand verteld worden dat en waarom (AVG, artikel "
            "14): dat Ploeg de gegevens bewaart, welke, van wie ze komen, waarvoor, hoe lang, en welke rechten men "
            "heeft; en eerder als men die persoon eerder spreekt of aan een ander noemt. Ploeg houdt bij wie dat nog "
            "moet horen en tegen wanneer (`ploeg my-data to-inform`); de coördinator noteert dat het gebeurd is.",
            "",
        ]
    return [
        "",
        "## Your rights",
        "",
        "At `/mijn-gegevens?taal=en` you ask for a link with your e-mail address. With it you decide on each consent "
        "by itself, and can undo that at once. You see everything that is kept of you, in plain words and with its "
        "source; you correct it, take it along (readable, or as JSON), or have yourself erased. Of a tie you see "
        "what you said of it yourself. What another said of you is not shown: only how often, and on which days. "
        "Without an e-mail address the coordinator does that with you.",
        "",
        "**Erasing** takes away all of the above, at once. What stays: that an organisation or initiative had so "
        "many "
        "people, a line in the log that somebody was erased, without whom, and what stands in backups until those "
        f"are thrown away: after {backups.KEPT_DAYS} days, unless whoever runs Ploeg set something else. The backups "
        "that Ploeg keeps itself it throws away by itself after those days. Whoever is erased "
        "reads until which day. `ploeg forget --proof` then searches the files for the name.",
        "",
        "**Whoever was named by somebody else** must be told so within a month (GDPR, article 14): that Ploeg keeps "
        "the data, which, where they came from, what for, how long, and what rights one has; and earlier where they "
        "are spoken to, or named to somebody else, before that. Ploeg keeps who must still be told and by when "
        "(`ploeg my-data to-inform`); the coordinator notes that it was done.",
        "",
    ]
