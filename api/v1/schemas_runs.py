"""Long work in answers."""

from pydantic import Field

from api.analysing import Seen
from api.codes import code_of
from api.v1.schemas import Answer
from api.v1.schemas_analysis import AnalysisOut, analysis_out
from api.v1.schemas_measurements import MeasurementOut
from queries.analyses import Answered
from queries.measurements import Measurement
from queries.runs import State


class RunProblemOut(Answer):
    """Why a run came to nothing."""

    code: str = Field(description="The kind of problem, for a program", examples=["unknown_thing"])
    detail: str = Field(description="What is wrong and what to do, Dutch / English", examples=["… / …"])


class RunOut(Answer):
    """An analysis that takes longer than a question waits for."""

    id: str = Field(description="Id; the run is at /v1/runs/{id}", examples=["Zk3l0bY8pWq1sT7uVxN2aA"])
    question: str = Field(description="What was asked", examples=["brokers"])
    state: State = Field(description="running, done, failed or stopped", examples=["running"])
    share: float = Field(description="How much of it is done, 0 to 1", examples=[0.4])
    answer: AnalysisOut | None = Field(description="The answer of an analysis, once it is done")
    measurement: MeasurementOut | None = Field(
        description="What was kept, where that was asked, once it is done"
    )
    problem: RunProblemOut | None = Field(description="Why it failed, where it did")

    @classmethod
    def of(cls, seen: Seen) -> "RunOut":
        """Return a run."""
        run, found = seen.run, seen.found
        error = run.error
        return cls(
            id=run.id,
            question=run.question,
            state=run.state,
            share=run.share,
            answer=analysis_out(found.answer) if isinstance(found, Answered) else None,
            measurement=MeasurementOut.of(found) if isinstance(found, Measurement) else None,
            problem=None if error is None else RunProblemOut(code=code_of(error), detail=str(error)),
        )
