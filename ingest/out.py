"""Tables out, as a workbook or as CSV files in a ZIP archive, such that reading them gives the same tables back.

What does not come back as it was: an answer to connecting without a scope comes back with the coordinator's, and
text comes back composed (NFC), trimmed and with one sign for a line end.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, Literal

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from graph.model import Tables
from graph.spreadsheets import escaped, guard, guard_again
from ingest.columns import Kind
from ingest.display import Sheet, Shown, sheets
from ingest.headers import continued

Language = Literal["en", "nl"]

_PART = 16_000
"""Signs in a cell of a workbook: one holds 32,767, and a rare sign counts for two."""

_FIRST_DAY = date(1901, 1, 1)
"""Workbooks know no earlier days, and disagree on those of 1900."""

_STAMP = (1980, 1, 1, 0, 0, 0)
_TEXT_FORMAT = frozenset({Kind.KEY, Kind.NAME, Kind.PHONE, Kind.REFERENCE, Kind.REFERENCES, Kind.RATED})


def write_xlsx(tables: Tables, target: Path | BinaryIO, *, language: Language = "en") -> None:
    """Write a workbook with a sheet per table that holds rows.

    Text is marked as text, so that nothing in it becomes a formula, number or date.

    Parameters
    ----------
    tables
        What to write.
    target
        A path, or a file open for writing bytes.
    language
        Of the headers, sheet names and words of closed lists.
    """
    book = Workbook(write_only=True)
    for sheet in sheets(tables, language):
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        widths = [_parts(sheet, at) for at in range(len(sheet.columns))]
        page.append(
            [
                _cell(page, continued(header, part), Kind.TEXT, bold=True)
                for header, width in zip(sheet.header, widths, strict=True)
                for part in range(1, width + 1)
            ]
        )
        for row in sheet.rows:
            cells: list[Cell | None] = []
            for value, column, width in zip(row, sheet.columns, widths, strict=True):
                parts = _cut(guard_again(value)) if isinstance(value, str) else [value]
                cells.extend(
                    None if part is None else _cell(page, part, column.kind)
                    for part in (*parts, *[None] * (width - len(parts)))
                )
            page.append(cells)
    book.save(target)


def _parts(sheet: Sheet, at: int) -> int:
    """Return how many cells the longest text of a column takes."""
    longest = max((len(value) for row in sheet.rows if isinstance(value := row[at], str)), default=0)
    return max(1, -(-(longest + 1) // _PART)) if longest >= _PART else 1


def _cut(text: str) -> list[str]:
    return [text[at : at + _PART] for at in range(0, len(text), _PART)] or [""]


def _cell(page: WriteOnlyWorksheet, value: str | float | date, kind: Kind, *, bold: bool = False) -> Cell:
    cell = WriteOnlyCell(page)
    if isinstance(value, date) and value >= _FIRST_DAY:
        cell.value = datetime(value.year, value.month, value.day)
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, str | date) or not _survives(value):
        cell.value = escaped(str(value))
        cell.data_type = "s"
        if kind in _TEXT_FORMAT:
            cell.number_format = "@"
    else:
        cell.value = value
    if bold:
        cell.font = Font(bold=True)
    return cell


def _survives(number: float) -> bool:
    """Tell whether a number comes back from a workbook as it was: 16 digits do."""
    return float(f"{number:.16g}") == number


def write_csv_zip(tables: Tables, target: Path | BinaryIO, *, language: Language = "en") -> None:
    """Write a ZIP archive with a CSV file (UTF-8 with mark) per table that holds rows.

    In Dutch with the semicolons and decimal commas that a spreadsheet set to Dutch expects.  A text that a
    spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again.  The same
    tables give the same bytes.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for sheet in sheets(tables, language, bar=language == "nl"):
            info = zipfile.ZipInfo(f"{sheet.name}.csv", _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as raw, io.TextIOWrapper(raw, "utf-8-sig", newline="") as file:
                writer = csv.writer(file, delimiter=";" if language == "nl" else ",")
                writer.writerow(sheet.header)
                writer.writerows(_lines(sheet, comma=language == "nl"))


def _lines(sheet: Sheet, *, comma: bool) -> Iterator[Sequence[str]]:
    for row in sheet.rows:
        yield [_text(value, comma=comma) for value in row]


def _text(value: Shown, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guard(value)
    if isinstance(value, date):
        return value.isoformat()
    number = repr(value)
    return re.sub(r"\.", ",", number) if comma else number
