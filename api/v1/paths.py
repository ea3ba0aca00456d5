"""``GET /v1/paths``: through whom do I reach them."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Called
from api.v1.parameters import AsOf
from api.v1.responses import reading
from api.v1.schemas_path import PathOut
from queries.paths import MOST_ROUTES, trusted_path

router = APIRouter(prefix="/v1", tags=["paths"])

Person = Annotated[
    str,
    Query(
        description="Id, key or unambiguous name of a person", examples=["p12"], min_length=1, max_length=1000
    ),
]


@router.get(
    "/paths",
    summary="Trusted paths from one person to another",
    description=(
        "Up to `routes` routes, best first, each with at most `max_introductions` people who agreed to introduce. "
        "No two routes share a connector: the next one is what to do when a connector says no."
    ),
    response_description="The routes, or why there is none",
    responses=reading(404),
)
def read_paths(
    call: Called,
    start: Annotated[Person, Query(alias="from")],
    to: Person,
    theme: Annotated[
        str | None,
        Query(
            description="Id, key or label of a theme; who agreed for some themes only takes part when it is one",
            examples=["mobiliteit"],
            min_length=1,
            max_length=1000,
        ),
    ] = None,
    routes: Annotated[int, Query(description="How many routes at most", ge=1, le=MOST_ROUTES)] = 3,
    max_introductions: Annotated[
        int, Query(description="How many people in between at most", ge=0, le=3)
    ] = 3,
    as_of: AsOf = None,
) -> PathOut:
    """Answer a path."""
    call.spare()
    answer = trusted_path(
        call.store,
        call.snapshots,
        call.viewer,
        start,
        to,
        theme=theme,
        routes=routes,
        max_introductions=max_introductions,
        as_of=as_of,
    )
    call.tag(answer.revision)
    return PathOut.of(answer)
