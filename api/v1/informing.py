"""``/v1/to-inform`` and ``/v1/people/{id}/informed``: who must still hear that they are kept (GDPR, article 14)."""

from fastapi import APIRouter

from api import meant
from api.dependencies import Called
from api.v1.paging import page_of
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_informing import InformedIn, ToInformOut, ToInformPage
from queries import informing

router = APIRouter(prefix="/v1", tags=["people"])


@router.get(
    "/to-inform",
    summary="Who must still be told that they are kept",
    description=(
        "People whom a table or somebody else named, who were not told yet, and of whom no consent was ever "
        "recorded. Longest kept first; a month after they were recorded it is late (GDPR, article 14)."
    ),
    response_description="A page of people",
    responses=reading(),
)
def read_to_inform(call: Called, cursor: Cursor = "", limit: Limit = 50) -> ToInformPage:
    """List whom to tell."""
    call.tag()
    found = informing.to_inform(call.store, call.viewer)
    items, following = page_of(((each.place, ToInformOut.of(each)) for each in found), cursor, limit)
    return ToInformPage(
        note=informing.WHEN,
        total=len(found),
        overdue=sum(each.overdue for each in found),
        items=items,
        next=following,
    )


@router.put(
    "/people/{id:path}/informed",
    status_code=204,
    summary="Note that a person was told that they are kept",
    description="They are on the list no more.",
    response_description="Noted",
    responses=problems(404, 409),
)
def note_informed(call: Called, id: Reference, given: InformedIn) -> None:  # noqa: A002
    """Note that somebody was told."""
    informing.informed(call.store, call.viewer, [meant.person(call, id)], given.how, given.on)


@router.delete(
    "/people/{id:path}/informed",
    status_code=204,
    summary="Take back that a person was told",
    description="They are on the list again, where no consent of theirs was recorded.",
    response_description="Taken back",
    responses=problems(404, 409),
)
def uninform(call: Called, id: Reference) -> None:  # noqa: A002
    """Take back that somebody was told."""
    informing.not_informed(call.store, call.viewer, [meant.person(call, id)])
