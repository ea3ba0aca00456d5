"""``GET /v1/areas``: what the city looks like."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import Called
from api.v1.responses import reading
from api.v1.schemas_areas import AreasOut
from queries.areas import areas

router = APIRouter(prefix="/v1", tags=["map"])


@router.get(
    "/areas",
    summary="The neighbourhoods or districts of the city to draw",
    description=(
        "Where each lies, and its outline where one was imported: all outlines together have a few thousand corners "
        "at most, and borders that two share stay one line. Researchers get districts. Nobody is in it."
    ),
    response_description="Every area of one level",
    responses=reading(),
)
def read_areas(
    call: Called,
    by: Annotated[
        str,
        Query(description="neighbourhood or district", max_length=100, examples=["district"]),
    ] = "neighbourhood",
) -> AreasOut:
    """Answer with the areas of the city."""
    call.tag()
    return AreasOut.of(areas(call.store, call.snapshots, call.viewer, by=by))
