"""What each analysis answers; made by the module of its question, shown by the terminal and over HTTP.

A count or figure that is ``None`` is not told: it stands for fewer than :data:`~queries.figures.LEAST` people, would
give such a one away by subtraction, or is not defined.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.access import Viewer, told_revision
from queries.analysis_methods import METHODS
from queries.basis import Based
from queries.figures import About, Figure, counted, counted_part
from queries.measurements import Measurement
from queries.phrases import Words
from queries.pseudonyms import Shown


@dataclass(frozen=True, slots=True)
class SectorCount:
    """How many people are of a sector; ``sector`` is ``None`` for those of whom it is not known."""

    sector: str | None
    people: int | None


@dataclass(frozen=True, slots=True)
class SummaryAnswer:
    """The network in figures."""

    about: About
    sectors: tuple[SectorCount, ...]


@dataclass(frozen=True, slots=True)
class Trait:
    """What a community has oftener than others: a ``theme``, a ``place`` or an ``organisation``.

    How many of its people have it is ``None`` where that is not told.
    """

    kind: str
    words: Words
    people: int | None


@dataclass(frozen=True, slots=True)
class CommunityShown:
    """A community of at least five people.

    Attributes
    ----------
    number
        From 1, the largest first.
    people, inside, outside
        Members, ties between them, and ties to others.
    sectors
        Members by sector; ``None`` where fewer than five may not be told.
    """

    number: int
    name: Words
    people: int
    inside: int | None
    outside: int | None
    sectors: Mapping[str, int | None]
    traits: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class CommunitiesAnswer:
    """The communities of five people and more, and how many people are in none of them."""

    about: About
    communities: tuple[CommunityShown, ...]
    elsewhere: int | None


@dataclass(frozen=True, slots=True)
class BrokerShown:
    """Somebody who connects.

    Attributes
    ----------
    rank
        From 1, by betweenness.
    degree
        Ties.
    betweenness, error
        Share of shortest routes that pass, in [0, 1], and its standard error where it was sampled (else ``None``).
    constraint, effective_size
        Burt's; ``None`` for who has no tie.
    articulation
        Whether somebody is cut off from the rest without them.
    roles, expected
        Pairs of people they join who don't know each other, by Gould and Fernandez's role (``coordinator``,
        ``gatekeeper``, ``representative``, ``consultant``, ``liaison``), and how many chance would make.  A pair
        counts once from either side, so that gatekeeper and representative are equal.
    community
        Number of their community, where it has five people or more.
    """

    rank: int
    who: Shown
    degree: int
    betweenness: float
    error: float | None
    constraint: float | None
    effective_size: float | None
    articulation: bool
    roles: Mapping[str, int]
    expected: Mapping[str, float]
    community: int | None


@dataclass(frozen=True, slots=True)
class RobustnessStep:
    """What is left when the first `stopped` connectors stop, beside as many people picked at random.

    Attributes
    ----------
    left_connected, at_random
        Share of the connected pairs of the others that stay connected.
    bridges_left
        Share of the ties between sectors that is left.
    """

    stopped: int
    left_connected: float | None
    at_random: float | None
    bridges_left: float | None


@dataclass(frozen=True, slots=True)
class SectorJoint:
    """Over whom two sectors are joined.

    Attributes
    ----------
    ties
        Between them.
    people, carried
        The fewest of those with most of these ties who have more than half of them together, and how many they have.
    who
        The first of these people.
    stopped, left
        Share of the ties that is left when the first `stopped` of them stop: two, or one where there is one.
    having
        People of the sector with the fewer of them who have such a tie.
    """

    one: str
    other: str
    ties: int
    people: int
    carried: int
    who: tuple[Shown, ...]
    stopped: int
    left: float
    having: int


@dataclass(frozen=True, slots=True)
class BrokersAnswer:
    """Who connects, and what breaks when they stop; the joint that leans on the fewest people first."""

    about: About
    brokers: tuple[BrokerShown, ...]
    robustness: tuple[RobustnessStep, ...]
    joints: tuple[SectorJoint, ...] = ()


@dataclass(frozen=True, slots=True)
class SectorBridging:
    """How far the ties of a sector go beyond it; ``ei_index`` with its interval and what chance would make."""

    sector: str
    people: int | None
    inside: int | None
    outside: int | None
    ei_index: Figure


@dataclass(frozen=True, slots=True)
class SectorPair:
    """Ties between two sectors (or within one, where both are equal), beside what chance would make."""

    one: str
    other: str
    ties: Figure


@dataclass(frozen=True, slots=True)
class BridgingAnswer:
    """How far sectors are bridged."""

    about: About
    sectors: tuple[SectorBridging, ...]
    pairs: tuple[SectorPair, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A theme or a place; a district has its name as ``id`` and no key."""

    id: str
    key: str | None
    label: Words


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What there is and what is asked on a theme in a place; ``None`` for what is not told.

    Attributes
    ----------
    theme, place
        Positions in the answer's themes and places; -1 for all of them together, each counted once.
    people
        People who care about the theme (or a narrower one) and are active in the place.
    open_requests, answered_requests
        Requests about it there that wait, and that led to a meeting or were done.
    gap
        People who are still needed for the open requests beyond those there are; 0 where there are enough.
    """

    theme: int
    place: int
    people: int | None
    open_requests: int | None
    answered_requests: int | None
    gap: int | None


@dataclass(frozen=True, slots=True)
class CoverageAnswer:
    """Where there is talent and where there isn't; ``by`` is ``neighbourhood`` or ``district``."""

    about: About
    by: str
    themes: tuple[Labelled, ...]
    places: tuple[Labelled, ...]
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class SuggestionShown:
    """Two people who might get to know each other.

    Attributes
    ----------
    through
        Who could introduce them.
    shared, complements
        Themes both care about, and talents that one has and the other hasn't.
    value
        Of the trusted path over `through`; see :mod:`graph.analytics.paths`.
    gain
        How much shorter the way between their sectors would get, in steps on average.
    words
        Why, in one sentence.
    """

    rank: int
    one: Shown
    other: Shown
    through: Shown
    shared: tuple[Words, ...]
    complements: tuple[Words, ...]
    value: float
    gain: float
    words: Words


@dataclass(frozen=True, slots=True)
class SuggestionsAnswer:
    """Who might get to know whom, best first."""

    about: About
    suggestions: tuple[SuggestionShown, ...]


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """The figures of one day, as far as what is known now goes back to it."""

    as_of: date
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class TrendsAnswer:
    """How the network grew, by the dates of what is known now, and as it was measured at the time."""

    about: About
    points: tuple[TrendPoint, ...]
    measured: tuple[Measurement, ...]


Answer = (
    SummaryAnswer
    | CommunitiesAnswer
    | BrokersAnswer
    | BridgingAnswer
    | CoverageAnswer
    | SuggestionsAnswer
    | TrendsAnswer
)


def about(
    question: str,
    of: Based,
    viewer: Viewer,
    figures: tuple[Figure, ...],
    parameters: Mapping[str, str | int | float | None] | None = None,
    sentences: tuple[Words, ...] = (),
) -> About:
    """Return what an analysis says of itself.

    How many people it is over, and how many of them were never asked, is told from five people on to whoever may
    not see them.
    """
    unasked = int((~of.declaring).sum())
    return About(
        question=question,
        as_of=of.day,
        revision=told_revision(viewer, of.network.revision),
        basis=of.basis,
        people=counted(of.graph.nodes, viewer),
        unasked=counted_part(unasked, of.graph.nodes, viewer),
        parameters=dict(parameters or {}),
        figures=figures,
        sentences=sentences,
        method=METHODS[question],
    )


def with_sentences(said: About, sentences: tuple[Words, ...]) -> About:
    """Return the same with sentences."""
    return replace(said, sentences=sentences)
