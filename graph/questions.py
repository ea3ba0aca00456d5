"""Kinds of questions, and how it is said that a role may not ask one: in words, and of nobody in particular."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from graph.model import Role


class Question(StrEnum):
    """Kinds of questions, as far as rights tell them apart."""

    SEARCH = "search"
    PATH = "path"
    MATCH = "match"
    RECORDS = "records"
    WRITE = "write"
    EXPORT = "export"
    DUPLICATES = "duplicates"
    ANALYSE = "analyse"
    ANALYSE_PEOPLE = "analyse_people"
    MEASURE = "measure"
    MAP = "map"
    ACCOUNTS = "accounts"
    AUDIT = "audit"
    BACKUPS = "backups"


ROLE_WORDS: Mapping[Role, tuple[str, str]] = {
    Role.PUBLIC: ("publiek", "public"),
    Role.PARTNER: ("partner", "partner"),
    Role.RESEARCHER: ("onderzoeker", "researcher"),
    Role.COORDINATOR: ("coördinator", "coordinator"),
    Role.ADMIN: ("beheerder", "admin"),
}
"""The name of each role, Dutch and English."""

NOT_ASKED: Mapping[Question, tuple[str, str]] = {
    Question.SEARCH: ("niet zoeken", "search"),
    Question.PATH: ("geen weg naar iemand vragen", "ask for a way to somebody"),
    Question.MATCH: ("niet vragen wie bij een vraag past", "ask who fits a request"),
    Question.RECORDS: ("niet zien wat er bewaard wordt", "see what is kept"),
    Question.WRITE: ("niets toevoegen, wijzigen of wissen", "add, change or erase anything"),
    Question.EXPORT: ("niet alles als tabellen meenemen", "take everything along as tables"),
    Question.DUPLICATES: ("niet zien wie er misschien twee keer in staat", "see who may be there twice"),
    Question.ANALYSE: ("geen cijfers over het netwerk zien", "see figures of the network"),
    Question.ANALYSE_PEOPLE: (
        "geen cijfers over één mens in het netwerk zien",
        "see figures of one person in the network",
    ),
    Question.MEASURE: ("geen cijfers bewaren om later te vergelijken", "keep figures to compare later"),
    Question.MAP: ("de kaart van het netwerk niet zien", "see the map of the network"),
    Question.ACCOUNTS: ("geen accounts beheren", "manage accounts"),
    Question.AUDIT: ("het logboek niet lezen", "read the log"),
    Question.BACKUPS: ("geen back-ups maken of bekijken", "make backups or look at them"),
}
"""What somebody can't do, as it stands after "kan u" and after "you can't"."""


def refusal(role: Role, question: Question, may: Iterable[Role]) -> str:
    """Say that `role` may not ask `question` and which roles may; it depends on nothing else."""
    (own_nl, own_en), (not_nl, not_en) = ROLE_WORDS[role], NOT_ASKED[question]
    nl, en = zip(*(ROLE_WORDS[each] for each in Role if each in set(may)), strict=True)
    return (
        f"Met de rol {own_nl} kan u {not_nl}; dat kan wel met de rol {_either(nl, 'of')}. "
        f"/ With the role {own_en} you can't {not_en}; you can with the role {_either(en, 'or')}."
    )


def _either(names: tuple[str, ...], joint: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
