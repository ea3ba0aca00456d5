"""``GET /v1/paths``: through whom do I reach them, and who near us can do this."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from pydantic import StringConstraints

from api.dependencies import Called
from api.v1.parameters import AsOf
from api.v1.responses import reading
from api.v1.schemas_nearest import NearestOut
from api.v1.schemas_path import PathOut, PathsOut, path_out
from graph.errors import InvalidInput
from queries.nearest import MOST_TARGETS, nearest_people
from queries.paths import MOST_ROUTES, MOST_STARTS, trusted_path

router = APIRouter(prefix="/v1", tags=["paths"])

Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


@router.get(
    "/paths",
    summary="Trusted paths to a person, or to the nearest people who can do something",
    description=(
        "Up to `routes` routes, best first, each with at most `max_introductions` people who agreed to introduce. "
        "No two routes share a connector: the next one is what to do when a connector says no. "
        "Give `from` several times for routes from any of several people; the answer then names them in `starts`, "
        "and `from` is where the best route begins. Give `talent` or `cares_about` instead of `to` for the `k` "
        "nearest people who offer a talent or care about a theme, out of those who may be proposed: the answer is "
        "then a `NearestOut`."
    ),
    response_description="The routes, or why there is none",
    responses=reading(404),
)
def read_paths(
    call: Called,
    start: Annotated[
        list[Text],
        Query(
            alias="from",
            description="Id, key or unambiguous name of a person to start from; may be repeated",
            examples=[["p12"]],
            min_length=1,
            max_length=MOST_STARTS,
        ),
    ],
    to: Annotated[
        Text | None,
        Query(description="Id, key or unambiguous name of the person to reach", examples=["p12"]),
    ] = None,
    talent: Annotated[
        Text | None,
        Query(
            description="Id, key or label of a talent, instead of `to`: anyone who offers it",
            examples=["voorzitten"],
        ),
    ] = None,
    cares_about: Annotated[
        Text | None,
        Query(
            description="Id, key or label of a theme, instead of `to`: anyone who cares about it",
            examples=["mobiliteit"],
        ),
    ] = None,
    k: Annotated[
        int,
        Query(
            description="How many people, with `talent` or `cares_about`", ge=1, le=MOST_TARGETS, examples=[5]
        ),
    ] = 5,
    theme: Annotated[
        str | None,
        Query(
            description="Id, key or label of a theme; who agreed for some themes only takes part when it is one",
            examples=["mobiliteit"],
            min_length=1,
            max_length=1000,
        ),
    ] = None,
    routes: Annotated[
        int, Query(description="How many routes at most", ge=1, le=MOST_ROUTES, examples=[3])
    ] = 3,
    max_introductions: Annotated[
        int, Query(description="How many people in between at most", ge=0, le=3, examples=[3])
    ] = 3,
    as_of: AsOf = None,
) -> PathsOut | PathOut | NearestOut:
    """Answer a path."""
    if to is None and talent is None and cares_about is None:
        raise RequestValidationError([{"type": "missing", "loc": ("query", "to")}])
    if to is not None and (talent is not None or cares_about is not None):
        message = (
            "Geef één doel: to, of talent, of cares_about. / Give one target: to, or talent, or cares_about."
        )
        raise InvalidInput(message)
    call.spare()
    if to is None:
        nearest = nearest_people(
            call.store,
            call.snapshots,
            call.viewer,
            start,
            talent=talent,
            cares_about=cares_about,
            k=k,
            theme=theme,
            routes=routes,
            max_introductions=max_introductions,
            as_of=as_of,
        )
        call.tag(nearest.revision)
        return NearestOut.of(nearest)
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
    return path_out(answer)
