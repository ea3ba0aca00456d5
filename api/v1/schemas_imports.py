"""What an import did, would do, or could not do."""

from typing import Any

from pydantic import Field

from api.codes import refusal_json
from api.v1.schemas import Answer, WordsOut
from ingest.duplicates import LikelyDuplicate
from ingest.load import ImportReport
from ingest.refusals import Checked
from queries.imports import Batch, Undone


class CountOut(Answer):
    """Rows of one table."""

    new: int = Field(description="Rows that were not there", examples=[12])
    changed: int = Field(description="Rows that say something else than what was there", examples=[1])
    unchanged: int = Field(description="Rows that were there already", examples=[300])


class RefusalOut(Answer):
    """A cell, row or header that can't go in."""

    file: str = Field(description="Name of the file", examples=["personen.csv"])
    sheet: str | None = Field(description="Name of the sheet, of a workbook", examples=["personen"])
    row: int = Field(description="Row as a spreadsheet shows it", examples=[14])
    column: str | None = Field(description="Header of the column; null for a whole row", examples=["wijk"])
    value: str | None = Field(description="What stood there", examples=["Borgerhoud"])
    expected: WordsOut = Field(description="What was expected")
    nearest: str | None = Field(description="The nearest valid value", examples=["Borgerhout"])


class DuplicateOut(Answer):
    """Two people who may be one, for a person to decide; nothing is merged."""

    one: str = Field(description="Key of one", examples=["p12"])
    other: str = Field(description="Key of the other", examples=["p90"])
    score: float = Field(description="Orders the pairs, 0 to 1; no chance", examples=[0.87])
    reasons: list[WordsOut] = Field(description="What they have in common")

    @classmethod
    def of(cls, pair: LikelyDuplicate) -> "DuplicateOut":
        """Return a pair as shown."""
        reasons = [WordsOut.of(reason) for reason in pair.reasons]
        return cls(one=pair.one, other=pair.other, score=pair.score, reasons=reasons)


class ImportOut(Answer):
    """What an import did, or with `dry_run` would do."""

    batch: str | None = Field(
        description="Id by which it can be taken back; null where nothing was written",
        examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"],
    )
    dry_run: bool = Field(description="Whether it only says what would happen")
    files: list[str] = Field(description="Names of the files", examples=[["personen.csv"]])
    sha256: str = Field(description="Of their content")
    counts: dict[str, CountOut] = Field(description="Rows by table")
    refused: int = Field(description="Rows and cells left out, of which the first 1,000 are in `refusals`")
    refusals: list[RefusalOut] = Field(description="What was left out, and why")
    notices: list[WordsOut] = Field(description="What is worth knowing")
    duplicates: list[DuplicateOut] = Field(
        description="People in these tables who may be one, likeliest first"
    )

    @classmethod
    def of(
        cls, report: ImportReport, checked: Checked, duplicates: tuple[LikelyDuplicate, ...]
    ) -> "ImportOut":
        """Return what an import did."""
        return cls(
            batch=report.batch,
            dry_run=report.dry_run,
            files=list(checked.files),
            sha256=checked.sha256,
            counts={
                name: CountOut(new=count.new, changed=count.changed, unchanged=count.unchanged)
                for name, count in report.counts.items()
            },
            refused=checked.refused,
            refusals=[RefusalOut.model_validate(refusal_json(refusal)) for refusal in checked.refusals],
            notices=[WordsOut.of(notice) for notice in (*checked.notices, *report.notices)],
            duplicates=[DuplicateOut.of(pair) for pair in duplicates],
        )


def import_json(
    report: ImportReport, checked: Checked, duplicates: tuple[LikelyDuplicate, ...] = ()
) -> dict[str, Any]:
    """Return what an import did as JSON, the same over HTTP and on the command line."""
    return ImportOut.of(report, checked, duplicates).model_dump(mode="json")


class BatchOut(Answer):
    """One import as it was written down."""

    id: str = Field(description="Id", examples=["batch:01JD8Z0V6H3K4M5N6P7Q8R9S0T"])
    files: list[str] = Field(description="Names of the files", examples=[["personen.csv"]])
    sha256: str = Field(description="Of their content")
    status: str = Field(description="done or undone", examples=["done"])
    counts: dict[str, CountOut] = Field(description="Rows by table")
    created_at: str = Field(description="When (UTC)")
    recorded_by: str = Field(description="By whom")

    @classmethod
    def of(cls, batch: Batch) -> "BatchOut":
        """Return an import as shown."""
        return cls(
            id=batch.id,
            files=list(batch.files),
            sha256=batch.sha256,
            status=batch.status,
            counts={name: CountOut.model_validate(count) for name, count in batch.tables.items()},
            created_at=batch.created_at,
            recorded_by=batch.recorded_by,
        )


class BatchesOut(Answer):
    """Imports, latest first."""

    items: list[BatchOut] = Field(description="Latest first")
    next: str | None = Field(default=None, description="`cursor` of the next page; null on the last one")


class UndoneOut(Answer):
    """What taking an import back did."""

    batch: str = Field(description="Id of the import")
    removed: int = Field(description="Things and ties that went")
    restored: int = Field(description="Things that are as they were before")

    @classmethod
    def of(cls, undone: Undone) -> "UndoneOut":
        """Return what taking an import back did."""
        return cls(batch=undone.batch, removed=undone.removed, restored=undone.restored)
