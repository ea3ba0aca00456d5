"""A network as it is drawn or taken along: what one viewer may see of it, in columns, with places on a plane.

Made by :mod:`queries.maps`; every map, picture and file for another program is made from it, so that all of them
pass the same rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from queries.phrases import Words


class NodeKind(StrEnum):
    """What a node of a drawing stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    THEME = "theme"
    NEIGHBOURHOOD = "neighbourhood"
    COMMUNITY = "community"


class EdgeKind(StrEnum):
    """What an edge of a drawing stands for."""

    TIE = "tie"
    MEMBER = "member"
    CARES = "cares"
    ACTIVE = "active"
    BETWEEN = "between"
    """Between aggregates: how many ties run there."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node; what a viewer may not see of it is ``None`` or empty.

    Attributes
    ----------
    id, label
        Unique in the drawing, and what is written beside it: a name, or a pseudonym.
    sector, level, neighbourhood, district
        Words of the closed lists, labels of places.
    themes, talents
        Dutch labels, in alphabetical order.
    community
        Index into ``Drawing.communities``.
    size
        People it stands for: 1 for a person, `None` where that is not told.
    degree, betweenness
        Ties, and the share of shortest routes in [0, 1] that pass, in the graph of this viewer.
    x, y
        Place on the plane, in [0, 1].
    """

    id: str
    kind: NodeKind
    label: str
    x: float
    y: float
    key: str | None = None
    sector: str | None = None
    level: int | None = None
    neighbourhood: str | None = None
    district: str | None = None
    themes: tuple[str, ...] = ()
    talents: tuple[str, ...] = ()
    community: int | None = None
    size: int | None = None
    degree: int | None = None
    betweenness: float | None = None


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """An edge between two positions in ``Drawing.nodes``, ``start`` < ``end``, undirected; weight in (0, 1] for ties.

    ``count`` is of edges between aggregates: how many ties they stand for.  ``year`` is of the latest dated evidence
    of a tie, on a coordinator's map only: by dates two maps of a researcher would be joined (docs/decisions/0016).
    """

    start: int
    end: int
    kind: EdgeKind
    weight: float
    count: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnCommunity:
    """A community: a name made of what is over-represented in it, and how many people are in it."""

    name: Words
    people: int


@dataclass(frozen=True, slots=True)
class DataSheet:
    """What goes with everything that is taken along: how to read it, and how not to.

    Attributes
    ----------
    city, made_at, as_of, role
        Which city, when (UTC), for which day of ties, and for whom.
    revision
        Of the data, where the viewer may know it.
    counts
        How many of what, such as ``people``, ``ties``.
    consents
        Purposes of which the consent had to be in force to be in it; none for a coordinator's.
    pseudonyms
        Whether names were replaced, differently in every export.
    notes
        What is left out, and which measure is biased how.
    """

    city: str
    made_at: datetime
    as_of: date
    role: str
    revision: int | None
    counts: Mapping[str, int]
    consents: tuple[str, ...]
    pseudonyms: bool
    notes: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network to draw."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]
    communities: tuple[DrawnCommunity, ...]
    sheet: DataSheet
