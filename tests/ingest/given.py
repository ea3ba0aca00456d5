"""Small batches for tests: tables as text, workbooks as rows."""

import io
from collections.abc import Sequence
from datetime import date, datetime

from openpyxl import Workbook

from graph.known import Known
from ingest.checks import check
from ingest.refusals import Checked, Refusal
from ingest.tables import read_uploads

TODAY = date(2026, 11, 23)
Value = str | float | bool | date | datetime | None


def csv(known: Known | None = None, /, **tables: str) -> Checked:
    """Check tables given as the text of a CSV file each, named after the table."""
    files = [(f"{name}.csv", text.encode()) for name, text in tables.items()]
    return check(read_uploads(files), known, today=TODAY)


def workbook(**sheets: Sequence[Sequence[Value]]) -> bytes:
    """Return an XLSX file with these rows on these sheets."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx(**sheets: Sequence[Sequence[Value]]) -> Checked:
    """Check a workbook."""
    return check(read_uploads([("boek.xlsx", workbook(**sheets))]), today=TODAY)


def one(checked: Checked) -> tuple[int, str | None, str | None, str | None]:
    """Return row, column, value and nearest of the only refusal."""
    refusal = only(checked)
    return refusal.row, refusal.column, refusal.value, refusal.nearest


def only(checked: Checked) -> Refusal:
    assert [refusal.sentence().en for refusal in checked.refusals[1:]] == []
    return checked.refusals[0]
