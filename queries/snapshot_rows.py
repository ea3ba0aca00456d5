"""What the store gives for a snapshot, and the nodes made of it.

Rows travel many to a message: one message a row costs a multiple of what it carries.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from graph.consent import ConsentEvent
from graph.model import Purpose, Scope
from graph.network import (
    DEFAULT_ASK_LIMIT,
    ConceptNode,
    Floats,
    InitiativeNode,
    Mask,
    OrganisationNode,
    PersonNode,
    Positions,
    RequestNode,
)
from graph.store import Store
from queries.query import Query

Row: TypeAlias = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Parted:
    """Some rows of a kind; `part` is what their ids end in."""

    part: str
    rows: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Some rows of a kind, of the people asked about."""

    rows: list[list[Any]]


@dataclass(frozen=True, slots=True)
class _Concept:
    id: str
    key: str
    label_nl: str
    label_en: str | None
    broader: str | None


@dataclass(frozen=True, slots=True)
class _Neighbourhood:
    id: str
    key: str
    name: str
    district: str | None
    latitude: float | None
    longitude: float | None
    borders: list[str]


IDS = Query("snapshot_ids", Parted)
ORGANISATIONS = Query("snapshot_organisations", Parted)
INITIATIVES = Query("snapshot_initiatives", Parted)
REQUESTS = Query("snapshot_requests", Parted)
THEMES = Query("snapshot_themes", _Concept)
TALENTS = Query("snapshot_talents", _Concept)
NEIGHBOURHOODS = Query("snapshot_neighbourhoods", _Neighbourhood)
PEOPLE = Query("snapshot_people", Gathered)
CONSENTS = Query("snapshot_consents", Gathered)
INTERESTS = Query("snapshot_interests", Gathered)
OFFERS = Query("snapshot_offers", Gathered)
PLACES = Query("snapshot_places", Gathered)
NOT_ABOUT = Query("snapshot_not_about", Gathered)
TIES = Query("snapshot_ties", Gathered)
TIES_IN = Query("snapshot_ties_in", Gathered)
MEMBERSHIPS = Query("snapshot_memberships", Gathered)
PARTICIPATIONS = Query("snapshot_participations", Gathered)

_PURPOSES = {str(purpose): purpose for purpose in Purpose}
_SCOPES = {str(scope): scope for scope in Scope}


@dataclass(frozen=True, slots=True)
class Everything:
    """Some people with all that a snapshot holds of them; lists of a person and their items, but for ``nodes``."""

    nodes: list[PersonNode]
    ties: list[list[Any]]
    memberships: list[list[Any]]
    participations: list[list[Any]]


def of_people(store: Store, city: str, people: Sequence[str]) -> Everything:
    """Read some people (ids) whole; who is not there is left out."""

    def gathered(text: Query[Gathered]) -> list[list[Any]]:
        return [row for found in text.read(store, people=list(people), city=city) for row in found.rows]

    events, interests, offers, places, named = (
        dict(gathered(text)) for text in (CONSENTS, INTERESTS, OFFERS, PLACES, NOT_ABOUT)
    )
    return Everything(
        [
            person_node(
                row,
                events.get(row[0], ()),
                interests.get(row[0], ()),
                offers.get(row[0], ()),
                places.get(row[0], ()),
                named.get(row[0], ()),
            )
            for row in gathered(PEOPLE)
        ],
        *(gathered(text) for text in (TIES, MEMBERSHIPS, PARTICIPATIONS)),
    )


def rows(text: Query[Parted], store: Store, city: str) -> Iterator[Any]:
    """Yield the rows of every message of a text."""
    for message in text.stream(store, city=city):
        yield from message.rows


@lru_cache(maxsize=50_000)
def _date(text: str) -> date:
    return date.fromisoformat(text)


def day(text: str | None) -> date | None:
    """Return an ISO date, ``None`` where there is none."""
    return _date(text) if text else None


def ordinal(text: str | None) -> int:
    """Return an ISO date as a proleptic ordinal, 0 where there is none."""
    return _date(text).toordinal() if text else 0


def consent_event(row: Row) -> ConsentEvent:
    """Return the event of a row ``[id, purpose, given, scope, themes, start, end, recorded_at]``."""
    identity, purpose, given, scope, themes, start, end, recorded_at = row
    return ConsentEvent(
        purpose=_PURPOSES[purpose],
        given=bool(given),
        start=_date(start),
        recorded_at=recorded_at or "",
        id=identity,
        end=day(end),
        scope=_SCOPES[scope] if scope else None,
        themes=tuple(themes or ()),
    )


def ordinals(texts: Sequence[str | None]) -> Positions:
    """Return ISO dates as proleptic ordinals, 0 where there is none; shape (texts,)."""
    days = np.array([text or "0000-12-31" for text in texts], dtype="datetime64[D]")
    return days.astype(np.int64) + date(1970, 1, 1).toordinal()


def declared_weights(
    trust: Sequence[float | None],
    openness: Sequence[int | None],
    reliability: Sequence[int | None],
    shared_aim: Sequence[int | None],
) -> tuple[Floats, Mask]:
    """Return declared strengths in [0, 1], NaN where none is named, and whether questions gave them; shape (rows,).

    All three questions come before the one number, and fewer stand in where there is no number (DESIGN section 7).
    """
    number = np.array(trust, dtype=np.float64)
    answers = np.array([openness, reliability, shared_aim], dtype=np.float64).reshape(3, len(number))
    answered = np.count_nonzero(~np.isnan(answers), axis=0)
    shares = np.nan_to_num((answers - 1.0) / 3.0)
    asked = (answered == 3) | ((answered > 0) & np.isnan(number))
    mean = (shares[0] + shares[1] + shares[2]) / np.maximum(answered, 1)
    return np.where(asked, mean, number), asked


def _pairs(items: Sequence[Row]) -> tuple[tuple[str, int | None], ...]:
    return tuple(sorted(((item, grade) for item, grade in items), key=lambda pair: str(pair[0])))


def person_node(
    row: Row,
    events: Sequence[Row],
    interests: Sequence[Row],
    offers: Sequence[Row],
    places: Sequence[str],
    named: Sequence[str],
) -> PersonNode:
    """Return a person of a row of ``snapshot_people`` and what else is theirs."""
    identity, key, name, sector, level, availability, languages, about, asks, limit, paused, wished = row
    return PersonNode(
        id=identity,
        key=key,
        name=name,
        sector=sector,
        level=level,
        availability=availability,
        languages=frozenset(languages or ()),
        about=about,
        neighbourhoods=tuple(sorted(places)),
        themes=_pairs(interests),
        talents=_pairs(offers),
        open_asks=asks or 0,
        ask_limit=DEFAULT_ASK_LIMIT if limit is None else limit,
        paused_until=day(paused),
        ask_themes=tuple(sorted(wished or ())),
        not_about=tuple(sorted(set(named))),
        consents=tuple(consent_event(event) for event in events),
    )


def organisation_node(row: Row) -> OrganisationNode:
    """Return an organisation of a row of ``snapshot_organisations``."""
    identity, key, name, sector, kind, size, about, public, erased, interests, offers, places = row
    return OrganisationNode(
        id=identity,
        key=key,
        name=name,
        sector=sector,
        kind=kind,
        size=size,
        about=about,
        public=bool(public),
        neighbourhoods=tuple(sorted(places)),
        themes=_pairs(interests),
        talents=_pairs(offers),
        erased=tuple(_interval(text) for text in erased or ()),
    )


def _interval(text: str) -> tuple[int, int]:
    since, _, until = text.partition("/")
    return ordinal(since), ordinal(until)


def initiative_node(row: Row) -> InitiativeNode:
    """Return an initiative of a row of ``snapshot_initiatives``."""
    (
        identity,
        key,
        title,
        start,
        end,
        size,
        about,
        lessons,
        public,
        erased,
        themes,
        places,
        organisations,
    ) = row
    return InitiativeNode(
        id=identity,
        key=key,
        title=title,
        start=day(start),
        end=day(end),
        size=size,
        about=about,
        lessons=lessons,
        public=bool(public),
        themes=tuple(sorted(themes)),
        neighbourhoods=tuple(sorted(places)),
        organisations=tuple(sorted(organisations)),
        erased=erased or 0,
    )


def request_node(row: Row) -> RequestNode:
    """Return a request of a row of ``snapshot_requests``."""
    (
        identity,
        key,
        title,
        text,
        kind,
        status,
        asker,
        themes,
        talents,
        places,
        languages,
        opened,
        needed,
        people,
    ) = row
    return RequestNode(
        id=identity,
        key=key,
        title=title,
        text=text,
        kind=kind,
        status=status,
        asker=asker,
        themes=tuple(sorted(themes)),
        talents=tuple(sorted(talents)),
        neighbourhoods=tuple(sorted(places)),
        languages=tuple(languages or ()),
        opened=day(opened),
        needed_by=day(needed),
        people_needed=people,
    )


def concepts(text: Query[_Concept], store: Store, city: str) -> dict[str, ConceptNode]:
    """Read a tree of themes or talents, in the order of their ids."""
    return {
        row.id: ConceptNode(row.id, row.key, row.label_nl, row.label_en, row.broader)
        for row in sorted(text.read(store, city=city), key=lambda row: row.id)
    }
