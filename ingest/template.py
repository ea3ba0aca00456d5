"""An empty workbook to begin with: a sheet for every table, and above each column what it is."""

from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from ingest.describe import holds
from ingest.layout import TABLES

_NARROWEST = 12


def write_template(target: Path | BinaryIO, *, language: str = "nl") -> None:
    """Write a workbook with every table and column that Ploeg knows, required ones in bold, and no row.

    Parameters
    ----------
    language
        Of sheets, headers and notes: ``nl`` or ``en``.
    """
    dutch = language == "nl"
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    # People first: it is what somebody begins with.
    for table in sorted(TABLES, key=lambda each: each.name != "people"):
        page = book.create_sheet(table.dutch if dutch else table.name)
        page.freeze_panes = "A2"
        for position, column in enumerate(table.columns, start=1):
            name = column.dutch if dutch else column.name
            cell = page.cell(1, position, name)
            cell.font = Font(bold=column.required)
            meaning = column.meaning_nl if dutch else column.meaning_en
            cell.comment = Comment(f"{meaning}\n{holds(column, language)}".replace("`", ""), "Ploeg")
            page.column_dimensions[get_column_letter(position)].width = max(_NARROWEST, len(name) + 4)
    book.save(target)
