"""``/v1/audit``: who did what, and when."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from api.dependencies import Called
from api.v1.fields import Day
from api.v1.parameters import Limit
from api.v1.responses import problems
from api.v1.schemas_audit import AuditPage, EventOut, VerifiedOut
from queries import audit
from queries.audit import Action, Head

router = APIRouter(prefix="/v1", tags=["log"])


@router.get(
    "/audit",
    summary="The log, a page at a time",
    description=(
        "For admins, latest first. Who did something, and to whom, is told for as long as `PLOEG_AUDIT_DAYS` says; "
        "an erasure says that somebody was erased, never who."
    ),
    response_description="A page of the log",
    responses=problems(),
)
def read_audit(
    call: Called,
    action: Annotated[
        Action | None, Query(description="Only what was done", examples=["contact_seen"])
    ] = None,
    actor: Annotated[
        str | None,
        Query(
            description="Only by an account (its id) or a local role",
            examples=["account:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
            max_length=100,
        ),
    ] = None,
    since: Annotated[Day | None, Query(description="First day (UTC, ISO)", examples=["2026-11-01"])] = None,
    until: Annotated[Day | None, Query(description="Last day (UTC, ISO)", examples=["2026-11-23"])] = None,
    cursor: Annotated[
        str,
        Query(
            description="What `next` of the page before said; empty for the first page",
            pattern=r"^\d{0,12}$",
            examples=["11"],
        ),
    ] = "",
    limit: Limit = 50,
) -> AuditPage:
    """Show the log."""
    page = audit.events(
        call.store,
        call.viewer,
        action=action,
        actor=actor,
        since=since.isoformat() if since else None,
        until=f"{until.isoformat()}T24" if until else None,
        before=int(cursor) if cursor else None,
        limit=limit,
        kept_days=call.audit_days,
        now=datetime.now(UTC),
    )
    return AuditPage.of(page)


@router.get(
    "/audit/verification",
    summary="Whether the log is whole",
    description=(
        "For admins: looks through the chain of hashes from its first event on. With the number and hash of a head "
        "that was noted elsewhere, also whether the log still passes through that."
    ),
    response_description="What was found",
    responses=problems(),
)
def verify_audit(
    call: Called,
    number: Annotated[
        int | None,
        Query(description="Number of a head that was noted elsewhere", ge=1, le=10**12, examples=[12]),
    ] = None,
    hash: Annotated[  # noqa: A002 - the name in the address
        str | None, Query(description="Its hash", pattern=r"^[0-9a-f]{64}$", examples=["9f86d081…"])
    ] = None,
) -> VerifiedOut:
    """Verify the log."""
    noted = Head(number, hash) if number is not None and hash is not None else None
    return VerifiedOut.of(audit.verify(call.store, call.viewer, noted=noted))


@router.get(
    "/audit/export",
    summary="The log as a file",
    description="For admins: every event on a line of JSON, in order. That it was taken along is written down.",
    response_class=StreamingResponse,
    response_description="The log",
    responses={200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}}, **problems()},
)
def export_audit(call: Called) -> StreamingResponse:
    """Give the log as a file."""
    found = audit.every(call.store, call.viewer, kept_days=call.audit_days, now=datetime.now(UTC))

    def lines() -> Iterator[str]:
        for event in found:
            yield json.dumps(EventOut.of(event).model_dump(mode="json"), ensure_ascii=False) + "\n"

    headers = {**call.headers, "Content-Disposition": 'attachment; filename="ploeg-log.jsonl"'}
    return StreamingResponse(lines(), media_type="application/x-ndjson", headers=headers)
