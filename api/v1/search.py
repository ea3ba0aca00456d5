"""``GET /v1/search``: who and what is there."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Called
from api.v1.responses import reading
from api.v1.schemas_search import SearchOut
from queries.search import KINDS, LONGEST, MOST_HITS, search

router = APIRouter(prefix="/v1", tags=["search"])


@router.get(
    "/search",
    summary="Search people, organisations, themes, talents, initiatives, neighbourhoods and requests",
    description=(
        "Words or beginnings of words, in any order. Accents and case don't matter, small typing errors and Dutch "
        "endings neither. Only what the viewer may see is searched."
    ),
    response_description="What was found, best first",
    responses=reading(),
)
def read_search(
    call: Called,
    q: Annotated[
        str, Query(description="What is searched for", examples=["an pee"], min_length=1, max_length=LONGEST)
    ],
    kinds: Annotated[
        list[str] | None,
        Query(
            description=f"Only these kinds, separated by commas or repeated: {', '.join(KINDS)}",
            examples=[["person,organisation"]],
        ),
    ] = None,
    limit: Annotated[
        int, Query(description="How many results at most", ge=1, le=MOST_HITS, examples=[10])
    ] = 10,
) -> SearchOut:
    """Answer a search."""
    call.spare()
    wanted = [kind.strip() for given in kinds or () for kind in given.split(",") if kind.strip()]
    answer = search(call.store, call.snapshots, call.viewer, q, kinds=wanted, limit=limit)
    call.tag(answer.revision)
    return SearchOut.of(answer)
