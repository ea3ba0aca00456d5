"""Analyses in answers: the same document over HTTP and, with ``--json``, in the terminal."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from api.v1.schemas_connecting import BrokersOut, SuggestionsOut
from api.v1.schemas_coverage import CoverageOut, TrendsOut
from api.v1.schemas_groups import BridgingOut, CommunitiesOut, SummaryOut
from queries.analysis_answers import (
    Answer,
    BridgingAnswer,
    BrokersAnswer,
    CommunitiesAnswer,
    CoverageAnswer,
    SuggestionsAnswer,
    SummaryAnswer,
    TrendsAnswer,
)

AnalysisOut = Annotated[
    SummaryOut | CommunitiesOut | BrokersOut | BridgingOut | CoverageOut | SuggestionsOut | TrendsOut,
    Field(discriminator="question"),
]

_MODELS: Mapping[type[Any], Any] = {
    SummaryAnswer: SummaryOut,
    CommunitiesAnswer: CommunitiesOut,
    BrokersAnswer: BrokersOut,
    BridgingAnswer: BridgingOut,
    CoverageAnswer: CoverageOut,
    SuggestionsAnswer: SuggestionsOut,
    TrendsAnswer: TrendsOut,
}


def analysis_out(answer: Answer) -> AnalysisOut:
    """Return an answer as it is shown."""
    found: AnalysisOut = _MODELS[type(answer)].of(answer)
    return found


def analysis_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON, the same over HTTP and in the terminal."""
    return analysis_out(answer).model_dump(mode="json")
