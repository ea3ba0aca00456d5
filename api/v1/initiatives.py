"""``/v1/initiatives``: what people did together, as it is kept."""

from fastapi import APIRouter

from api import meant
from api.dependencies import Call, Called
from api.v1.filled import initiative_edit
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_things import InitiativeIn, InitiativeRecord, InitiativesPage
from queries import edits, records

router = APIRouter(prefix="/v1", tags=["initiatives"])


@router.get(
    "/initiatives",
    summary="Initiatives, a page at a time",
    description="In the order of their ids.",
    response_description="A page of initiatives",
    responses=reading(),
)
def read_initiatives(call: Called, cursor: Cursor = "", limit: Limit = 50) -> InitiativesPage:
    """List initiatives."""
    call.tag()
    page = records.initiatives(call.store, call.viewer, cursor=cursor, limit=limit)
    network = call.snapshots.fresh(call.city).network
    return InitiativesPage(items=[InitiativeRecord.of(item, network) for item in page.items], next=page.next)


@router.post(
    "/initiatives",
    status_code=201,
    summary="Add an initiative",
    description="Adds something people did together, with its themes, places and organisers.",
    response_description="The initiative as kept",
    responses=problems(404, 409),
)
def add_initiative(call: Called, given: InitiativeIn) -> InitiativeRecord:
    """Add an initiative."""
    identity = edits.create(call.store, call.viewer, "Initiative", initiative_edit(call, given))
    call.header("Location", f"/v1/initiatives/{identity}")
    return _record(call, identity)


@router.get(
    "/initiatives/{id:path}",
    summary="One initiative",
    description="With its themes, places and organisers.",
    response_description="The initiative as kept",
    responses=reading(404),
)
def read_initiative(call: Called, id: Reference) -> InitiativeRecord:  # noqa: A002 - the name in the address
    """Show an initiative."""
    call.tag()
    return _record(call, meant.initiative(call, id))


def _record(call: Call, identity: str) -> InitiativeRecord:
    stored = records.initiative(call.store, call.viewer, identity)
    return InitiativeRecord.of(stored, call.snapshots.fresh(call.city).network)
