"""What an import did, would do, or could not do."""

from collections.abc import Collection, Mapping
from typing import Any

from pydantic import Field

from api.codes import refusal_json
from api.v1.schemas import Answer, WordsOut
from graph.model import PersonRow
from ingest.duplicates import LikelyDuplicate
from ingest.load import ImportReport
from ingest.mapping import How, ReadSheet
from ingest.preview import RowChange
from ingest.refusals import Checked, Replaced
from queries.imports import Batch, Undone

MOST_ROWS = 100
"""Rows that are named where a value was replaced."""


class CountOut(Answer):
    """Rows of one table."""

    new: int = Field(description="Rows that were not there", examples=[12])
    changed: int = Field(description="Rows that say something else than what was there", examples=[1])
    unchanged: int = Field(description="Rows that were there already", examples=[300])


class RowPlaceOut(Answer):
    """Where a row stands."""

    file: str = Field(description="Name of the file", examples=["personen.csv"])
    sheet: str | None = Field(description="Name of the sheet, of a workbook", examples=["personen"])
    row: int = Field(description="Row as a spreadsheet shows it", examples=[14])


class ReplacedOut(Answer):
    """A value that was read as the nearest one, because `mapping` said so; the file stays as it is."""

    table: str = Field(description="English name of the table", examples=["people"])
    column: str = Field(description="English name of the column", examples=["languages"])
    value: str = Field(description="What stood there", examples=["Nederlands, Arabisch"])
    to: str = Field(description="What it was read as", examples=["Nederlands; Arabisch"])
    rows: list[RowPlaceOut] = Field(description="Where, at most 100 rows")
    all_rows: int = Field(description="In how many rows", examples=[3])

    @classmethod
    def of(cls, replaced: Replaced) -> "ReplacedOut":
        """Return what was replaced as shown."""
        rows = [RowPlaceOut(file=at.file, sheet=at.sheet, row=at.row) for at in replaced.rows]
        return cls(
            table=replaced.table,
            column=replaced.column,
            value=replaced.value,
            to=replaced.to,
            rows=rows[:MOST_ROWS],
            all_rows=len(rows),
        )


class RefusalOut(Answer):
    """A cell, row or header that can't go in."""

    file: str = Field(description="Name of the file", examples=["personen.csv"])
    sheet: str | None = Field(description="Name of the sheet, of a workbook", examples=["personen"])
    row: int = Field(description="Row as a spreadsheet shows it", examples=[14])
    column: str | None = Field(description="Header of the column; null for a whole row", examples=["wijk"])
    value: str | None = Field(description="What stood there", examples=["Borgerhoud"])
    expected: WordsOut = Field(description="What was expected")
    nearest: str | None = Field(description="The nearest valid value", examples=["Borgerhout"])
    certain: bool = Field(
        description="Whether that hardly means anything else, so that `values` of `mapping` may take it over"
    )
    cause: "RowPlaceOut | None" = Field(
        description="The refused row that alone makes this one wrong: mend that, and this one goes in"
    )


class DuplicateOut(Answer):
    """Two people who may be one, for a person to decide; nothing is merged."""

    one: str = Field(description="Key of one", examples=["p12"])
    other: str = Field(description="Key of the other; the id of somebody who is `there`", examples=["p90"])
    there: bool = Field(
        description="Whether the other is in the network already, and not in these tables", examples=[False]
    )
    score: float = Field(description="Orders the pairs, 0 to 1; no chance", examples=[0.87])
    reasons: list[WordsOut] = Field(description="What they have in common")
    one_name: str = Field(description="Name of one", examples=["An Peeters"])
    other_name: str = Field(description="Name of the other", examples=["Anna Peeters"])
    refused: list[str] = Field(
        description="Keys of those whose own row is refused: compared as far as it could be read",
        examples=[["p90"]],
    )

    @classmethod
    def of(
        cls, pair: LikelyDuplicate, people: Mapping[str, PersonRow], refused: Collection[str] = ()
    ) -> "DuplicateOut":
        """Return a pair as shown."""
        reasons = [WordsOut.of(reason) for reason in pair.reasons]
        names = (people[pair.one].name, people[pair.other].name)
        return cls(
            one=pair.one,
            other=pair.other,
            there=pair.there,
            score=pair.score,
            reasons=reasons,
            one_name=names[0],
            other_name=names[1],
            refused=[key for key in (pair.one, pair.other) if key in refused],
        )


class ColumnOut(Answer):
    """A header, and the column it was taken for."""

    header: str = Field(description="The header as it stands in the file", examples=["Voor- en familienaam"])
    column: str | None = Field(
        description="English name of the column; null where it is left out", examples=["name"]
    )
    how: How | None = Field(
        description="By its name, chosen now, or remembered from before; null where nobody knows it"
    )
    like: str | None = Field(description="The column it looks like", examples=["name"])
    examples: list[str] = Field(description="The first things that stand below it", examples=[["An Peeters"]])


class SheetOut(Answer):
    """A sheet or file, and the table it was taken for."""

    place: str = Field(description="How `mapping` calls it", examples=["leden.xlsx/Blad1"])
    file: str = Field(description="Name of the file", examples=["leden.xlsx"])
    sheet: str | None = Field(description="Name of the sheet, of a workbook", examples=["Blad1"])
    table: str | None = Field(
        description="English name of the table; null where it is left out", examples=["people"]
    )
    how: How | None = Field(
        description="By its name, chosen now, or remembered from before; null where nobody knows it"
    )
    like: str | None = Field(description="The table it looks like", examples=["people"])
    rows: int = Field(description="Rows below the header", examples=[120])
    columns: list[ColumnOut] = Field(
        description="Its headers in their order; as of `like` where it is no table yet"
    )
    missing: list[str] = Field(description="Required columns that it lacks", examples=[["id"]])

    @classmethod
    def of(cls, sheet: ReadSheet) -> "SheetOut":
        """Return a sheet as shown."""
        return cls(
            place=sheet.place,
            file=sheet.file,
            sheet=sheet.sheet,
            table=sheet.table,
            how=sheet.how,
            like=sheet.like,
            rows=sheet.rows,
            columns=[
                ColumnOut(
                    header=each.header,
                    column=each.column,
                    how=each.how,
                    like=each.like,
                    examples=list(each.examples),
                )
                for each in sheet.columns
            ],
            missing=list(sheet.missing),
        )


class FieldChangeOut(Answer):
    """What a field says now, and what it would say."""

    field: str = Field(description="Which", examples=["about"])
    before: str | None = Field(
        description="What it says; null is unknown, or a contact detail that is not shown"
    )
    after: str | None = Field(description="What it would say")


class RowChangeOut(Answer):
    """Something that is new, or that changes."""

    table: str = Field(description="Its table", examples=["people"])
    key: str = Field(description="Its key", examples=["p12"])
    name: str = Field(description="Its name", examples=["An Peeters"])
    new: bool = Field(description="Whether it is new")
    fields: list[FieldChangeOut] = Field(
        description="Fields that change; none where only what it is linked with does"
    )

    @classmethod
    def of(cls, change: RowChange) -> "RowChangeOut":
        """Return a change as shown."""
        fields = [
            FieldChangeOut(field=each.field, before=each.before, after=each.after) for each in change.fields
        ]
        return cls(table=change.table, key=change.key, name=change.name, new=change.new, fields=fields)


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
    replaced: list[ReplacedOut] = Field(description="What was read as the nearest value, as `mapping` said")
    notices: list[WordsOut] = Field(description="What is worth knowing")
    duplicates: list[DuplicateOut] = Field(
        description=(
            "People in these tables who may be one, likeliest first; of a look also who is new in them and looks "
            "like somebody in the network"
        )
    )
    sheets: list[SheetOut] = Field(description="What each sheet and header was taken for")
    changes: list[RowChangeOut] = Field(description="What is new or changes, of each table at most 200")
    mark: str = Field(description="Stands for all of this: `seen` holds a later write to it")

    @classmethod
    def of(
        cls, report: ImportReport, checked: Checked, duplicates: tuple[LikelyDuplicate, ...]
    ) -> "ImportOut":
        """Return what an import did."""
        people: dict[str, PersonRow] = {}
        if duplicates:
            people.update((row.key, row) for row in (*checked.tables.people, *checked.refused_people))
            people.update((row.key, row) for row in (report.people.others if report.people else ()))
        refused = {row.key for row in checked.refused_people}
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
            replaced=[ReplacedOut.of(each) for each in checked.replaced],
            notices=[WordsOut.of(notice) for notice in (*checked.notices, *report.notices)],
            duplicates=[DuplicateOut.of(pair, people, refused) for pair in duplicates],
            sheets=[SheetOut.of(sheet) for sheet in checked.sheets],
            changes=[RowChangeOut.of(change) for change in report.changes],
            mark=report.mark,
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
