"""``/v1/people``: people as they are kept, one by one, and their consents."""

from fastapi import APIRouter

from api import meant
from api.conditions import Expected
from api.dependencies import Call, Called
from api.own import Mailing
from api.v1.filled import person_edit
from api.v1.paging import page_after
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_consents import ConsentIn, ConsentOut, ConsentsOut
from api.v1.schemas_people import PeoplePage, PersonIn, PersonPatch, PersonRecord, person_record
from api.v1.schemas_wishes import WishesOut, WishesPatch
from queries import consents, edits, records, wishes
from queries.versions import mark

router = APIRouter(prefix="/v1", tags=["people"])


@router.get(
    "/people",
    summary="People, a page at a time",
    description="In the order of their ids. E-mail and phone only where the consent `contact` is in force.",
    response_description="A page of people",
    responses=reading(),
)
def read_people(call: Called, cursor: Cursor = "", limit: Limit = 50) -> PeoplePage:
    """List people."""
    call.tag()
    page = records.people(call.store, call.viewer, cursor=cursor, limit=limit)
    network = call.snapshots.fresh(call.city).network
    return PeoplePage(items=[person_record(item, network) for item in page.items], next=page.next)


@router.post(
    "/people",
    status_code=201,
    summary="Add a person",
    description=(
        "Adds somebody without any consent: record what they agree to with `POST /v1/people/{id}/consents`. "
        "Until then no answer names them for a request or as a connector."
    ),
    response_description="The person as kept",
    responses=problems(404, 409),
)
def add_person(call: Called, given: PersonIn) -> PersonRecord:
    """Add a person."""
    identity = edits.create(call.store, call.viewer, "Person", person_edit(call, given))
    call.header("Location", f"/v1/people/{identity}")
    return _record(call, identity)


@router.get(
    "/people/{id:path}/consents",
    summary="What a person agreed to",
    description="Every event, first one first, and which of them hold today.",
    response_description="The events",
    responses=reading(404),
)
def read_consents(
    call: Called,
    id: Reference,  # noqa: A002 - the name in the address
    cursor: Cursor = "",
    limit: Limit = 200,
) -> ConsentsOut:
    """List a person's consents."""
    call.tag()
    person = meant.person(call, id)
    records.require_person(call.store, call.viewer, person)
    found = consents.events(call.store, call.viewer, person)
    page, following = page_after(found, lambda event: event.id, cursor, limit)
    return ConsentsOut(items=[ConsentOut.of(event) for event in page], next=following)


@router.post(
    "/people/{id:path}/consents",
    status_code=201,
    summary="Record that a person gave or withdrew a consent",
    description=(
        "It holds for the very next answer. A consent that is given needs its `source`; a `note` says what was said "
        "in the conversation."
    ),
    response_description="The event as kept",
    responses=problems(404, 409),
)
def record_consent(call: Called, id: Reference, given: ConsentIn) -> ConsentOut:  # noqa: A002
    """Record a consent."""
    person = meant.person(call, id)
    consents.require_source(given.given, given.source)
    themes = meant.themes(call.snapshots.fresh(call.city).network, given.themes) if given.themes else []
    event = consents.record(
        call.store,
        call.viewer,
        person,
        purpose=given.purpose,
        given=given.given,
        scope=given.scope,
        themes=themes,
        start=given.start,
        end=given.end,
        source=given.source,
        recorded_by=call.recorded_by,
        note=given.note,
    )
    return ConsentOut.of(event)


@router.get(
    "/people/{id:path}/wishes",
    summary="What a person wants of those who ask",
    description=(
        "A pause, how many open asks they want at most, the themes they want to be asked about, and the people about "
        "whom they do not want to be asked."
    ),
    response_description="The wishes",
    responses=reading(404),
)
def read_wishes(call: Called, id: Reference) -> WishesOut:  # noqa: A002
    """Show a person's wishes."""
    return _wishes(call, wishes.read(call.store, call.viewer, meant.person(call, id)))


@router.patch(
    "/people/{id:path}/wishes",
    summary="Change what a person wants of those who ask",
    description="What the body leaves out stays. It holds for the very next answer.",
    response_description="The wishes as kept",
    responses=problems(404, 409, 412),
)
def change_wishes(
    call: Called,
    id: Reference,  # noqa: A002
    given: WishesPatch,
    expected: Expected,
) -> WishesOut:
    """Change a person's wishes."""
    person, named = meant.person(call, id), given.model_fields_set
    network = call.snapshots.fresh(call.city).network
    found = wishes.change(
        call.store,
        call.viewer,
        person,
        paused_until=given.paused_until if "paused_until" in named else wishes.KEEP,
        ask_limit=given.ask_limit if "ask_limit" in named else wishes.KEEP,
        ask_themes=meant.themes(network, given.ask_themes) if "ask_themes" in named else wishes.KEEP,
        not_about=[meant.person(call, each) for each in given.not_about]
        if "not_about" in named
        else wishes.KEEP,
        seen=given.updated_at,
        expected=expected,
    )
    return _wishes(call, found)


@router.get(
    "/people/{id:path}",
    summary="One person",
    description="E-mail and phone only where the consent `contact` is in force.",
    response_description="The person as kept",
    responses=reading(404),
)
def read_person(call: Called, id: Reference) -> PersonRecord:  # noqa: A002
    """Show a person."""
    return _record(call, meant.person(call, id))


@router.patch(
    "/people/{id:path}",
    summary="Change a person",
    description=(
        "What the body leaves out stays; null clears; a list replaces the whole list. With `If-Match`, or "
        "`updated_at` as it was seen, nothing is written over somebody else's change. Ties, memberships "
        "and participations have addresses of their own below this one."
    ),
    response_description="The person as kept",
    responses=problems(404, 409, 412),
)
def change_person(
    call: Called,
    id: Reference,  # noqa: A002
    given: PersonPatch,
    expected: Expected,
) -> PersonRecord:
    """Change a person."""
    identity, edit = meant.person(call, id), person_edit(call, given)
    edits.change_person(call.store, call.viewer, identity, edit, seen=given.updated_at, expected=expected)
    return _record(call, identity)


@router.delete(
    "/people/{id:path}",
    status_code=204,
    summary="Erase a person",
    description=(
        "Removes their record, ties, consents and earlier versions, for good. The sizes of what they took part in "
        "stay, so that no other tie grows stronger by it."
    ),
    response_description="Erased",
    responses=problems(404, 409, 412),
)
def erase_person(
    call: Called,
    id: Reference,  # noqa: A002
    expected: Expected,
    residents: Mailing,
) -> None:
    """Erase a person."""
    email = records.erase_person(call.store, call.viewer, meant.person(call, id), expected=expected)
    residents.forget_letters(email)


def _record(call: Call, identity: str) -> PersonRecord:
    stored = records.person(call.store, call.viewer, identity)
    shown = person_record(stored, call.snapshots.fresh(call.city).network)
    call.tag_thing(mark(stored), shown)
    return shown


def _wishes(call: Call, found: wishes.Wishes) -> WishesOut:
    shown = WishesOut.of(found, call.snapshots.fresh(call.city).network)
    call.tag_thing(found.mark, shown)
    return shown
