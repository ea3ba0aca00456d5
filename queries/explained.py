"""What "why not this one?" is answered with."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from queries.matching import ResultAnswer
from queries.paths import PersonRef
from queries.requested import RequestAnswer
from queries.sentences import Words

Outcome: TypeAlias = Literal["listed", "below", "nothing", "barred"]


@dataclass(frozen=True, slots=True)
class Barrier:
    """A hard limit that somebody does not pass, by its code.

    ``asker``, ``no_consent``, ``unavailable``, ``set_aside``, ``other_themes`` or ``language``.
    """

    code: str
    words: Words


@dataclass(frozen=True, slots=True)
class PartDifference:
    """One part of both scores, as value times weight; ``difference`` is below 0 where it cost the place."""

    part: str
    mine: float
    other: float
    difference: float


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that nobody wrote down of somebody, what it adds at most, and whether that makes the list."""

    part: str
    gain: float
    enough: bool
    words: Words


@dataclass(frozen=True, slots=True)
class Compared:
    """The one compared with, on the list at ``place``."""

    place: int
    result: ResultAnswer
    difference: float
    parts: tuple[PartDifference, ...]


@dataclass(frozen=True, slots=True)
class ExplainAnswer:
    """Where somebody stands for a request.

    ``rank`` is among the ``among`` people about whom something fits, before spreading; ``place`` is on the list that
    :func:`queries.matching.match` gives, ``None`` for somebody who isn't on it.
    """

    request: RequestAnswer
    as_of: date
    revision: int | None
    person: PersonRef
    outcome: Outcome
    barriers: tuple[Barrier, ...]
    rank: int | None
    among: int | None
    place: int | None
    result: ResultAnswer | None
    compared: Compared | None
    unknown: tuple[Unknown, ...]
    sentence: Words
