"""``/v1/initiatives``: what people did together, as it is kept."""

from fastapi import APIRouter

from api import meant
from api.conditions import Expected
from api.dependencies import Call, Called
from api.v1.filled import initiative_changes, initiative_edit
from api.v1.parameters import Cursor, Limit, Reference, WithTies
from api.v1.responses import problems, reading
from api.v1.schemas_things import InitiativeIn, InitiativePatch, InitiativeRecord, InitiativesPage
from queries import edits, records, removals
from queries.versions import mark

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
    return _record(call, meant.initiative(call, id))


@router.patch(
    "/initiatives/{id:path}",
    summary="Change an initiative",
    description=(
        "What the body leaves out stays; null clears; a list replaces the whole list. With `If-Match`, or "
        "`updated_at` as it was seen, nothing is written over somebody else's change."
    ),
    response_description="The initiative as kept",
    responses=problems(404, 409, 412),
)
def change_initiative(
    call: Called,
    id: Reference,  # noqa: A002
    given: InitiativePatch,
    expected: Expected,
) -> InitiativeRecord:
    """Change an initiative."""
    identity, edit = meant.initiative(call, id), initiative_changes(call, given)
    edits.change(
        call.store, call.viewer, "Initiative", identity, edit, seen=given.updated_at, expected=expected
    )
    return _record(call, identity)


@router.delete(
    "/initiatives/{id:path}",
    status_code=204,
    summary="Take an initiative away",
    description="That people took part in it goes along only with `with_ties`: ties between them rest on it.",
    response_description="Taken away",
    responses=problems(404, 409, 412),
)
def remove_initiative(
    call: Called,
    id: Reference,  # noqa: A002
    expected: Expected,
    with_ties: WithTies = False,
) -> None:
    """Take an initiative away."""
    identity = meant.initiative(call, id)
    removals.remove(call.store, call.viewer, "Initiative", identity, with_ties=with_ties, expected=expected)


def _record(call: Call, identity: str) -> InitiativeRecord:
    stored = records.initiative(call.store, call.viewer, identity)
    shown = InitiativeRecord.of(stored, call.snapshots.fresh(call.city).network)
    call.tag_thing(mark(stored), shown)
    return shown
