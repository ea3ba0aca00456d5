"""``/v1/measurements``: analyses that were kept, to hold the network of today against that of later."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from api.dependencies import Called
from api.v1.parameters import Cursor, Limit
from api.v1.responses import problems
from api.v1.runs import at_work, working
from api.v1.schemas_measurements import MeasureIn, MeasurementOut, MeasurementsPage
from queries import measurements
from queries.analyses import Analysis, Asked
from queries.measurements import Measurement

router = APIRouter(prefix="/v1", tags=["analysis"])

MeasurementId = Annotated[
    str,
    Path(
        description="Id of the measurement",
        examples=["measurement:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
        min_length=1,
        max_length=100,
    ),
]


@router.get(
    "/measurements",
    summary="Analyses that were kept",
    description=(
        "Latest first: figures, and nothing of any one person. The coordinator sees all of them, researchers those "
        "over who agreed to research."
    ),
    response_description="A page of measurements",
    responses=problems(),
)
def read_measurements(
    call: Called,
    question: Annotated[
        Analysis | None, Query(description="Only of this analysis", examples=["bridging"])
    ] = None,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> MeasurementsPage:
    """List measurements."""
    found = measurements.measurements(
        call.store, call.viewer, question=question, before=cursor or None, limit=limit + 1
    )
    page = found[:limit]
    return MeasurementsPage.of(page, page[-1].id if len(found) > limit else None)


@router.post(
    "/measurements",
    status_code=201,
    summary="Answer an analysis and keep its figures",
    description=(
        "The same analysis of the same data on the same day is kept once. What takes longer than a question waits "
        "for becomes a run (202), which goes on by itself."
    ),
    response_model=MeasurementOut,
    response_description="What is kept",
    responses={**problems(404, 409, 429), **working()},
)
def make_measurement(call: Called, given: MeasureIn) -> MeasurementOut | JSONResponse:
    """Keep an analysis."""
    asked = Asked(given.question, **given.parameters.model_dump())
    seen = call.analysing.measure(call.viewer, asked)
    return MeasurementOut.of(seen.found) if isinstance(seen.found, Measurement) else at_work(call, seen)


@router.delete(
    "/measurements/{id}",
    status_code=204,
    summary="Take a measurement away",
    description=(
        "Of the figures that are one's own to make. For an hour `POST /v1/measurements/{id}/restore` puts it back."
    ),
    response_description="Taken away",
    responses=problems(404),
)
def remove_measurement(
    call: Called,
    id: MeasurementId,  # noqa: A002 - the name in the address
) -> None:
    """Take a measurement away."""
    measurements.remove(call.store, call.viewer, id)


@router.post(
    "/measurements/{id}/restore",
    summary="Put back a measurement that was taken away",
    description=(
        "The same figures under the same id, for an hour after they were taken away. Where the same was kept again "
        "meanwhile, that one stays."
    ),
    response_description="What is kept",
    responses=problems(404),
)
def restore_measurement(
    call: Called,
    id: MeasurementId,  # noqa: A002
) -> MeasurementOut:
    """Put a measurement back."""
    return MeasurementOut.of(measurements.restore(call.store, call.viewer, id))
