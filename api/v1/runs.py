"""``/v1/runs/{id}``: an analysis that takes longer than a question waits for."""

from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import JSONResponse

from api.analysing import Seen
from api.dependencies import Call, Called
from api.v1.responses import problems
from api.v1.schemas_runs import RunOut
from queries.runs import State

router = APIRouter(prefix="/v1", tags=["analysis"])

COME_BACK_SECONDS = 2
RunId = Annotated[
    str,
    Path(description="Id of the run", examples=["Zk3l0bY8pWq1sT7uVxN2aA"], min_length=1, max_length=100),
]


@router.get(
    "/runs/{id}",
    summary="How far an analysis is, and its answer when it is done",
    description=(
        "For whoever asked for it, in the role it was asked in, until a quarter of an hour after it is done. An "
        "answer is told as long as everybody in it still agrees; else the run begins anew."
    ),
    response_description="The run",
    responses=problems(404),
)
def read_run(call: Called, id: RunId) -> RunOut:  # noqa: A002
    """Show a run."""
    seen = call.analysing.look(call.viewer, id)
    if seen.run.state is State.RUNNING:
        call.header("Retry-After", str(COME_BACK_SECONDS))
    return RunOut.of(seen)


@router.delete(
    "/runs/{id}",
    status_code=204,
    summary="Stop an analysis, or forget what it found",
    description="For whoever asked for it. The public, who share their runs, can't.",
    response_description="Stopped",
    responses=problems(404),
)
def stop_run(call: Called, id: RunId) -> None:  # noqa: A002
    """Stop a run."""
    call.analysing.stop(call.viewer, id)


def at_work(call: Call, seen: Seen) -> JSONResponse:
    """Tell where to come back for what is not done yet."""
    headers = {
        **call.headers,
        "Location": f"/v1/runs/{seen.run.id}",
        "Retry-After": str(COME_BACK_SECONDS),
    }
    return JSONResponse(RunOut.of(seen).model_dump(mode="json"), status_code=202, headers=headers)


def working() -> dict[int | str, dict[str, Any]]:
    """Return the documentation of the answer that it is not done yet."""
    return {
        202: {
            "model": RunOut,
            "description": "Not done yet: the run that works on it, which `Location` names",
        }
    }
