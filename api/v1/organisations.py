"""``/v1/organisations``: organisations as they are kept."""

from fastapi import APIRouter

from api import meant
from api.conditions import Expected
from api.dependencies import Call, Called
from api.v1.filled import organisation_changes, organisation_edit
from api.v1.parameters import Cursor, Limit, Reference, WithTies
from api.v1.responses import problems, reading
from api.v1.schemas_things import OrganisationIn, OrganisationPatch, OrganisationRecord, OrganisationsPage
from queries import edits, records, removals
from queries.versions import mark

router = APIRouter(prefix="/v1", tags=["organisations"])


@router.get(
    "/organisations",
    summary="Organisations, a page at a time",
    description="In the order of their ids.",
    response_description="A page of organisations",
    responses=reading(),
)
def read_organisations(call: Called, cursor: Cursor = "", limit: Limit = 50) -> OrganisationsPage:
    """List organisations."""
    call.tag()
    page = records.organisations(call.store, call.viewer, cursor=cursor, limit=limit)
    network = call.snapshots.fresh(call.city).network
    return OrganisationsPage(
        items=[OrganisationRecord.of(item, network) for item in page.items], next=page.next
    )


@router.post(
    "/organisations",
    status_code=201,
    summary="Add an organisation",
    description="Adds an organisation with what it cares about, offers and where it is active.",
    response_description="The organisation as kept",
    responses=problems(404, 409),
)
def add_organisation(call: Called, given: OrganisationIn) -> OrganisationRecord:
    """Add an organisation."""
    identity = edits.create(call.store, call.viewer, "Organisation", organisation_edit(call, given))
    call.header("Location", f"/v1/organisations/{identity}")
    return _record(call, identity)


@router.get(
    "/organisations/{id:path}",
    summary="One organisation",
    description="With what it cares about, offers and where it is active.",
    response_description="The organisation as kept",
    responses=reading(404),
)
def read_organisation(call: Called, id: Reference) -> OrganisationRecord:  # noqa: A002 - the name in the address
    """Show an organisation."""
    return _record(call, meant.organisation(call, id))


@router.patch(
    "/organisations/{id:path}",
    summary="Change an organisation",
    description=(
        "What the body leaves out stays; null clears; a list replaces the whole list. With `If-Match`, or "
        "`updated_at` as it was seen, nothing is written over somebody else's change."
    ),
    response_description="The organisation as kept",
    responses=problems(404, 409, 412),
)
def change_organisation(
    call: Called,
    id: Reference,  # noqa: A002
    given: OrganisationPatch,
    expected: Expected,
) -> OrganisationRecord:
    """Change an organisation."""
    identity, edit = meant.organisation(call, id), organisation_changes(call, given)
    edits.change(
        call.store, call.viewer, "Organisation", identity, edit, seen=given.updated_at, expected=expected
    )
    return _record(call, identity)


@router.delete(
    "/organisations/{id:path}",
    status_code=204,
    summary="Take an organisation away",
    description="Memberships, initiatives and requests that hang on it go along only with `with_ties`.",
    response_description="Taken away",
    responses=problems(404, 409, 412),
)
def remove_organisation(
    call: Called,
    id: Reference,  # noqa: A002
    expected: Expected,
    with_ties: WithTies = False,
) -> None:
    """Take an organisation away."""
    identity = meant.organisation(call, id)
    removals.remove(call.store, call.viewer, "Organisation", identity, with_ties=with_ties, expected=expected)


def _record(call: Call, identity: str) -> OrganisationRecord:
    stored = records.organisation(call.store, call.viewer, identity)
    shown = OrganisationRecord.of(stored, call.snapshots.fresh(call.city).network)
    call.tag_thing(mark(stored), shown)
    return shown
