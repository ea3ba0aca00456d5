"""The closed lists in Dutch and English, and what is nearest to a word that is in none."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cache

from rapidfuzz import fuzz, process

from graph.model import Availability, Purpose, RequestKind, RequestStatus, Scope, Sector
from ingest.folding import fold, squash

DUTCH: Mapping[type[StrEnum], Mapping[StrEnum, tuple[str, ...]]] = {
    Sector: {
        Sector.RESIDENT: ("bewoner", "burger", "inwoner", "bewoners", "burgers", "residents", "citizen"),
        Sector.CIVIL_SOCIETY: ("middenveld", "vereniging", "civil"),
        Sector.CITY: ("stad", "stadsdienst", "gemeente"),
        Sector.POLITICS: ("politiek", "politicus", "politici", "politician"),
        Sector.BUSINESS: ("bedrijf", "ondernemer", "bedrijven", "ondernemers", "entrepreneur", "company"),
        Sector.EDUCATION: ("onderwijs", "school", "scholen"),
    },
    Availability: {
        Availability.YES: ("ja", "j", "y", "true", "1", "beschikbaar", "available"),
        Availability.LIMITED: ("beperkt", "soms", "sometimes"),
        Availability.NO: ("nee", "neen", "n", "false", "0", "niet beschikbaar", "not available"),
    },
    Purpose: {
        Purpose.MATCHING: ("matching",),
        Purpose.CONTACT: ("contact",),
        Purpose.CONNECTOR: ("verbinder",),
        Purpose.RESEARCH: ("onderzoek",),
        Purpose.PUBLIC: ("openbaar", "publiek"),
        Purpose.MAILING: ("mailing", "mail"),
    },
    Scope: {
        Scope.COORDINATOR: ("coördinator",),
        Scope.PARTNERS: ("partners", "partner"),
    },
    RequestKind: {
        RequestKind.CONTACT: ("contact",),
        RequestKind.START: ("start", "opstart"),
        RequestKind.EXECUTION: ("uitvoering", "uitvoeren"),
        RequestKind.COOPERATION: ("samenwerking", "samenwerken", "collaboration"),
        RequestKind.EVALUATION: ("evaluatie", "evalueren"),
    },
    RequestStatus: {
        RequestStatus.OPEN: ("open",),
        RequestStatus.ASKED: ("gevraagd",),
        RequestStatus.MET: ("ontmoet",),
        RequestStatus.DONE: ("klaar", "gedaan"),
        RequestStatus.CLOSED: ("gesloten",),
    },
}
"""The Dutch words of every closed list, the one to write first."""

SLIP = 85.0
"""Likeness, of 100, from which two names of a closed list are one name and a slip of the hand."""

YES = frozenset({"yes", "y", "ja", "j", "true", "waar", "1", "x", "v"})
NO = frozenset({"no", "n", "nee", "neen", "false", "onwaar", "0"})


@cache
def word_list(words: type[StrEnum]) -> dict[str, StrEnum]:
    """Return the member for every folded word of a closed list."""
    found: dict[str, StrEnum] = {}
    for member in words:
        for word in (member.value, *DUTCH[words][member]):
            found[squash(word)] = member
    return found


def all_words(words: type[StrEnum]) -> list[str]:
    """Return every word of a closed list as it is written."""
    return [word for member in words for word in (member.value, *DUTCH[words][member])]


def choices(words: type[StrEnum], language: str) -> str:
    """Return the words to choose from, as one reads them aloud."""
    return ", ".join(DUTCH[words][member][0] if language == "nl" else member.value for member in words)


def nearest(text: str, candidates: Collection[str], *, at_least: float = 60.0) -> str | None:
    """Return the candidate most like `text`, ``None`` where none is alike (of 100, `at_least`)."""
    found = process.extractOne(
        fold(text), candidates, scorer=fuzz.ratio, processor=fold, score_cutoff=at_least
    )
    return None if found is None else found[0]


def is_slip(text: str, found: str | None) -> bool:
    """Tell whether `text` is `found` but for a letter or two that were missed, doubled or exchanged."""
    return found is not None and fuzz.ratio(fold(text), fold(found)) >= SLIP
