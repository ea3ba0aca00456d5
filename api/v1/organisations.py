"""``/v1/organisations``: organisations as they are kept."""

from fastapi import APIRouter

from api import meant
from api.dependencies import Call, Called
from api.v1.filled import organisation_edit
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_things import OrganisationIn, OrganisationRecord, OrganisationsPage
from queries import edits, records

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
    call.tag()
    return _record(call, meant.organisation(call, id))


def _record(call: Call, identity: str) -> OrganisationRecord:
    stored = records.organisation(call.store, call.viewer, identity)
    return OrganisationRecord.of(stored, call.snapshots.fresh(call.city).network)
