"""From a store to a :class:`~graph.network.Network`: one text for each kind of thing, grouped by its owner."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from graph.consent import ConsentEvent
from graph.errors import StoreError
from graph.model import Purpose, Scope
from graph.network import (
    DEFAULT_ASK_LIMIT,
    ConceptNode,
    DeclaredTies,
    InitiativeNode,
    Links,
    NeighbourhoodNode,
    Network,
    OrganisationNode,
    PersonNode,
    RequestNode,
)
from graph.store import Store
from queries.query import Query


@dataclass(frozen=True, slots=True)
class _Person:
    id: str
    key: str
    name: str
    sector: str | None
    level: int | None
    availability: str | None
    languages: list[str] | None
    about: str | None
    open_asks: int | None
    ask_limit: int | None
    paused_until: str | None


@dataclass(frozen=True, slots=True)
class _Events:
    person: str
    events: list[list[Any]]


@dataclass(frozen=True, slots=True)
class _Organisation:
    id: str
    key: str
    name: str
    sector: str | None
    kind: str | None
    size: int | None
    about: str | None
    public: bool | None
    erased: list[str] | None


@dataclass(frozen=True, slots=True)
class _Initiative:
    id: str
    key: str
    title: str
    start: str | None
    end: str | None
    size: int | None
    about: str | None
    lessons: str | None
    public: bool | None
    erased: int | None


@dataclass(frozen=True, slots=True)
class _InitiativeLinks:
    id: str
    themes: list[str]
    neighbourhoods: list[str]
    organisations: list[str]


@dataclass(frozen=True, slots=True)
class _Request:
    id: str
    key: str
    title: str
    text: str | None
    kind: str | None
    status: str | None
    asker: str | None
    themes: list[str]
    talents: list[str]
    neighbourhoods: list[str]
    languages: list[str] | None
    opened: str | None
    needed_by: str | None
    people_needed: int | None


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
    borders: list[str]


@dataclass(frozen=True, slots=True)
class _Items:
    owner: str
    items: list[Any]


@dataclass(frozen=True, slots=True)
class _Declared:
    start: str
    ties: list[list[Any]]


@dataclass(frozen=True, slots=True)
class _PersonLinks:
    person: str
    links: list[list[Any]]


PEOPLE = Query("snapshot_people", _Person)
CONSENTS = Query("snapshot_consents", _Events)
ORGANISATIONS = Query("snapshot_organisations", _Organisation)
INITIATIVES = Query("snapshot_initiatives", _Initiative)
INITIATIVE_LINKS = Query("snapshot_initiative_links", _InitiativeLinks)
REQUESTS = Query("snapshot_requests", _Request)
THEMES = Query("snapshot_themes", _Concept)
TALENTS = Query("snapshot_talents", _Concept)
NEIGHBOURHOODS = Query("snapshot_neighbourhoods", _Neighbourhood)
INTERESTS = Query("snapshot_interests", _Items)
OFFERS = Query("snapshot_offers", _Items)
PLACES = Query("snapshot_places", _Items)
DECLARED = Query("snapshot_ties", _Declared)
MEMBERSHIPS = Query("snapshot_memberships", _PersonLinks)
PARTICIPATIONS = Query("snapshot_participations", _PersonLinks)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def ordinal(text: str | None) -> int:
    """Return an ISO date as a proleptic ordinal, 0 where there is none."""
    return date.fromisoformat(text).toordinal() if text else 0


def consent_event(row: Sequence[Any]) -> ConsentEvent:
    """Return the event of a row ``[id, purpose, given, scope, themes, start, end, recorded_at]``."""
    identity, purpose, given, scope, themes, start, end, recorded_at = row
    return ConsentEvent(
        purpose=Purpose(purpose),
        given=bool(given),
        start=date.fromisoformat(start),
        recorded_at=recorded_at or "",
        id=identity,
        end=_day(end),
        scope=Scope(scope) if scope else None,
        themes=tuple(themes or ()),
    )


def build(store: Store, city: str) -> Network:
    """Read the whole network of a city.

    Raises
    ------
    graph.errors.StoreError
        The store does not answer, or it was written to during every one of a few tries.
    """
    for _ in range(5):
        before = store.revision(city)
        network = _build(store, city, before)
        if store.revision(city) == before:
            return network
    message = (
        "Er wordt zo druk geschreven dat er geen momentopname lukt; probeer het zo dadelijk opnieuw. "
        "/ The store is written to so often that no snapshot could be taken; try again in a moment."
    )
    raise StoreError(message)


def _build(store: Store, city: str, revision: int) -> Network:
    events: dict[str, tuple[ConsentEvent, ...]] = {
        row.person: tuple(consent_event(event) for event in row.events)
        for row in CONSENTS.stream(store, city=city)
    }
    interests = _by_owner(INTERESTS.stream(store, city=city))
    offers = _by_owner(OFFERS.stream(store, city=city))
    places = _by_owner(PLACES.stream(store, city=city))

    def pairs(table: Mapping[str, list[Any]], owner: str) -> tuple[tuple[str, int | None], ...]:
        return tuple(
            sorted(((str(item), grade) for item, grade in table.get(owner, ())), key=lambda pair: pair[0])
        )

    people = sorted(
        (
            PersonNode(
                id=row.id,
                key=row.key,
                name=row.name,
                sector=row.sector,
                level=row.level,
                availability=row.availability,
                languages=frozenset(row.languages or ()),
                about=row.about,
                neighbourhoods=tuple(sorted(places.get(row.id, ()))),
                themes=pairs(interests, row.id),
                talents=pairs(offers, row.id),
                open_asks=row.open_asks or 0,
                ask_limit=DEFAULT_ASK_LIMIT if row.ask_limit is None else row.ask_limit,
                paused_until=_day(row.paused_until),
                consents=events.get(row.id, ()),
            )
            for row in PEOPLE.stream(store, city=city)
        ),
        key=lambda node: node.id,
    )
    organisations = sorted(
        (
            OrganisationNode(
                id=row.id,
                key=row.key,
                name=row.name,
                sector=row.sector,
                kind=row.kind,
                size=row.size,
                about=row.about,
                public=bool(row.public),
                neighbourhoods=tuple(sorted(places.get(row.id, ()))),
                themes=pairs(interests, row.id),
                talents=pairs(offers, row.id),
                erased=tuple(_interval(text) for text in row.erased or ()),
            )
            for row in ORGANISATIONS.stream(store, city=city)
        ),
        key=lambda node: node.id,
    )
    about = {row.id: row for row in INITIATIVE_LINKS.stream(store, city=city)}
    initiatives = sorted(
        (
            InitiativeNode(
                id=row.id,
                key=row.key,
                title=row.title,
                start=_day(row.start),
                end=_day(row.end),
                size=row.size,
                about=row.about,
                lessons=row.lessons,
                public=bool(row.public),
                themes=tuple(sorted(about[row.id].themes)) if row.id in about else (),
                neighbourhoods=tuple(sorted(about[row.id].neighbourhoods)) if row.id in about else (),
                organisations=tuple(sorted(about[row.id].organisations)) if row.id in about else (),
                erased=row.erased or 0,
            )
            for row in INITIATIVES.stream(store, city=city)
        ),
        key=lambda node: node.id,
    )
    person_at = {node.id: position for position, node in enumerate(people)}
    return Network(
        city=city,
        revision=revision,
        people=people,
        organisations=organisations,
        initiatives=initiatives,
        themes=_concepts(THEMES.read(store, city=city)),
        talents=_concepts(TALENTS.read(store, city=city)),
        neighbourhoods={
            row.id: NeighbourhoodNode(row.id, row.key, row.name, row.district, city, frozenset(row.borders))
            for row in sorted(NEIGHBOURHOODS.read(store, city=city), key=lambda row: row.id)
        },
        requests=_requests(store, city),
        declared=_declared(store, city, person_at),
        memberships=_links(
            MEMBERSHIPS, store, city, person_at, {node.id: at for at, node in enumerate(organisations)}
        ),
        participations=_links(
            PARTICIPATIONS, store, city, person_at, {node.id: at for at, node in enumerate(initiatives)}
        ),
        built_at=time.monotonic(),
    )


def _by_owner(rows: Any) -> dict[str, list[Any]]:
    return {row.owner: row.items for row in rows}


def _interval(text: str) -> tuple[int, int]:
    since, _, until = text.partition("/")
    return ordinal(since), ordinal(until)


def _concepts(rows: Sequence[_Concept]) -> dict[str, ConceptNode]:
    return {
        row.id: ConceptNode(row.id, row.key, row.label_nl, row.label_en, row.broader)
        for row in sorted(rows, key=lambda row: row.id)
    }


def _requests(store: Store, city: str) -> tuple[RequestNode, ...]:
    return tuple(
        RequestNode(
            id=row.id,
            key=row.key,
            title=row.title,
            text=row.text,
            kind=row.kind,
            status=row.status,
            asker=row.asker,
            themes=tuple(sorted(row.themes)),
            talents=tuple(sorted(row.talents)),
            neighbourhoods=tuple(sorted(row.neighbourhoods)),
            languages=tuple(row.languages or ()),
            opened=_day(row.opened),
            needed_by=_day(row.needed_by),
            people_needed=row.people_needed,
        )
        for row in sorted(REQUESTS.read(store, city=city), key=lambda row: row.id)
    )


def declared_weight(
    trust: float | None, openness: int | None, reliability: int | None, shared_aim: int | None
) -> tuple[float, bool]:
    """Return the declared strength in [0, 1] (NaN where none is named) and whether three questions gave it."""
    given = [score for score in (openness, reliability, shared_aim) if score is not None]
    if len(given) == 3 or (given and trust is None):
        return sum((score - 1) / 3 for score in given) / len(given), True
    return (float(trust) if trust is not None else float("nan")), False


def _declared(store: Store, city: str, person_at: Mapping[str, int]) -> DeclaredTies:
    start: list[int] = []
    end: list[int] = []
    weight: list[float] = []
    questions: list[bool] = []
    since: list[int] = []
    last_contact: list[int] = []
    written: list[str] = []
    for row in DECLARED.stream(store, city=city):
        one = person_at.get(row.start)
        for other_id, trust, openness, reliability, shared_aim, begun, contact, updated in row.ties:
            other = person_at.get(other_id)
            if one is None or other is None:
                continue
            value, asked = declared_weight(trust, openness, reliability, shared_aim)
            start.append(one)
            end.append(other)
            weight.append(value)
            questions.append(asked)
            since.append(ordinal(begun))
            last_contact.append(ordinal(contact))
            written.append(updated or "")
    ranks = {text: rank for rank, text in enumerate(sorted(set(written)))}
    return DeclaredTies(
        start=np.array(start, dtype=np.int64),
        end=np.array(end, dtype=np.int64),
        weight=np.array(weight, dtype=np.float64),
        questions=np.array(questions, dtype=np.bool_),
        since=np.array(since, dtype=np.int64),
        last_contact=np.array(last_contact, dtype=np.int64),
        order=np.array([ranks[text] for text in written], dtype=np.int64),
    )


def _links(
    query: Query[_PersonLinks],
    store: Store,
    city: str,
    person_at: Mapping[str, int],
    other_at: Mapping[str, int],
) -> Links:
    rows: list[tuple[int, int, int, int, str | None]] = []
    for row in query.stream(store, city=city):
        person = person_at.get(row.person)
        for other_id, role, *dates in row.links:
            other = other_at.get(other_id)
            if person is not None and other is not None:
                since, until = (ordinal(text) for text in dates) if dates else (0, 0)
                rows.append((person, other, since, until, role))
    rows.sort(key=lambda item: (item[0], item[1], item[2], item[3], item[4] or ""))
    columns = np.array([row[:4] for row in rows], dtype=np.int64).reshape(len(rows), 4)
    return Links(
        columns[:, 0].copy(),
        columns[:, 1].copy(),
        columns[:, 2].copy(),
        columns[:, 3].copy(),
        tuple(row[4] for row in rows),
    )
