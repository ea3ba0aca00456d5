"""People as far as it takes to tell who may stand in the network twice, for the coordinator."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from graph.access import Question, Viewer
from graph.consent import in_force
from graph.model import Key, PersonRow, Purpose, Sector, Verdict
from graph.store import Store
from queries.merged import DECISIONS, STANDING, Merged
from queries.query import Query
from queries.snapshot_rows import consent_event
from queries.snapshots import utc_today


@dataclass(frozen=True, slots=True)
class _Compared:
    id: str
    key: str
    name: str
    sector: str | None
    level: int | None
    email: str | None
    phone: str | None
    languages: list[str] | None
    about: str | None
    batch: str | None
    changed_by: str | None
    neighbourhoods: list[list[str]]
    organisations: list[list[str]]
    contact: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person to compare.

    ``row`` goes by their id, ``contact`` says whether mail and phone may be shown, ``batches`` are the imports that
    made them and changed them last.
    """

    id: str
    key: str
    row: PersonRow
    neighbourhoods: tuple[str, ...]
    organisations: tuple[str, ...]
    contact: bool
    batches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What two people say differently; ``None`` is unknown, and what may not be shown."""

    field: str
    one: str | None
    other: str | None


@dataclass(frozen=True, slots=True)
class _Keyed:
    id: str
    key: str
    source: str | None


@dataclass(frozen=True, slots=True)
class _Beside:
    id: str
    name: str
    email: str | None
    phone: str | None
    neighbourhoods: list[str]
    organisations: list[str]


PERSON_KEYS = Query("person_keys", _Keyed)
PEOPLE_BESIDE = Query("people_beside", _Beside)
DUPLICATE_PEOPLE = Query("duplicate_people", _Compared)


def candidates(store: Store, viewer: Viewer) -> dict[str, Candidate]:
    """Return everyone in the city by id."""
    viewer.require(Question.DUPLICATES)
    return {row.id: _candidate(row) for row in DUPLICATE_PEOPLE.stream(store, city=viewer.city)}


def people_beside(store: Store, city: str) -> tuple[PersonRow, ...]:
    """Return everyone in a city as a row by id, as far as it tells whether a new row is one of them."""
    return tuple(
        PersonRow(
            Key(row.id),
            row.name,
            neighbourhoods=tuple(map(Key, row.neighbourhoods)),
            organisations=tuple(map(Key, row.organisations)),
            email=row.email,
            phone=row.phone,
        )
        for row in PEOPLE_BESIDE.stream(store, city=city)
    )


def decided(store: Store, viewer: Viewer) -> frozenset[frozenset[Key]]:
    """Return the pairs (ids) about which somebody decided that they are two; of merged people, who they became."""
    viewer.require(Question.DUPLICATES)
    merged = Merged(DECISIONS.read(store, city=viewer.city))
    return frozenset(
        frozenset({Key(merged.now(each.one)), Key(merged.now(each.other))})
        for each in merged.decisions
        if each.status == STANDING and each.decision == Verdict.DIFFERENT
    )


def decided_keys(store: Store, city: str, source: str) -> frozenset[frozenset[Key]]:
    """Return the pairs about which somebody decided, under every key by which rows of `source` may name them."""
    merged = Merged(DECISIONS.read(store, city=city))
    standing = [each for each in merged.decisions if each.status == STANDING]
    if not standing:
        return frozenset()
    ids = sorted({merged.now(identity) for each in standing for identity in (each.one, each.other)})
    named: dict[str, set[Key]] = {identity: {Key(identity)} for identity in ids}
    for row in PERSON_KEYS.read(store, city=city, people=ids):
        if row.source == source:
            named[row.id].add(Key(row.key))
    for each in standing:
        if each.gone and each.gone_key:
            own = Key(each.gone_key if each.gone_source == source else each.gone)
            named[merged.now(each.gone)] |= {Key(each.gone), own}
    found = {frozenset(pair) for keys in named.values() for pair in combinations(sorted(keys), 2)}
    for each in standing:
        if each.decision == Verdict.DIFFERENT:
            one, other = named[merged.now(each.one)], named[merged.now(each.other)]
            found |= {frozenset(pair) for pair in product(one, other)}
    return frozenset(found)


def differences(one: Candidate, other: Candidate) -> tuple[Difference, ...]:
    """Return what two people say differently; e-mail and phone without their values where that is not allowed."""
    pairs = [
        ("name", one.row.name, other.row.name),
        ("sector", one.row.sector, other.row.sector),
        ("level", _text(one.row.level), _text(other.row.level)),
        ("neighbourhoods", _list(one.neighbourhoods), _list(other.neighbourhoods)),
        ("organisations", _list(one.organisations), _list(other.organisations)),
        ("languages", _list(one.row.languages), _list(other.row.languages)),
        ("about", one.row.about, other.row.about),
    ]
    found = [Difference(name, mine, theirs) for name, mine, theirs in pairs if mine != theirs]
    for name in ("email", "phone"):
        mine, theirs = getattr(one.row, name), getattr(other.row, name)
        if mine != theirs:
            found.append(Difference(name, mine if one.contact else None, theirs if other.contact else None))
    return tuple(found)


def _candidate(row: _Compared) -> Candidate:
    contact = in_force([consent_event(event) for event in row.contact], Purpose.CONTACT, utc_today())
    places, groups = sorted(row.neighbourhoods), sorted(row.organisations)
    return Candidate(
        row.id,
        row.key,
        PersonRow(
            Key(row.id),
            row.name,
            sector=Sector(row.sector) if row.sector else None,
            level=row.level,
            neighbourhoods=tuple(Key(identity) for identity, _ in places),
            languages=tuple(sorted(row.languages or ())),
            organisations=tuple(Key(identity) for identity, _ in groups),
            email=row.email,
            phone=row.phone,
            about=row.about,
        ),
        tuple(sorted(name for _, name in places)),
        tuple(sorted(name for _, name in groups)),
        contact is not None,
        frozenset(each for each in (row.batch, row.changed_by) if each),
    )


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def _list(values: Sequence[str]) -> str | None:
    return "; ".join(values) or None
