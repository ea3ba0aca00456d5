"""Which people do a request together: for a stored request and for one that is only typed."""

from fastapi import APIRouter

from api.dependencies import Called
from api.v1.parameters import AsOf, From, Reference, Size
from api.v1.responses import problems, reading
from api.v1.schemas_team import TeamIn, TeamOut
from queries.team import team

router = APIRouter(prefix="/v1", tags=["matches"])


@router.get(
    "/requests/{id:path}/team",
    summary="Which people do a stored request together",
    description="A team that covers what is asked, with ties inside that are strong enough and spread over "
    "organisations and neighbourhoods; what each adds, what stays uncovered, and how sure it is that none is better.",
    response_description="The team",
    responses=reading(404),
)
def read_team(
    call: Called,
    id: Reference,  # noqa: A002 - the name in the address
    size: Size = None,
    start: From = None,
    as_of: AsOf = None,
) -> TeamOut:
    """Put together a team for a stored request."""
    call.spare()
    answer = team(call.store, call.snapshots, call.viewer, request=id, size=size, start=start, as_of=as_of)
    call.tag(answer.revision)
    return TeamOut.of(answer)


@router.post(
    "/teams",
    summary="Which people do a request that isn't stored together",
    description="The same for a request in words, themes, talents, neighbourhoods or languages. Nothing is kept.",
    response_description="The team",
    responses=problems(404),
)
def ask_team(call: Called, asked: TeamIn) -> TeamOut:
    """Put together a team for a request that is only typed."""
    answer = team(
        call.store,
        call.snapshots,
        call.viewer,
        wanted=asked.wanted(),
        size=asked.size,
        start=asked.start,
        as_of=asked.as_of,
    )
    return TeamOut.of(answer)
