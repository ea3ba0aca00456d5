"""``/v1/tables``: which tables and columns there are, and an empty workbook of them."""

import io
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from api.dependencies import Called
from api.v1.exports import TABLES as MEDIA
from api.v1.exports import Format, Language
from api.v1.responses import reading
from api.v1.schemas import Answer, WordsOut
from graph.access import Question
from ingest.columns import Column, Table
from ingest.describe import holds
from ingest.layout import TABLES
from ingest.refusals import Words
from ingest.template import write_template

router = APIRouter(prefix="/v1", tags=["imports"])
XLSX = MEDIA[Format.XLSX]


class KnownColumnOut(Answer):
    """A column of a table."""

    name: str = Field(description="English name, by which a mapping calls it", examples=["neighbourhood"])
    label: WordsOut = Field(description="Its header")
    meaning: WordsOut = Field(description="What it means")
    holds: WordsOut = Field(description="What a cell holds")
    required: bool = Field(description="Whether it must be there")

    @classmethod
    def of(cls, column: Column) -> "KnownColumnOut":
        """Return a column as shown."""
        return cls(
            name=column.name,
            label=WordsOut.of(Words(column.dutch, column.name)),
            meaning=WordsOut.of(Words(column.meaning_nl, column.meaning_en)),
            holds=WordsOut.of(Words(holds(column, "nl"), holds(column, "en"))),
            required=column.required,
        )


class KnownTableOut(Answer):
    """A table that can be brought in."""

    name: str = Field(description="English name, by which a mapping calls it", examples=["people"])
    label: WordsOut = Field(description="Its name")
    columns: list[KnownColumnOut] = Field(description="Its columns")

    @classmethod
    def of(cls, table: Table) -> "KnownTableOut":
        """Return a table as shown."""
        columns = [KnownColumnOut.of(column) for column in table.columns]
        return cls(name=table.name, label=WordsOut.of(Words(table.dutch, table.name)), columns=columns)


class TablesOut(Answer):
    """Every table that can be brought in."""

    items: list[KnownTableOut] = Field(description="In the order in which they are read")


@router.get(
    "/tables",
    summary="Which tables and columns can be brought in",
    description="The same that the page about tables tells; a `mapping` of an import calls them by these names.",
    response_description="The tables",
    responses=reading(),
)
def read_tables(call: Called) -> TablesOut:
    """List tables and their columns."""
    call.viewer.require(Question.WRITE)
    call.tag()
    return TablesOut(items=[KnownTableOut.of(table) for table in TABLES])


@router.get(
    "/tables/template",
    summary="An empty workbook to begin with",
    description="A sheet for every table; a note at each header says what it means. Columns may be taken out.",
    response_class=Response,
    response_description="The workbook",
    responses={
        200: {"content": {XLSX: {"schema": {"type": "string", "contentMediaType": XLSX}}}},
        **reading(),
    },
)
def read_template(
    call: Called,
    language: Annotated[Language, Query(description="Of sheets and headers", examples=["nl"])] = Language.NL,
) -> Response:
    """Hand out an empty workbook."""
    call.viewer.require(Question.WRITE)
    call.tag()
    file = io.BytesIO()
    write_template(file, language=language)
    name = "ploeg-sjabloon.xlsx" if language is Language.NL else "ploeg-template.xlsx"
    headers = {**call.headers, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(file.getvalue(), media_type=XLSX, headers=headers)
