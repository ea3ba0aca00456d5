"""Analyses that were kept, so that the network of today can be held against that of later.

A measurement holds figures over at least five people and nothing about any one of them, so that it may stay when
somebody withdraws or is erased (docs/decisions/0013).
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.access import Question, Role, Viewer, sees_revision
from graph.errors import InvalidInput, UnknownThing
from graph.ids import new_id
from graph.store import Store, Transaction
from queries import audit, undoing
from queries.audit import Action
from queries.basis import Basis, basis_of
from queries.figures import About, Figure
from queries.imports import utc_now
from queries.query import Query

MOST_MEASUREMENTS = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """Id of a measurement."""

    id: str


@dataclass(frozen=True, slots=True)
class Removed:
    """The properties of a measurement that was taken away."""

    properties: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredMeasurement:
    """A measurement as the store keeps it."""

    id: str
    question: str
    basis: str
    as_of: str
    revision: int
    created_at: str
    parameters: str
    people: int
    unasked: int | None
    figures: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measurement: the figures of one question on one day of ties, made at a moment (UTC)."""

    id: str
    question: str
    basis: Basis
    as_of: date
    revision: int | None
    made_at: str
    parameters: dict[str, Any]
    people: int
    unasked: int | None
    figures: tuple[Figure, ...]


CREATE = Query("create_measurement", Kept, writes=True)
MEASUREMENTS = Query("measurements", StoredMeasurement)
ALIKE = Query("measurement_alike", StoredMeasurement)
REMOVE = Query("remove_measurement", Removed, writes=True)

SAME = (
    "city",
    "question",
    "basis",
    "as_of",
    "measured_revision",
    "parameters",
    "people",
    "figures",
)
"""What two measurements have in common of which one is enough."""


def keep(store: Store, viewer: Viewer, told: About, revision: int) -> Measurement:
    """Keep what an analysis told; returns the measurement, or the one that said the same of the same before.

    Parameters
    ----------
    revision
        Of the data it was taken of.

    Raises
    ------
    NotAllowed
    InvalidInput
        It is over too few people to be kept.
    """
    viewer.require(Question.MEASURE)
    if told.people is None:
        message = (
            "Een meting over minder dan vijf mensen wordt niet bewaard. "
            "/ A measurement over fewer than five people is not kept."
        )
        raise InvalidInput(message)
    properties: dict[str, Any] = {
        "id": new_id("measurement"),
        "city": viewer.city,
        "question": told.question,
        "basis": str(told.basis),
        "as_of": told.as_of.isoformat(),
        "measured_revision": revision,
        "created_at": utc_now(),
        "parameters": json.dumps(dict(told.parameters), sort_keys=True),
        "people": told.people,
        "unasked": told.unasked,
        "figures": json.dumps([each.as_json() for each in told.figures]),
    }

    def work(transaction: Transaction) -> StoredMeasurement:
        # Nothing that is asked of the network changes by it.
        transaction.unchanged()
        alike = _alike(transaction, properties)
        if alike is not None:
            return alike
        CREATE.run(transaction, properties=properties)
        audit.note(transaction, viewer, Action.MEASURED, details={"question": told.question})
        return _row(properties)

    return _read(store.write(viewer.city, work), viewer)


def measurements(
    store: Store,
    viewer: Viewer,
    *,
    question: str | None = None,
    before: str | None = None,
    limit: int = 50,
) -> list[Measurement]:
    """Return the measurements that `viewer` may see, latest first.

    Parameters
    ----------
    before
        Only those that were made before the one with this id.

    Raises
    ------
    NotAllowed, InvalidInput
    """
    viewer.require(Question.MEASURE)
    if not 1 <= limit <= MOST_MEASUREMENTS:
        message = (
            f"Het aantal metingen is {limit}; verwacht 1 tot {MOST_MEASUREMENTS}. "
            f"/ The number of measurements is {limit}; expected 1 to {MOST_MEASUREMENTS}."
        )
        raise InvalidInput(message)
    rows = MEASUREMENTS.read(
        store, city=viewer.city, bases=_bases(viewer), question=question, before=before, limit=limit
    )
    return [_read(row, viewer) for row in rows]


def remove(store: Store, viewer: Viewer, identity: str) -> None:
    """Take a measurement away.

    Raises
    ------
    NotAllowed, UnknownThing
    """
    viewer.require(Question.MEASURE)

    def work(transaction: Transaction) -> None:
        transaction.unchanged()
        # Only the figures that are one's own to make are one's own to take away.
        found = REMOVE.run(transaction, id=identity, city=viewer.city, bases=[str(basis_of(viewer))])
        if not found:
            message = f"Er is geen meting '{identity}'. / There is no measurement '{identity}'."
            raise UnknownThing(message)
        undoing.keep(transaction, viewer.city, "Measurement", found[0].properties)
        audit.note(transaction, viewer, Action.REMOVED, details={"what": "measurement"})

    store.write(viewer.city, work)


def restore(store: Store, viewer: Viewer, identity: str) -> Measurement:
    """Put a measurement back that was taken away lately, of the figures that are one's own to make.

    Where the same was kept again meanwhile, that one is enough and is returned.

    Raises
    ------
    NotAllowed, UnknownThing
    """
    viewer.require(Question.MEASURE)

    def work(transaction: Transaction) -> StoredMeasurement:
        transaction.unchanged()
        properties, _ = undoing.taken(
            transaction, viewer.city, "Measurement", identity, nl="meting", en="measurement"
        )
        if properties["basis"] != str(basis_of(viewer)):
            raise UnknownThing(undoing.not_there(identity, "meting", "measurement"))
        alike = _alike(transaction, properties)
        if alike is not None:
            return alike
        CREATE.run(transaction, properties=properties)
        audit.note(transaction, viewer, Action.RESTORED, details={"what": "measurement"})
        return _row(properties)

    return _read(store.write(viewer.city, work), viewer)


def _alike(transaction: Transaction, properties: dict[str, Any]) -> StoredMeasurement | None:
    # Under the lock of the city, so that of two at the same moment the second one finds the first.
    alike = ALIKE.run(transaction, **{name: properties[name] for name in SAME})
    return alike[0] if alike else None


def _row(properties: dict[str, Any]) -> StoredMeasurement:
    # Of what is not known the store keeps nothing.
    found: dict[str, Any] = {
        name: properties.get("measured_revision" if name == "revision" else name)
        for name in StoredMeasurement.__slots__
    }
    return StoredMeasurement(**found)


def _bases(viewer: Viewer) -> list[str]:
    return [str(basis) for basis in Basis] if viewer.role is Role.COORDINATOR else [str(Basis.RESEARCH)]


def _read(row: StoredMeasurement, viewer: Viewer) -> Measurement:
    return Measurement(
        id=row.id,
        question=row.question,
        basis=Basis(row.basis),
        as_of=date.fromisoformat(row.as_of),
        revision=row.revision if sees_revision(viewer) else None,
        made_at=row.created_at,
        parameters=json.loads(row.parameters),
        people=row.people,
        unasked=row.unasked,
        figures=tuple(Figure.of_json(each) for each in json.loads(row.figures)),
    )
