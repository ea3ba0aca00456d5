"""``GET /v1/map``: what the network looks like."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.compressed import Compressed
from api.dependencies import Called
from api.v1.parameters import AsOf
from api.v1.responses import reading
from api.v1.schemas_map import MapOut
from queries.drawn import Drawing
from queries.maps import drawing_told

router = APIRouter(prefix="/v1", tags=["map"])

Measured = Annotated[
    bool,
    Query(
        description=(
            "Whether the betweenness of people is told too, where people are; it takes seconds in a large network, "
            "the first time after a change"
        ),
        examples=[False],
    ),
]


@router.get(
    "/map",
    summary="The network to draw, with a place for everything",
    description=(
        "For the coordinator people, organisations, ties and memberships; for researchers the people who agree to "
        "research, under pseudonyms that hold for this answer only, and their ties. Partners and the public get an "
        "aggregated map: themes, neighbourhoods, public organisations and communities, with counts of five and more; "
        "partners also the people who agreed to be public, without their ties; both as of today only. "
        "In columns: the first of each column "
        "is about the first node or edge. `words` holds what nodes point to."
    ),
    response_description="Nodes and edges in columns",
    responses=reading(),
    response_model=MapOut,
)
def read_map(call: Called, request: Request, as_of: AsOf = None, measured: Measured = False) -> Response:
    """Answer with a map."""
    call.spare()
    revision, content = drawing_told(call.snapshots, call.viewer, _told, as_of=as_of, measured=measured)
    call.tag(revision)
    return content.answer(request.headers, call.headers)


def _told(drawing: Drawing) -> tuple[int | None, Compressed]:
    """Return a map as it is sent, with the revision it may be told to be of: megabytes, so they are written once."""
    return drawing.sheet.revision, Compressed.of(MapOut.of(drawing).model_dump_json(by_alias=True).encode())
