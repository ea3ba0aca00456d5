"""``/v1/requests``: what people ask support for, and where that stands."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import meant
from api.dependencies import Call, Called
from api.v1.filled import request_edit
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_requests import RequestIn, RequestRecord, RequestsPage, StatusIn
from graph.model import RequestStatus
from queries import edits, records

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
        "open, asked, met, done, closed. With the `version` that was seen, nothing is written over somebody else's "
        "change."
    ),
    response_description="The request as kept",
    responses=problems(404, 409),
)
def change_status(call: Called, id: Reference, given: StatusIn) -> RequestRecord:  # noqa: A002 - the name in the address
    """Change the status of a request."""
    identity = meant.request(call, id)
    stored = records.change_status(call.store, call.viewer, identity, given.status, seen=given.version)
    return RequestRecord.of(stored, call.snapshots.fresh(call.city).network)


@router.get(
    "/requests/{id:path}",
    summary="One request",
    description="With what it is about, and every status it had.",
    response_description="The request as kept",
    responses=reading(404),
)
def read_request(call: Called, id: Reference) -> RequestRecord:  # noqa: A002
    """Show a request."""
    call.tag()
    return _record(call, meant.request(call, id))


def _record(call: Call, identity: str) -> RequestRecord:
    stored = records.request(call.store, call.viewer, identity)
    return RequestRecord.of(stored, call.snapshots.fresh(call.city).network)
