"""People, organisations, initiatives and requests one by one: reading, a request's next status, erasing a person."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from graph.access import Question, Viewer
from graph.consent import in_force
from graph.errors import Conflict, InvalidInput, UnknownThing
from graph.ids import new_id
from graph.model import Purpose, RequestStatus
from graph.store import Store, Transaction
from queries import audit
from queries.audit import Action
from queries.changes import REQUESTS as REQUESTS_TABLE
from queries.changes import SIZES
from queries.consents import LOCK_PERSON
from queries.decisions import forget_decisions
from queries.imports import Written, utc_now
from queries.query import Query
from queries.snapshot_rows import consent_event
from queries.snapshots import utc_today
from queries.versions import Seen

Item = TypeVar("Item")
MOST_ITEMS = 200
NEXT: Mapping[RequestStatus, tuple[RequestStatus, ...]] = {
    RequestStatus.OPEN: (RequestStatus.ASKED, RequestStatus.MET, RequestStatus.CLOSED),
    RequestStatus.ASKED: (RequestStatus.MET, RequestStatus.OPEN, RequestStatus.CLOSED),
    RequestStatus.MET: (RequestStatus.DONE, RequestStatus.ASKED, RequestStatus.CLOSED),
    RequestStatus.DONE: (RequestStatus.OPEN,),
    RequestStatus.CLOSED: (RequestStatus.OPEN,),
}
"""Where a request can go from where it stands, the most usual first."""


@dataclass(frozen=True, slots=True)
class PersonStored:
    """A person as one text gives them; pairs are an id and a level or experience."""

    properties: dict[str, Any]
    neighbourhoods: list[str]
    themes: list[list[Any]]
    talents: list[list[Any]]
    organisations: list[str]
    contact: list[list[Any]]


@dataclass(frozen=True, slots=True)
class OrganisationStored:
    """An organisation as one text gives it."""

    properties: dict[str, Any]
    neighbourhoods: list[str]
    themes: list[list[Any]]
    talents: list[list[Any]]


@dataclass(frozen=True, slots=True)
class InitiativeStored:
    """An initiative as one text gives it."""

    properties: dict[str, Any]
    neighbourhoods: list[str]
    themes: list[str]
    organisations: list[str]


@dataclass(frozen=True, slots=True)
class RequestStored:
    """A request as one text gives it."""

    properties: dict[str, Any]
    asker: str | None
    themes: list[str]
    talents: list[str]
    neighbourhoods: list[str]


@dataclass(frozen=True, slots=True)
class StatusLocked:
    """A request under the lock of a write."""

    version: int | None
    status: str | None
    status_dates: list[str] | None


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some things in the order of their ids; `next` is where the following page begins, if there is one."""

    items: Sequence[Item]
    next: str | None


PEOPLE_PAGE = Query("people_page", PersonStored)
PERSON = Query("person", PersonStored)
ORGANISATIONS_PAGE = Query("organisations_page", OrganisationStored)
ORGANISATION = Query("organisation", OrganisationStored)
INITIATIVES_PAGE = Query("initiatives_page", InitiativeStored)
INITIATIVE = Query("initiative", InitiativeStored)
REQUESTS_PAGE = Query("requests_page", RequestStored)
REQUEST = Query("request", RequestStored)
LOCK_REQUEST = Query("lock_request", StatusLocked, writes=True)
CHANGE_REQUEST_STATUS = Query("change_request_status", Written, writes=True)
ERASE_CHANGES = Query("erase_changes", Written, writes=True)
ERASURE = (
    Query("count_erased", Written, writes=True),
    Query("count_erased_participations", Written, writes=True),
    Query("erase_consents", Written, writes=True),
    Query("own_end_links", Written, writes=True),
    ERASE_CHANGES,
    Query("erase_removals", Written, writes=True),
    Query("erase_person", Written, writes=True),
)


def people(store: Store, viewer: Viewer, *, cursor: str | None = None, limit: int = 50) -> Page[PersonStored]:
    """Return a page of people; e-mail and phone only where the `contact` consent is in force.

    Whose contact details are on it stands in the log before they go out.
    """
    viewer.require(Question.RECORDS)
    rows = PEOPLE_PAGE.read(store, city=viewer.city, after=cursor or "", limit=_limit(limit) + 1)
    page = _page([without_contact(row) for row in rows], limit)
    _note_contact(store, viewer, page.items)
    return page


def person(store: Store, viewer: Viewer, identity: str) -> PersonStored:
    """Return one person; e-mail and phone only where the `contact` consent is in force, and with a line in the log.

    Raises
    ------
    UnknownThing, NotAllowed
    """
    viewer.require(Question.RECORDS)
    found = without_contact(
        _only(PERSON.read(store, city=viewer.city, id=identity), "persoon", "person", identity)
    )
    _note_contact(store, viewer, [found])
    return found


def require_person(store: Store, viewer: Viewer, identity: str) -> None:
    """Raise :class:`~graph.errors.UnknownThing` where there is no such person."""
    viewer.require(Question.RECORDS)
    _only(PERSON.read(store, city=viewer.city, id=identity), "persoon", "person", identity)


def organisations(
    store: Store, viewer: Viewer, *, cursor: str | None = None, limit: int = 50
) -> Page[OrganisationStored]:
    """Return a page of organisations."""
    viewer.require(Question.RECORDS)
    rows = ORGANISATIONS_PAGE.read(store, city=viewer.city, after=cursor or "", limit=_limit(limit) + 1)
    return _page(rows, limit)


def organisation(store: Store, viewer: Viewer, identity: str) -> OrganisationStored:
    """Return one organisation."""
    viewer.require(Question.RECORDS)
    rows = ORGANISATION.read(store, city=viewer.city, id=identity)
    return _only(rows, "organisatie", "organisation", identity)


def initiatives(
    store: Store, viewer: Viewer, *, cursor: str | None = None, limit: int = 50
) -> Page[InitiativeStored]:
    """Return a page of initiatives."""
    viewer.require(Question.RECORDS)
    rows = INITIATIVES_PAGE.read(store, city=viewer.city, after=cursor or "", limit=_limit(limit) + 1)
    return _page(rows, limit)


def initiative(store: Store, viewer: Viewer, identity: str) -> InitiativeStored:
    """Return one initiative."""
    viewer.require(Question.RECORDS)
    return _only(INITIATIVE.read(store, city=viewer.city, id=identity), "initiatief", "initiative", identity)


def requests(
    store: Store,
    viewer: Viewer,
    *,
    status: RequestStatus | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[RequestStored]:
    """Return a page of requests, with one status where it is given."""
    viewer.require(Question.RECORDS)
    wanted = str(status) if status else None
    rows = REQUESTS_PAGE.read(
        store, city=viewer.city, after=cursor or "", limit=_limit(limit) + 1, status=wanted
    )
    return _page(rows, limit)


def request(store: Store, viewer: Viewer, identity: str) -> RequestStored:
    """Return one request."""
    viewer.require(Question.RECORDS)
    return _only(REQUEST.read(store, city=viewer.city, id=identity), "vraag", "request", identity)


def _undoes(steps: Sequence[str], now_at: RequestStatus, status: RequestStatus) -> bool:
    """Tell whether going to `status` takes the last step back: also the last one of all can be a slip."""
    return len(steps) > 1 and now_at in NEXT[status] and steps[-2].partition("/")[0] == status


def change_status(
    store: Store,
    viewer: Viewer,
    identity: str,
    status: RequestStatus,
    *,
    seen: int | None = None,
    expected: Seen | None = None,
) -> RequestStored:
    """Give a request its next status and note the day.

    Parameters
    ----------
    seen
        The version the change was made on; a newer one in the store is a conflict.
    expected
        What was seen of it as a whole.

    Raises
    ------
    UnknownThing, Conflict, Outdated
    InvalidInput
        The request can't go there from where it stands, and did not just come from there.
    """
    viewer.require(Question.WRITE)

    def work(transaction: Transaction) -> None:
        found = LOCK_REQUEST.run(transaction, id=identity, city=viewer.city, token=secrets.token_hex(8))
        held = _only(found, "vraag", "request", identity)
        if expected is not None:
            for row in REQUEST.run(transaction, id=identity, city=viewer.city):
                expected.require(row)
        version = held.version or 1
        if seen is not None and seen != version:
            message = (
                f"Iemand anders wijzigde deze vraag intussen (versie {version}, u zag {seen}); bekijk haar opnieuw. "
                f"/ Somebody else changed this request (version {version}, you saw {seen}); look at it again."
            )
            raise Conflict(message)
        now_at = RequestStatus(held.status or RequestStatus.OPEN)
        if status == now_at:
            transaction.unchanged()
            return
        if status not in NEXT[now_at] and not _undoes(held.status_dates or (), now_at, status):
            allowed = ", ".join(sorted(NEXT[now_at]))
            message = (
                f"Een vraag die '{now_at}' is, kan niet '{status}' worden; wel: {allowed}. "
                f"/ A request that is '{now_at}' can't become '{status}'; it can become: {allowed}."
            )
            raise InvalidInput(message)
        transaction.touches(REQUESTS_TABLE)
        CHANGE_REQUEST_STATUS.run(
            transaction,
            id=identity,
            status=str(status),
            status_dates=[*(held.status_dates or ()), f"{status}/{utc_today().isoformat()}"],
            version=version + 1,
            now=utc_now(),
            edit=new_id("edit"),
        )
        said = {"fields": "status", "status": str(status)}
        audit.note(transaction, viewer, Action.CHANGED, identity, details=said)

    store.write(viewer.city, work)
    return request(store, viewer, identity)


def erase_person(store: Store, viewer: Viewer, identity: str, *, expected: Seen | None = None) -> str | None:
    """Erase a person: their record, ties, consents, links, earlier versions, decisions about duplicates of them.

    Sizes of what they were part of stay, and so does a line in the log that somebody was erased.  Returns the mail
    address they had: letters to it may be kept, in an outbox, where no write to the store reaches.

    Parameters
    ----------
    expected
        What was seen of them as a whole.

    Raises
    ------
    UnknownThing, Outdated, NotAllowed
    """
    viewer.require(Question.WRITE)

    def work(transaction: Transaction) -> str | None:
        locked = LOCK_PERSON.run(transaction, id=identity, city=viewer.city, token=secrets.token_hex(8))
        _only(locked, "persoon", "person", identity)
        row = _only(PERSON.run(transaction, city=viewer.city, id=identity), "persoon", "person", identity)
        if expected is not None:
            expected.require(without_contact(row))
        transaction.touches(identity, REQUESTS_TABLE, SIZES)
        for member in forget_decisions(transaction, viewer.city, identity):
            audit.forget(transaction, viewer.city, member)
        for query in ERASURE:
            query.run(transaction, id=identity, city=viewer.city)
        # That somebody was erased, not who.
        audit.note(transaction, viewer, Action.ERASED)
        return row.properties.get("email")

    return store.write(viewer.city, work)


def without_contact(row: PersonStored) -> PersonStored:
    """Return a person with e-mail and phone only where the `contact` consent is in force."""
    events = [consent_event(event) for event in row.contact]
    if in_force(events, Purpose.CONTACT, utc_today()) is not None:
        return row
    hidden = {name: value for name, value in row.properties.items() if name not in {"email", "phone"}}
    return PersonStored(hidden, row.neighbourhoods, row.themes, row.talents, row.organisations, [])


def _note_contact(store: Store, viewer: Viewer, rows: Sequence[PersonStored]) -> None:
    seen = [str(row.properties["id"]) for row in rows if {"email", "phone"} & row.properties.keys()]
    if seen:
        audit.record(store, viewer, Action.CONTACT_SEEN, *seen)


def _limit(limit: int) -> int:
    if not 1 <= limit <= MOST_ITEMS:
        message = (
            f"Een bladzijde telt {limit} items; verwacht 1 tot {MOST_ITEMS}. "
            f"/ A page has {limit} items; expected 1 to {MOST_ITEMS}."
        )
        raise InvalidInput(message)
    return limit


def _page(rows: "Sequence[Any]", limit: int) -> "Page[Any]":
    more = len(rows) > limit
    shown = rows[:limit]
    return Page(shown, str(shown[-1].properties["id"]) if more else None)


def _only(rows: "Sequence[Item]", kind_nl: str, kind_en: str, identity: str) -> Item:
    if not rows:
        message = f"Er is geen {kind_nl} '{identity}'. / There is no {kind_en} '{identity}'."
        raise UnknownThing(message)
    return rows[0]


def as_day(text: str | None) -> date | None:
    """Return an ISO day of a record as a date."""
    return date.fromisoformat(text) if text else None
