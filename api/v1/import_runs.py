"""``/v1/import-runs``: imports that go on by themselves, how far they are and what they did."""

from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse

from api.dependencies import Call, Called
from api.importing import UnderWay
from api.v1.responses import problems
from api.v1.schemas_import_runs import ImportRunOut, ImportRunsOut
from queries.runs import State

router = APIRouter(prefix="/v1", tags=["imports"])

COME_BACK_SECONDS = 1
RunId = Annotated[
    str,
    Path(
        description="Id of the run, and of the import where it writes",
        examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
        min_length=1,
        max_length=100,
    ),
]


@router.get(
    "/import-runs",
    summary="One's own imports that are at work, or were lately",
    description=(
        "Latest first, until a quarter of an hour after they ended; without what they did, which stands under the id "
        "of each. A server that was started again knows none: whether one landed, `GET /v1/imports/{id}` tells."
    ),
    response_description="The runs",
    responses=problems(),
)
def read_import_runs(call: Called) -> ImportRunsOut:
    """List one's own imports at work."""
    return ImportRunsOut(items=[ImportRunOut.short(run) for run in call.importing.own(call.viewer)])


@router.get(
    "/import-runs/{id}",
    summary="How far an import is, and what it did",
    description="For whoever began it, until a quarter of an hour after it ended.",
    response_description="The run",
    responses=problems(404),
)
def read_import_run(call: Called, id: RunId) -> ImportRunOut:  # noqa: A002 - the name in the address
    """Show an import at work."""
    seen = call.importing.look(call.viewer, id)
    if seen.run.state is State.RUNNING:
        call.header("Retry-After", str(COME_BACK_SECONDS))
    return ImportRunOut.of(seen)


@router.delete(
    "/import-runs/{id}",
    status_code=204,
    summary="Stop an import, or forget one that ended",
    description="What was not written whole by then is not written at all. What was written stays: take that back.",
    response_description="Stopped",
    responses=problems(404),
)
def stop_import_run(call: Called, id: RunId) -> None:  # noqa: A002
    """Stop an import."""
    call.importing.stop(call.viewer, id)


def at_work(call: Call, seen: UnderWay) -> JSONResponse:
    """Tell where to come back for an import."""
    headers = {
        **call.headers,
        "Location": f"/v1/import-runs/{seen.id}",
        "Retry-After": str(COME_BACK_SECONDS),
    }
    return JSONResponse(ImportRunOut.of(seen).model_dump(mode="json"), status_code=202, headers=headers)
