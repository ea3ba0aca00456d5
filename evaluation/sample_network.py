"""The fictitious city as a snapshot, without a store: the same as writing it and reading it back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from graph.consent import ConsentEvent
from graph.model import (
    ConsentRow,
    Key,
    PersonRow,
    Purpose,
    Scope,
    Tables,
    TalentOffer,
    TalentRow,
    ThemeInterest,
    ThemeRow,
)
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
    Positions,
    RequestNode,
)
from ingest.borders import borders
from ingest.sample import sample_city
from queries.snapshot_rows import declared_weights

RECORDED = "2026-01-01T00:00:00Z"


def sample_network(people: int, seed: int, *, today: date) -> Network:
    """Return the fictitious city of `people` and `seed`; the id of a thing is its kind and its key."""
    return network_of(sample_city(people, seed, today=today), today)


def network_of(tables: Tables, today: date) -> Network:
    """Return the snapshot of `tables`, imported on the day `today` into an empty store."""
    people = sorted(tables.people, key=lambda row: row.key)
    organisations = sorted(tables.organisations, key=lambda row: row.key)
    initiatives = sorted(tables.initiatives, key=lambda row: row.key)
    person_at = {row.key: at for at, row in enumerate(people)}
    organisation_at = {row.key: at for at, row in enumerate(organisations)}
    initiative_at = {row.key: at for at, row in enumerate(initiatives)}
    events: dict[Key, list[ConsentEvent]] = defaultdict(list)
    for number, event in enumerate(tables.consents):
        events[event.person].append(_event(event, number, today))
    members = tables.memberships
    took_part = tables.participations
    return Network(
        city="voorbeeld",
        revision=1,
        people=tuple(_person(row, (*_answers(row, today), *events[row.key])) for row in people),
        organisations=tuple(
            OrganisationNode(
                id=f"organisation:{row.key}",
                key=row.key,
                name=row.name,
                sector=row.sector,
                kind=row.kind,
                size=row.size,
                about=row.about,
                public=bool(row.public),
                neighbourhoods=_ids("wijk", row.neighbourhoods),
                themes=_themes(row.themes),
                talents=_talents(row.talents),
            )
            for row in organisations
        ),
        initiatives=tuple(
            InitiativeNode(
                id=f"initiative:{row.key}",
                key=row.key,
                title=row.title,
                start=row.start,
                end=row.end,
                size=row.size,
                about=row.about,
                lessons=row.lessons,
                public=bool(row.public),
                themes=_ids("theme", row.themes),
                neighbourhoods=_ids("wijk", row.neighbourhoods),
                organisations=_ids("organisation", row.organisations),
            )
            for row in initiatives
        ),
        themes=_concepts("theme", tables.themes),
        talents=_concepts("talent", tables.talents),
        neighbourhoods=_places(tables),
        requests=_requests(tables, person_at, organisation_at),
        declared=_declared(tables, person_at),
        memberships=Links(
            _column(person_at[row.person] for row in members),
            _column(organisation_at[row.organisation] for row in members),
            _column(_ordinal(row.since) for row in members),
            _column(_ordinal(row.until) for row in members),
            tuple(row.role for row in members),
        ),
        participations=Links(
            _column(person_at[row.person] for row in took_part),
            _column(initiative_at[row.initiative] for row in took_part),
            np.zeros(len(took_part), dtype=np.int64),
            np.zeros(len(took_part), dtype=np.int64),
            tuple(row.role for row in took_part),
        ),
    )


def _person(row: PersonRow, consents: tuple[ConsentEvent, ...]) -> PersonNode:
    return PersonNode(
        id=f"person:{row.key}",
        key=row.key,
        name=row.name,
        sector=row.sector,
        level=row.level,
        availability=row.availability,
        languages=frozenset(row.languages),
        about=row.about,
        neighbourhoods=_ids("wijk", row.neighbourhoods),
        themes=_themes(row.themes),
        talents=_talents(row.talents),
        open_asks=row.open_asks or 0,
        ask_limit=DEFAULT_ASK_LIMIT if row.ask_limit is None else row.ask_limit,
        paused_until=row.paused_until,
        consents=consents,
    )


def _answers(row: PersonRow, today: date) -> tuple[ConsentEvent, ...]:
    return tuple(
        ConsentEvent(
            answer.purpose,
            answer.given,
            row.consent_date or today,
            RECORDED,
            id=f"consent:{row.key}:{answer.purpose}",
            scope=(answer.scope or Scope.COORDINATOR) if answer.purpose is Purpose.CONNECTOR else None,
        )
        for answer in row.consents
    )


def _event(row: ConsentRow, number: int, today: date) -> ConsentEvent:
    return ConsentEvent(
        row.purpose,
        row.given,
        row.start or today,
        row.recorded_at or RECORDED,
        id=f"consent:{number:06}",
        end=row.end,
        scope=row.scope,
        themes=_ids("theme", row.themes),
    )


def _requests(
    tables: Tables, people: Mapping[Key, int], organisations: Mapping[Key, int]
) -> tuple[RequestNode, ...]:
    def asker(key: Key | None) -> str | None:
        if key in people:
            return f"person:{key}"
        return f"organisation:{key}" if key in organisations else None

    return tuple(
        RequestNode(
            id=f"request:{row.key}",
            key=row.key,
            title=row.title,
            text=row.text,
            kind=row.kind,
            status=row.status,
            asker=asker(row.asker),
            themes=_ids("theme", row.themes),
            talents=_ids("talent", row.talents),
            neighbourhoods=_ids("wijk", row.neighbourhoods),
            languages=row.languages,
            opened=row.opened,
            needed_by=row.needed_by,
            people_needed=row.people_needed,
        )
        for row in sorted(tables.requests, key=lambda row: row.key)
    )


def _declared(tables: Tables, people: Mapping[Key, int]) -> DeclaredTies:
    ties = tables.ties
    weight, questions = declared_weights(
        [row.trust for row in ties],
        [row.openness for row in ties],
        [row.reliability for row in ties],
        [row.shared_aim for row in ties],
    )
    return DeclaredTies(
        start=_column(people[row.start] for row in tables.ties),
        end=_column(people[row.end] for row in tables.ties),
        weight=weight,
        questions=questions,
        since=_column(_ordinal(row.since) for row in tables.ties),
        last_contact=_column(_ordinal(row.last_contact) for row in tables.ties),
        order=np.arange(len(tables.ties), dtype=np.int64),
    )


def _places(tables: Tables) -> dict[str, NeighbourhoodNode]:
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in borders(tables.neighbourhoods):
        near[one].add(f"wijk:{other}")
        near[other].add(f"wijk:{one}")
    return {
        f"wijk:{row.key}": NeighbourhoodNode(
            f"wijk:{row.key}", row.key, row.name, row.district, row.city, frozenset(near[row.key])
        )
        for row in tables.neighbourhoods
    }


def _concepts(kind: str, rows: Sequence[ThemeRow] | Sequence[TalentRow]) -> dict[str, ConceptNode]:
    return {
        f"{kind}:{row.key}": ConceptNode(
            f"{kind}:{row.key}",
            row.key,
            row.label_nl,
            row.label_en,
            f"{kind}:{row.broader}" if row.broader else None,
        )
        for row in rows
    }


def _ids(kind: str, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{kind}:{key}" for key in keys)


def _themes(items: Iterable[ThemeInterest]) -> tuple[tuple[str, int | None], ...]:
    return tuple((f"theme:{item.theme}", item.experience) for item in items)


def _talents(items: Iterable[TalentOffer]) -> tuple[tuple[str, int | None], ...]:
    return tuple((f"talent:{item.talent}", item.level) for item in items)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _column(values: Iterable[int]) -> Positions:
    return np.array(list(values), dtype=np.int64)
