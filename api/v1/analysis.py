"""``GET /v1/analysis/{question}``: whether it is becoming a learning network."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import JSONResponse

from api.dependencies import Called
from api.v1.parameters import AsOf
from api.v1.responses import reading
from api.v1.runs import at_work, working
from api.v1.schemas_analysis import AnalysisOut, analysis_out
from queries.analyses import Analysis, Answered, Asked

router = APIRouter(prefix="/v1", tags=["analysis"])


@router.get(
    "/analysis/{question}",
    summary="An analysis of the network",
    description=(
        "Sentences, figures and rows, over everybody for the coordinator and for others over who agrees to research. "
        "`brokers` and `suggestions` take `k`, `coverage` takes `by` and `theme`, `trends` takes `years`; "
        "all take `as_of`, which for partners and the public is today only. "
        "What an analysis does not take is refused. `brokers` and `suggestions` tell of "
        "single people: to the coordinator by name, to researchers under pseudonyms that hold for one account and "
        "one day (UTC). What takes longer than a question waits for becomes a run (202), which goes on by itself; "
        "who asks the same meanwhile gets the same run, and asking again afterwards costs nothing."
    ),
    response_model=AnalysisOut,
    response_description="The answer",
    responses={**reading(404, 409, 429), **working()},
)
def read_analysis(
    call: Called,
    question: Annotated[Analysis, Path(description="Which analysis", examples=["summary"])],
    as_of: AsOf = None,
    k: Annotated[
        int | None, Query(description="How many people or pairs are told", ge=1, le=200, examples=[10])
    ] = None,
    by: Annotated[
        str | None,
        Query(
            description="Of which size places are: neighbourhood or district",
            max_length=100,
            examples=["district"],
        ),
    ] = None,
    theme: Annotated[
        str | None,
        Query(
            description="Id, key or label of a theme, with the narrower ones",
            min_length=1,
            max_length=1000,
            examples=["mobiliteit"],
        ),
    ] = None,
    years: Annotated[int | None, Query(description="How many years back", ge=1, le=50, examples=[10])] = None,
) -> AnalysisOut | JSONResponse:
    """Answer an analysis."""
    asked = Asked(question, as_of=as_of, k=k, by=by, theme=theme, years=years)
    seen = call.analysing.ask(call.viewer, asked)
    if not isinstance(seen.found, Answered):
        return at_work(call, seen)
    # Measurements change an answer without a new revision, so its tag is made of what it says.
    call.tag_bytes()
    return analysis_out(seen.found.answer)
