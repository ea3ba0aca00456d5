"""Who fits this request, and why? The question behind ``ploeg match`` and ``/v1/…/matches``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.network import RequestNode
from queries.paths import PersonRef


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request that isn't stored, as typed: every list takes ids, keys or names."""

    text: str = ""
    themes: Sequence[str] = ()
    talents: Sequence[str] = ()
    neighbourhoods: Sequence[str] = ()
    languages: Sequence[str] = ()
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class PartAnswer:
    """One part of a score: its value in [0, 1] and the weight it had."""

    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class ReasonsAnswer:
    """Why somebody fits, heaviest reason first."""

    nl: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultAnswer:
    """Somebody who fits; the parts add up to the score exactly."""

    person: PersonRef
    score: float
    parts: Mapping[str, PartAnswer]
    reasons: ReasonsAnswer


@dataclass(frozen=True, slots=True)
class RequestAnswer:
    """The request as it was understood: labels of what was asked, and what was read from its text."""

    id: str | None
    key: str | None
    title: str | None
    text: str
    kind: str | None
    themes: tuple[str, ...]
    talents: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    languages: tuple[str, ...]
    from_text: tuple[str, ...] = field(default=())
    """Which of themes, talents and neighbourhoods were found in the text."""


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """People and organisations who fit, best first."""

    request: RequestAnswer
    as_of: date
    revision: int
    results: tuple[ResultAnswer, ...]
    organisations: tuple[ResultAnswer, ...]


REQUEST_FIELDS: Mapping[str, str] = {name: name for name in RequestNode.__dataclass_fields__}
