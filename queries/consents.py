"""What somebody agreed to: every event, and recording another one."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph.access import Question, Viewer
from graph.consent import ConsentEvent, in_force
from graph.errors import InvalidInput, UnknownThing
from graph.ids import new_id
from graph.model import Purpose, Scope
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.imports import CREATE_CONSENTS, utc_now
from queries.query import Query
from queries.snapshots import utc_today

EARLIEST = date(1990, 1, 1)
"""A consent from before this day is a slip of who typed it."""

LONGEST_NOTE = 500
"""Characters of what is noted of a conversation."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as the store keeps it; days and moments are ISO text."""

    id: str
    purpose: str
    given: bool
    scope: str | None
    themes: list[str] | None
    start: str
    end: str | None
    recorded_at: str | None
    recorded_by: str | None
    source: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """An event, and whether it is what holds for its purpose today."""

    id: str
    purpose: Purpose
    given: bool
    scope: Scope | None
    themes: tuple[str, ...]
    start: date
    end: date | None
    recorded_at: str
    recorded_by: str | None
    source: str | None
    note: str | None
    in_force: bool


@dataclass(frozen=True, slots=True)
class Locked:
    """A person under the lock of a write."""

    updated_at: str | None


CONSENTS_OF = Query("consents_of", StoredEvent)
LOCK_PERSON = Query("lock_person", Locked, writes=True)


def events(store: Store, viewer: Viewer, person: str) -> list[ConsentRecord]:
    """Return every consent event of a person (an id), first one first."""
    viewer.require(Question.RECORDS)
    return _records(CONSENTS_OF.read(store, city=viewer.city, id=person))


def record(
    store: Store,
    viewer: Viewer,
    person: str,
    *,
    purpose: Purpose,
    given: bool,
    scope: Scope | None = None,
    themes: Sequence[str] = (),
    start: date | None = None,
    end: date | None = None,
    source: str | None = None,
    recorded_by: str = "",
    note: str | None = None,
) -> ConsentRecord:
    """Record that a person gave or withdrew a consent; it holds for the next answer.

    Parameters
    ----------
    person
        An id.
    scope, themes
        Of a connector consent only; themes as ids, none for every theme.
    start, end
        First and last day; today and without end where not given.
    note
        What was said in the conversation, at most 500 characters: for coordinators and for the person themselves.

    Raises
    ------
    UnknownThing, InvalidInput, NotAllowed
    """
    viewer.require(Question.WRITE)
    today = utc_today()
    _check(purpose, given, scope, themes, start, end, today)
    _check_note(note)
    if purpose is Purpose.CONNECTOR and given and scope is None:
        scope = Scope.COORDINATOR
    begin = min(start or today, today)
    event = {
        "id": new_id("consent"),
        "city": viewer.city,
        "purpose": str(purpose),
        "given": given,
        "scope": str(scope) if scope else None,
        "themes": sorted(themes) or None,
        "start": begin.isoformat(),
        "end": end.isoformat() if end else None,
        "source": source,
        "recorded_at": utc_now(),
        "recorded_by": recorded_by,
        "note": note or None,
    }
    stored = {name: value for name, value in event.items() if value is not None}

    def work(transaction: Transaction) -> list[StoredEvent]:
        if not LOCK_PERSON.run(transaction, id=person, city=viewer.city, token=secrets.token_hex(8)):
            message = f"Er is geen persoon '{person}'. / There is no person '{person}'."
            raise UnknownThing(message)
        transaction.touches(person)
        CREATE_CONSENTS.run(transaction, rows=[{"person": person, "events": [stored]}])
        said: dict[str, str | int] = {"purpose": str(purpose), "given": int(given)}
        audit.note(transaction, viewer, Action.CONSENT_RECORDED, person, details=said)
        return CONSENTS_OF.run(transaction, city=viewer.city, id=person)

    everything = _records(store.write(viewer.city, work))
    return next(one for one in everything if one.id == event["id"])


def require_source(given: bool, source: str | None) -> None:
    """Refuse that a coordinator writes down a consent without how they know of it.

    A withdrawal needs none: it should be as easy as can be.

    Raises
    ------
    InvalidInput
    """
    if given and not source:
        message = (
            "Zeg hoe u weet dat deze persoon het goedvindt, zoals 'gesprek' of 'formulier' (bron). "
            "/ Say how you know that this person agrees, such as 'conversation' or 'form' (source)."
        )
        raise InvalidInput(message)


def _check_note(note: str | None) -> None:
    if note is not None and len(note) > LONGEST_NOTE:
        message = (
            f"De notitie telt {len(note)} tekens; verwacht hoogstens {LONGEST_NOTE}. Schrijf alleen wat nodig is. "
            f"/ The note has {len(note)} characters; expected at most {LONGEST_NOTE}. Write only what is needed."
        )
        raise InvalidInput(message)


def _check(
    purpose: Purpose,
    given: bool,
    scope: Scope | None,
    themes: Sequence[str],
    start: date | None,
    end: date | None,
    today: date,
) -> None:
    if (scope is not None or themes) and purpose is not Purpose.CONNECTOR:
        message = (
            "Een bereik of thema's horen alleen bij een toestemming als verbinder. "
            "/ A scope or themes belong to a connector consent only."
        )
        raise InvalidInput(message)
    if start is not None and start > today + timedelta(days=1):
        message = (
            f"Een toestemming kan niet in de toekomst beginnen ({start}); geef een dag tot en met vandaag. "
            f"/ A consent can't begin in the future ({start}); give a day up to today."
        )
        raise InvalidInput(message)
    if start is not None and start < EARLIEST:
        message = (
            f"Een toestemming van {start} kan niet kloppen; geef een dag vanaf {EARLIEST}. "
            f"/ A consent of {start} can't be right; give a day from {EARLIEST} on."
        )
        raise InvalidInput(message)
    if end is not None and (not given or end < (start or today)):
        message = (
            f"De laatste dag ({end}) past niet: die hoort bij een gegeven toestemming, niet voor de eerste dag. "
            f"/ The last day ({end}) does not fit: it belongs to a given consent and is not before the first day."
        )
        raise InvalidInput(message)


def _records(rows: Sequence[StoredEvent]) -> list[ConsentRecord]:
    today = utc_today()
    parsed = [
        ConsentEvent(
            purpose=Purpose(row.purpose),
            given=row.given,
            start=date.fromisoformat(row.start),
            recorded_at=row.recorded_at or "",
            id=row.id,
            end=date.fromisoformat(row.end) if row.end else None,
            scope=Scope(row.scope) if row.scope else None,
            themes=tuple(row.themes or ()),
        )
        for row in rows
    ]
    holding = {event.id for purpose in Purpose if (event := in_force(parsed, purpose, today)) is not None}
    return [
        ConsentRecord(
            id=event.id,
            purpose=event.purpose,
            given=event.given,
            scope=event.scope,
            themes=event.themes,
            start=event.start,
            end=event.end,
            recorded_at=event.recorded_at,
            recorded_by=row.recorded_by or None,
            source=row.source,
            note=row.note,
            in_force=event.id in holding,
        )
        for event, row in zip(parsed, rows, strict=True)
    ]
