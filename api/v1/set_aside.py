"""``/v1/requests/{id}/set-aside``: who does not fit a request after all, and why."""

from fastapi import APIRouter

from api import meant
from api.dependencies import Called
from api.v1.paging import page_of
from api.v1.parameters import Cursor, Limit, PersonReference, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_set_aside import SetAsideIn, SetAsideOut, SetAsidePage
from queries import setting_aside

router = APIRouter(prefix="/v1", tags=["requests"])


@router.get(
    "/requests/{id:path}/set-aside",
    summary="Who does not fit a request after all",
    description="With why, since when and by whom; matches and teams for the request leave them out.",
    response_description="A page of them",
    responses=reading(404),
)
def read_set_aside(call: Called, id: Reference, cursor: Cursor = "", limit: Limit = 50) -> SetAsidePage:  # noqa: A002
    """List them."""
    call.tag()
    found = setting_aside.of(call.store, call.viewer, meant.request(call, id))
    items, following = page_of([(each.id, SetAsideOut.of(each)) for each in found], cursor, limit)
    return SetAsidePage(items=items, next=following)


@router.put(
    "/requests/{id:path}/set-aside/{person:path}",
    summary="Set a person aside for a request",
    description="With a reason, in place of one that was there; it holds for the very next answer.",
    response_description="As it is kept",
    responses=problems(404, 409),
)
def put_set_aside(
    call: Called,
    id: Reference,  # noqa: A002
    person: PersonReference,
    given: SetAsideIn,
) -> SetAsideOut:
    """Set somebody aside."""
    request, who = meant.request(call, id), meant.person(call, person)
    aside = setting_aside.set_aside(
        call.store, call.viewer, request, who, reason=given.reason, words=given.words
    )
    return SetAsideOut.of(aside)


@router.delete(
    "/requests/{id:path}/set-aside/{person:path}",
    status_code=204,
    summary="Put a person back who was set aside",
    description="They may be proposed for the request again.",
    response_description="Put back",
    responses=problems(404, 409),
)
def put_back(call: Called, id: Reference, person: PersonReference) -> None:  # noqa: A002
    """Put somebody back."""
    request, who = meant.request(call, id), meant.person(call, person)
    setting_aside.put_back(call.store, call.viewer, request, who)
