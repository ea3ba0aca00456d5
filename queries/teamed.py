"""What "which people do this together?" is answered with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from queries.matching import PartAnswer, ResultAnswer
from queries.paths import PersonRef
from queries.requested import RequestAnswer
from queries.sentences import Words

Kind: TypeAlias = Literal["talent", "theme", "neighbourhood"]


@dataclass(frozen=True, slots=True)
class AddedAnswer:
    """Something asked of which a member has more than those before: ``before`` and ``share`` in [0, 1]."""

    kind: Kind
    id: str
    label: Words
    before: float
    share: float


@dataclass(frozen=True, slots=True)
class MemberAnswer:
    """A member, in the order in which they add most; `result` is the same as in a match."""

    result: ResultAnswer
    adds: tuple[AddedAnswer, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class TeamTie:
    """Two members with a tie that is strong enough to work on, in its stronger direction."""

    one: PersonRef
    other: PersonRef
    strength: float
    words: Words


@dataclass(frozen=True, slots=True)
class TiesAnswer:
    """Ties inside, strongest first, and the members who have none; only for who may see ties between people."""

    inside: tuple[TeamTie, ...]
    without: tuple[PersonRef, ...]
    words: Words | None


@dataclass(frozen=True, slots=True)
class SpreadAnswer:
    """Names of the organisations and neighbourhoods the members are of, as far as the viewer may see them."""

    organisations: tuple[str, ...]
    neighbourhoods: tuple[str, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class UncoveredAnswer:
    """Something asked that the team has not, or (``share`` above 0) in part only.

    ``somebody`` tells whether anybody else who may be proposed has more of it.
    """

    kind: Kind
    id: str
    label: Words
    share: float
    somebody: bool
    words: Words


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """How sure it is: no team of this size scores above ``bound``; exact where that is the score itself."""

    exact: bool
    bound: float
    candidates: int
    words: Words


@dataclass(frozen=True, slots=True)
class TeamAnswer:
    """A team for a request; the products of its parts add up to the score exactly."""

    request: RequestAnswer
    as_of: date
    revision: int | None
    size: int
    score: float
    parts: Mapping[str, PartAnswer]
    members: tuple[MemberAnswer, ...]
    ties: TiesAnswer | None
    spread: SpreadAnswer | None
    uncovered: tuple[UncoveredAnswer, ...]
    search: SearchAnswer
    sentence: Words
