"""Imports at work, in answers."""

from pydantic import Field

from api.codes import code_of
from api.errors import KINDS
from api.importing import UnderWay
from api.v1.schemas import Answer
from api.v1.schemas_imports import ImportOut
from ingest.bringing import Phase
from queries.runs import State


class ImportProblemOut(Answer):
    """Why an import came to nothing, as the problem of a request would tell it."""

    code: str = Field(description="The kind of problem, for a program", examples=["invalid_input"])
    status: int = Field(description="The status a request would get", examples=[422])
    title: str = Field(description="The kind in words, Dutch / English", examples=["… / …"])
    detail: str = Field(description="What is wrong and what to do, Dutch / English", examples=["… / …"])


class ImportRunOut(Answer):
    """An import that goes on by itself."""

    id: str = Field(
        description="Id; where it writes, also that of the import",
        examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
    )
    dry_run: bool = Field(description="Whether it only looks")
    files: list[str] = Field(description="Names of the files", examples=[["personen.csv"]])
    began_at: str = Field(description="When it began (UTC)")
    state: State = Field(description="running, done, failed or stopped", examples=["running"])
    phase: Phase = Field(description="What it does, or did last", examples=["checking"])
    rows_done: int = Field(description="Rows of that phase that are done", examples=[4500])
    rows: int = Field(description="Rows of that phase; 0 where nobody knows", examples=[12000])
    report: ImportOut | None = Field(description="What it did, once it is done")
    problem: ImportProblemOut | None = Field(description="Why it failed, where it did")

    @classmethod
    def of(cls, seen: UnderWay) -> "ImportRunOut":
        """Return a run with what it did."""
        found = cls.short(seen)
        brought = seen.brought
        if brought is None or brought.report is None:
            return found
        report = ImportOut.of(brought.report, brought.checked, brought.duplicates)
        return found.model_copy(update={"report": report})

    @classmethod
    def short(cls, seen: UnderWay) -> "ImportRunOut":
        """Return a run without what it did."""
        error = seen.run.error
        problem = None
        if error is not None:
            kind = KINDS[code_of(error)]
            problem = ImportProblemOut(
                code=kind.code, status=kind.status, title=f"{kind.nl} / {kind.en}", detail=str(error)
            )
        return cls(
            id=seen.id,
            dry_run=seen.wanted.dry_run,
            files=list(seen.files),
            began_at=seen.began_at,
            state=seen.run.state,
            phase=seen.phase,
            rows_done=seen.done,
            rows=seen.total,
            report=None,
            problem=problem,
        )


class ImportRunsOut(Answer):
    """One's own imports at work, or lately, latest first."""

    items: list[ImportRunOut] = Field(description="Latest first")
