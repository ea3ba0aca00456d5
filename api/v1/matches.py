"""Who fits a request, and why: for a stored request and for one that is only typed."""

from fastapi import APIRouter

from api.dependencies import Called
from api.v1.parameters import AsOf, From, Many, PersonReference, Reference, Spread, WithSetAside
from api.v1.responses import problems, reading
from api.v1.schemas_explain import ExplainIn, ExplainOut
from api.v1.schemas_match import MatchIn, MatchOut
from queries.explaining import explain
from queries.matching import match

router = APIRouter(prefix="/v1", tags=["matches"])


@router.get(
    "/requests/{id:path}/matches",
    summary="Who fits a stored request, and why",
    description="People and organisations, best first, each with the parts of its score and reasons to read aloud.",
    response_description="Who fits, best first",
    responses=reading(404),
)
def read_matches(
    call: Called,
    id: Reference,  # noqa: A002 - the name in the address
    k: Many = 10,
    start: From = None,
    as_of: AsOf = None,
    spread: Spread = True,
    with_set_aside: WithSetAside = False,
) -> MatchOut:
    """Match a stored request."""
    call.spare()
    answer = match(
        call.store,
        call.snapshots,
        call.viewer,
        request=id,
        k=k,
        start=start,
        spread=spread,
        as_of=as_of,
        with_set_aside=with_set_aside,
    )
    call.tag(answer.revision)
    return MatchOut.of(answer)


@router.post(
    "/matches",
    summary="Who fits a request that isn't stored, and why",
    description="The same for a request in words, themes, talents, neighbourhoods or languages. Nothing is kept.",
    response_description="Who fits, best first",
    responses=problems(404),
)
def ask_matches(call: Called, asked: MatchIn) -> MatchOut:
    """Match a request that is only typed."""
    answer = match(
        call.store,
        call.snapshots,
        call.viewer,
        wanted=asked.wanted(),
        k=asked.k,
        start=asked.start,
        spread=asked.spread,
        as_of=asked.as_of,
    )
    return MatchOut.of(answer)


@router.get(
    "/requests/{id:path}/matches/{person:path}",
    summary="Where one person stands for a stored request, and why not higher",
    description="Rank and score beside the one whose place it would take, what each part makes of the difference, "
    "and what is not known of them. A coordinator is told which hard limit somebody does not pass.",
    response_description="Where they stand",
    responses=reading(404),
)
def explain_match(
    call: Called,
    id: Reference,  # noqa: A002 - the name in the address
    person: PersonReference,
    k: Many = 10,
    start: From = None,
    as_of: AsOf = None,
    spread: Spread = True,
) -> ExplainOut:
    """Explain where one person stands for a stored request."""
    call.spare()
    answer = explain(
        call.store,
        call.snapshots,
        call.viewer,
        person,
        request=id,
        k=k,
        start=start,
        spread=spread,
        as_of=as_of,
    )
    call.tag(answer.revision)
    return ExplainOut.of(answer)


@router.post(
    "/matches/explanations",
    summary="Where one person stands for a request that isn't stored, and why not higher",
    description="The same for a request in words, themes, talents, neighbourhoods or languages. Nothing is kept. For "
    "a partner, whoever they may not be proposed is answered like somebody unknown.",
    response_description="Where they stand",
    responses=problems(404),
)
def ask_explanation(call: Called, asked: ExplainIn) -> ExplainOut:
    """Explain where one person stands for a request that is only typed."""
    answer = explain(
        call.store,
        call.snapshots,
        call.viewer,
        asked.person,
        wanted=asked.wanted(),
        k=asked.k,
        start=asked.start,
        spread=asked.spread,
        as_of=asked.as_of,
    )
    return ExplainOut.of(answer)
