"""``/v1/duplicates``: people who may stand in the network twice, and what was decided about them."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import meant
from api.dependencies import Called
from api.v1.paging import page_after
from api.v1.parameters import Cursor, Limit, Reference
from api.v1.responses import problems, reading
from api.v1.schemas_duplicates import DecisionIn, DecisionOut, DecisionsOut, PairsOut
from graph.access import Question
from ingest.proposals import proposals
from queries import decisions

router = APIRouter(prefix="/v1", tags=["duplicates"])


@router.get(
    "/duplicates",
    summary="People who may be one, a page at a time",
    description=(
        "Pairs about which nobody decided, likeliest first, with what they share and what they say differently. "
        "Contact details are compared, and shown only where the consent `contact` is in force."
    ),
    response_description="A page of pairs",
    responses=reading(),
)
def read_duplicates(
    call: Called,
    cursor: Cursor = "",
    limit: Annotated[
        int,
        Query(
            description="How many pairs a page holds; with 0 they are only counted",
            ge=0,
            le=200,
            examples=[50],
        ),
    ] = 50,
    batch: Annotated[
        str,
        Query(
            description="Only pairs of which this import made or changed one",
            max_length=100,
            examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
        ),
    ] = "",
) -> PairsOut:
    """List likely duplicates."""
    call.viewer.require(Question.DUPLICATES)
    call.tag()
    return PairsOut.of(proposals(call.store, call.viewer, cursor=cursor, limit=limit, batch=batch))


@router.get(
    "/duplicates/decisions",
    summary="Decisions about duplicates, latest first",
    description="What was decided, by whom and when, also what was taken back.",
    response_description="The decisions",
    responses=reading(),
)
def read_decisions(call: Called, cursor: Cursor = "", limit: Limit = 50) -> DecisionsOut:
    """List decisions."""
    call.viewer.require(Question.DUPLICATES)
    call.tag()
    found = decisions.decisions(call.store, call.viewer)
    page, following = page_after(found, lambda decision: decision.id, cursor, limit)
    return DecisionsOut.of(page, following)


@router.post(
    "/duplicates/decisions",
    status_code=201,
    summary="Decide that two people are one, or two",
    description=(
        "`same` merges them in one transaction: everything of the other goes to who is kept, consents hold for no "
        "more than both agreed to, and the other's key means who is kept at every later import. `different` is "
        "remembered: the pair is not shown again. Refused (409) where somebody decided about them before."
    ),
    response_description="The decision as kept",
    responses=problems(404, 409),
)
def record_decision(call: Called, given: DecisionIn) -> DecisionOut:
    """Record a decision."""
    call.viewer.require(Question.DUPLICATES)
    found = decisions.decide(
        call.store,
        call.viewer,
        meant.person(call, given.one),
        meant.person(call, given.other),
        given.decision,
        keep=meant.person(call, given.keep) if given.keep is not None else None,
        recorded_by=call.recorded_by,
    )
    call.header("Location", "/v1/duplicates/decisions")
    return DecisionOut.of(found)


@router.delete(
    "/duplicates/decisions/{id}",
    summary="Take a decision back",
    description=(
        "Of a merge, everything is as it was before. Refused (409) where something it touched changed since; the "
        "problem names what."
    ),
    response_description="The decision as kept",
    responses=problems(404, 409),
)
def undo_decision(call: Called, id: Reference) -> DecisionOut:  # noqa: A002 - the name in the address
    """Take a decision back."""
    return DecisionOut.of(decisions.take_back(call.store, call.viewer, id, recorded_by=call.recorded_by))
