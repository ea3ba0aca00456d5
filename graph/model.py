"""What the network is made of: the closed lists of words, and one frozen record for each row of a table.

A record speaks of other records by their *key*: the id a person gave in a table (``p12``, ``ANT25``).  The
:class:`Tables` of a city are what an import takes in, what an export gives back and what the sample city makes.
``None`` or an empty tuple means unknown.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import NewType

Key = NewType("Key", str)
"""The id of a thing in the table it came from."""


class Sector(StrEnum):
    """The part of society that somebody speaks from."""

    RESIDENT = "resident"
    CIVIL_SOCIETY = "civil_society"
    CITY = "city"
    POLITICS = "politics"
    BUSINESS = "business"
    EDUCATION = "education"


class Availability(StrEnum):
    """Whether somebody can be asked now."""

    YES = "yes"
    LIMITED = "limited"
    NO = "no"


class Purpose(StrEnum):
    """What a consent allows."""

    MATCHING = "matching"
    CONTACT = "contact"
    CONNECTOR = "connector"
    RESEARCH = "research"
    PUBLIC = "public"
    MAILING = "mailing"


class Scope(StrEnum):
    """For whom a connector may be asked; ``PARTNERS`` includes the coordinator."""

    COORDINATOR = "coordinator"
    PARTNERS = "partners"


class RequestKind(StrEnum):
    """What a request is a request for."""

    CONTACT = "contact"
    START = "start"
    EXECUTION = "execution"
    COOPERATION = "cooperation"
    EVALUATION = "evaluation"


class RequestStatus(StrEnum):
    """Where a request stands."""

    OPEN = "open"
    ASKED = "asked"
    MET = "met"
    DONE = "done"
    CLOSED = "closed"


class Unfit(StrEnum):
    """Why somebody does not fit a request after all."""

    ASKED = "asked"
    BUSY = "busy"
    ROLE = "role"
    TIE = "tie"
    OTHER = "other"


class Verdict(StrEnum):
    """What somebody decided about two people who looked like one."""

    SAME = "same"
    DIFFERENT = "different"


class Role(StrEnum):
    """What somebody who asks is to the network; :mod:`graph.access` says what each may see."""

    PUBLIC = "public"
    PARTNER = "partner"
    RESEARCHER = "researcher"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class TalentOffer:
    """A talent somebody offers, with a level of 1 (some) to 3 (strong), ``None`` where nobody said."""

    talent: Key
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ThemeInterest:
    """A theme somebody cares about, with an experience of 0 (none) to 3 (much), ``None`` where nobody said."""

    theme: Key
    experience: int | None = None


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """A yes or no to one purpose as it stands in a column of the people table."""

    purpose: Purpose
    given: bool
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person. ``consents`` are the answers of the consent columns, dated by ``consent_date``."""

    key: Key
    name: str
    sector: Sector | None = None
    level: int | None = None
    neighbourhoods: tuple[Key, ...] = ()
    languages: tuple[str, ...] = ()
    themes: tuple[ThemeInterest, ...] = ()
    talents: tuple[TalentOffer, ...] = ()
    organisations: tuple[Key, ...] = ()
    availability: Availability | None = None
    email: str | None = None
    phone: str | None = None
    about: str | None = None
    consents: tuple[ConsentAnswer, ...] = ()
    consent_date: date | None = None
    consent_source: str | None = None
    open_asks: int | None = None
    ask_limit: int | None = None
    paused_until: date | None = None
    ask_themes: tuple[Key, ...] = ()
    not_about: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation; ``size`` in people."""

    key: Key
    name: str
    sector: Sector | None = None
    kind: str | None = None
    size: int | None = None
    neighbourhoods: tuple[Key, ...] = ()
    themes: tuple[ThemeInterest, ...] = ()
    talents: tuple[TalentOffer, ...] = ()
    website: str | None = None
    email: str | None = None
    about: str | None = None
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """Something people did together, past or running; ``size`` in people who took part."""

    key: Key
    title: str
    start: date | None = None
    end: date | None = None
    size: int | None = None
    themes: tuple[Key, ...] = ()
    neighbourhoods: tuple[Key, ...] = ()
    organisations: tuple[Key, ...] = ()
    about: str | None = None
    lessons: str | None = None
    public: bool | None = None


@dataclass(frozen=True, slots=True)
class TieRow:
    """What ``start`` said of the tie to ``end``: three scores of 1 to 4, or one trust in [0, 1]."""

    start: Key
    end: Key
    trust: float | None = None
    openness: int | None = None
    reliability: int | None = None
    shared_aim: int | None = None
    since: date | None = None
    last_contact: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A person in an organisation; running while ``until`` is unknown or not yet past."""

    person: Key
    organisation: Key
    role: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """A person in an initiative."""

    person: Key
    initiative: Key
    role: str | None = None


@dataclass(frozen=True, slots=True)
class RequestRow:
    """Somebody's need for support; ``asker`` is the key of a person or an organisation."""

    key: Key
    title: str
    text: str | None = None
    kind: RequestKind | None = None
    asker: Key | None = None
    themes: tuple[Key, ...] = ()
    talents: tuple[Key, ...] = ()
    neighbourhoods: tuple[Key, ...] = ()
    languages: tuple[str, ...] = ()
    opened: date | None = None
    needed_by: date | None = None
    people_needed: int | None = None
    status: RequestStatus | None = None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme; ``broader`` is the key of the theme above it."""

    key: Key
    label_nl: str
    label_en: str | None = None
    broader: Key | None = None


@dataclass(frozen=True, slots=True)
class TalentRow:
    """A talent; ``broader`` is the key of the talent above it."""

    key: Key
    label_nl: str
    label_en: str | None = None
    broader: Key | None = None


@dataclass(frozen=True, slots=True)
class NeighbourhoodRow:
    """A neighbourhood; WGS84 degrees; ``polygon`` a GeoJSON geometry as text."""

    key: Key
    name: str
    district: str | None = None
    city: str | None = None
    postcode: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    polygon: str | None = None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One consent event, as the extra table ``consents`` / ``toestemmingen`` of an export carries it.

    ``themes`` empty means every theme; ``end`` is the last day it holds.
    """

    person: Key
    purpose: Purpose
    given: bool
    scope: Scope | None = None
    themes: tuple[Key, ...] = ()
    start: date | None = None
    end: date | None = None
    source: str | None = None
    recorded_at: str | None = None
    recorded_by: str | None = None


Row = (
    PersonRow
    | OrganisationRow
    | InitiativeRow
    | TieRow
    | MembershipRow
    | ParticipationRow
    | RequestRow
    | ThemeRow
    | TalentRow
    | NeighbourhoodRow
    | ConsentRow
)


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table of a city, each in the order of its rows."""

    neighbourhoods: tuple[NeighbourhoodRow, ...] = ()
    themes: tuple[ThemeRow, ...] = ()
    talents: tuple[TalentRow, ...] = ()
    organisations: tuple[OrganisationRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    initiatives: tuple[InitiativeRow, ...] = ()
    memberships: tuple[MembershipRow, ...] = ()
    participations: tuple[ParticipationRow, ...] = ()
    ties: tuple[TieRow, ...] = ()
    requests: tuple[RequestRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()

    def items(self) -> Iterator[tuple[str, tuple[Row, ...]]]:
        """Name and rows of every table, in the order in which they can be written."""
        for field in fields(self):
            yield field.name, getattr(self, field.name)

    def __len__(self) -> int:
        return sum(len(rows) for _, rows in self.items())
