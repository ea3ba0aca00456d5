"""What an answer about paths holds: people, evidence, ties, routes, and whom they lead to."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.evidence import EvidenceKind
from queries.sentences import Words


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person in an answer; everything is ``None`` for somebody whom the viewer may not know."""

    id: str | None = None
    key: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceAnswer:
    """A piece of evidence in words."""

    kind: EvidenceKind
    text: Words
    date: date | None
    stale: bool


@dataclass(frozen=True, slots=True)
class HopAnswer:
    """One tie of a route; ``factor`` is that of the connector it leads to, 1 for the last.

    Strength, factor and evidence are ``None`` for a viewer who may not see ties between people.
    """

    start: PersonRef
    end: PersonRef
    strength: float | None
    factor: float | None
    weakest: bool | None
    stale: bool | None
    evidence: tuple[EvidenceAnswer, ...] | None


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """A route with its words.

    ``message`` is a first line to the first connector, for the coordinator; ``fallback`` says what is left when
    that connector says no.
    """

    value: float | None
    people: tuple[PersonRef, ...]
    sentence: Words
    hops: tuple[HopAnswer, ...]
    message: Words | None
    fallback: Words | None = None


@dataclass(frozen=True, slots=True)
class PathAnswer:
    """The answer; ``reason`` and ``closest`` only where nothing was found.

    ``start`` is whom the best route begins with; ``starts`` are all who were asked for, where there are several.
    """

    start: PersonRef
    target: PersonRef
    as_of: date
    revision: int | None
    routes: tuple[RouteAnswer, ...]
    reason: Words | None = None
    closest: PersonRef | None = None
    starts: tuple[PersonRef, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is a route."""
        return bool(self.routes)


@dataclass(frozen=True, slots=True)
class WantedAnswer:
    """The talent or theme that was asked for."""

    kind: Literal["talent", "theme"]
    id: str
    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class HasAnswer:
    """The talent or theme somebody has: ``level`` 1 to 3, or experience 0 to 3, where known.

    ``related`` tells that it is broader or narrower than what was asked; ``text`` says it.
    """

    id: str
    key: str
    label: Words
    level: int | None
    related: bool
    text: Words


@dataclass(frozen=True, slots=True)
class TargetAnswer:
    """Somebody who can do it, and the routes to them."""

    person: PersonRef
    has: HasAnswer
    routes: tuple[RouteAnswer, ...]


@dataclass(frozen=True, slots=True)
class NearestAnswer:
    """The nearest people who can do something; ``reason`` and ``code`` only where nobody was found."""

    starts: tuple[PersonRef, ...]
    wanted: WantedAnswer
    as_of: date
    revision: int | None
    targets: tuple[TargetAnswer, ...]
    reason: Words | None = None
    code: str | None = None

    @property
    def found(self) -> bool:
        """Whether there is somebody with a route to them."""
        return bool(self.targets)
