"""``/v1/requests``: what people ask support for, and where that stands."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from api import meant
from api.conditions import Expected
from api.dependencies import Call, Called
from api.v1.filled import request_changes, request_edit
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_requests import RequestIn, RequestPatch, RequestRecord, RequestsPage, StatusIn
from graph.model import RequestStatus
from queries import edits, records, removals
from queries.versions import mark

router = APIRouter(prefix="/v1", tags=["requests"])


@router.get(
    "/requests",
    summary="Requests, a page at a time",
    description="In the order of their ids; with `status` only those that stand there.",
    response_description="A page of requests",
    responses=reading(),
)
def read_requests(
    call: Called,
    status: Annotated[
        RequestStatus | None, Query(description="Only requests that stand here", examples=["open"])
    ] = None,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> RequestsPage:
    """List requests."""
    call.tag()
    page = records.requests(call.store, call.viewer, status=status, cursor=cursor, limit=limit)
    network = call.snapshots.fresh(call.city).network
    return RequestsPage(items=[RequestRecord.of(item, network) for item in page.items], next=page.next)


@router.post(
    "/requests",
    status_code=201,
    summary="Add a request",
    description="Adds a request; it starts open. `GET /v1/requests/{id}/matches` says who fits.",
    response_description="The request as kept",
    responses=problems(404, 409),
)
def add_request(call: Called, given: RequestIn) -> RequestRecord:
    """Add a request."""
    identity = edits.create(call.store, call.viewer, "Request", request_edit(call, given))
    call.header("Location", f"/v1/requests/{identity}")
    return _record(call, identity)


@router.post(
    "/requests/{id:path}/status",
    summary="Give a request its next status",
    description=(
        "open, asked, met, done, closed; to one of `next_statuses`, or back to where it stood just before. With "
        "`If-Match`, or the `version` that was seen, nothing is written over somebody else's change."
    ),
    response_description="The request as kept",
    responses=problems(404, 409, 412),
)
def change_status(
    call: Called,
    id: Reference,  # noqa: A002 - the name in the address
    given: StatusIn,
    expected: Expected,
) -> RequestRecord:
    """Change the status of a request."""
    identity = meant.request(call, id)
    records.change_status(
        call.store, call.viewer, identity, given.status, seen=given.version, expected=expected
    )
    return _record(call, identity)


@router.post(
    "/requests/{id:path}/restore",
    summary="Put back a request that was taken away",
    description=(
        "The same request under the same id, with who asked it and who was set aside for it, for an hour after it "
        "was taken away. Of one that spoke of somebody who was erased since, nothing is kept."
    ),
    response_description="The request as kept",
    responses=problems(404, 409),
)
def restore_request(
    call: Called,
    id: Annotated[  # noqa: A002
        str,
        Path(
            description="Id of the request that was taken away",
            examples=["request:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
            min_length=1,
            max_length=100,
        ),
    ],
) -> RequestRecord:
    """Put a request back."""
    removals.restore_request(call.store, call.viewer, id)
    return _record(call, id)


@router.get(
    "/requests/{id:path}",
    summary="One request",
    description="With what it is about, and every status it had.",
    response_description="The request as kept",
    responses=reading(404),
)
def read_request(call: Called, id: Reference) -> RequestRecord:  # noqa: A002
    """Show a request."""
    return _record(call, meant.request(call, id))


@router.patch(
    "/requests/{id:path}",
    summary="Change a request",
    description=(
        "What the body leaves out stays; null clears; a list replaces the whole list. Its status changes by "
        "`POST /v1/requests/{id}/status`. With `If-Match`, or the `version` that was seen, nothing is written over "
        "somebody else's change."
    ),
    response_description="The request as kept",
    responses=problems(404, 409, 412),
)
def change_request(
    call: Called,
    id: Reference,  # noqa: A002
    given: RequestPatch,
    expected: Expected,
) -> RequestRecord:
    """Change a request."""
    identity, edit = meant.request(call, id), request_changes(call, given)
    edits.change(call.store, call.viewer, "Request", identity, edit, seen=given.version, expected=expected)
    return _record(call, identity)


@router.delete(
    "/requests/{id:path}",
    status_code=204,
    summary="Take a request away",
    description=(
        "With every status it had. One that was answered is better closed. For an hour "
        "`POST /v1/requests/{id}/restore` puts it back."
    ),
    response_description="Taken away",
    responses=problems(404, 409, 412),
)
def remove_request(call: Called, id: Reference, expected: Expected) -> None:  # noqa: A002
    """Take a request away."""
    removals.remove(call.store, call.viewer, "Request", meant.request(call, id), expected=expected)


def _record(call: Call, identity: str) -> RequestRecord:
    stored = records.request(call.store, call.viewer, identity)
    shown = RequestRecord.of(stored, call.snapshots.fresh(call.city).network)
    call.tag_thing(mark(stored), shown)
    return shown
