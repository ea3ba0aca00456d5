"""What was recognised in the files of a batch: sheet by sheet the table, column by column the field."""

from ingest.cells import Cell, clean
from ingest.columns import Table
from ingest.guesses import column_guessed
from ingest.layout import TABLE, TABLES
from ingest.mapping import LEFT_OUT, Choice, How, ReadSheet, TableMap, folded, is_any_sheet, may_be_kept
from ingest.naming import column_named, table_like
from ingest.raw import Grid, NumberedRow
from ingest.refusals import shown

MOST_EXAMPLES = 3
_LOOKED_AT = 50
"""Rows in which examples of what stands in a column are looked for."""
_LEAST_ALIKE = 2


def place_of(file: str, sheet: str | None) -> str:
    """Return how a map calls a sheet."""
    return file if sheet is None else f"{file}/{sheet}"


def examples(rows: tuple[NumberedRow, ...], position: int) -> tuple[str, ...]:
    """Return the first few things that stand in a column."""
    found: dict[str, None] = {}
    for _, cells in rows[:_LOOKED_AT]:
        cell: Cell = clean(cells[position]) if position < len(cells) else None
        if cell is not None:
            found.setdefault(shown(cell)[:40])
        if len(found) == MOST_EXAMPLES:
            break
    return tuple(found)


def looks_like(name: str, grid: Grid) -> Table | None:
    """Return the table that a sheet may be: by its name, else by its headers."""
    by_name = table_like(name)
    if by_name is not None:
        return by_name
    headers = [str(cell) for cell in grid.header if cell is not None and str(cell).strip()]
    best: tuple[int, Table] | None = None
    # Where two fit as well, people: they are what most lists are of.
    for table in sorted(TABLES, key=lambda each: each is not TABLE["people"]):
        known = {
            found.name
            for header in headers
            if (found := column_named(table, header) or column_guessed(table, header, table.columns))
            is not None
        }
        if (
            len(known) >= _LEAST_ALIKE
            and 2 * len(known) >= len(headers)
            and (best is None or len(known) > best[0])
        ):
            best = len(known), table
    return None if best is None else best[1]


def to_keep(sheets: tuple[ReadSheet, ...]) -> TableMap:
    """Return what was chosen this time, as far as it may be remembered for another time."""
    tables: dict[str, Choice] = {}
    columns: dict[str, dict[str, Choice]] = {}
    for sheet in sheets:
        if sheet.how is How.CHOSEN and may_be_kept(sheet.name) and not is_any_sheet(sheet.name):
            tables[folded(sheet.name)] = sheet.table or LEFT_OUT
        for column in sheet.columns:
            if sheet.table and column.how is How.CHOSEN and may_be_kept(column.header):
                columns.setdefault(sheet.table, {})[folded(column.header)] = column.column or LEFT_OUT
    return TableMap(tables, columns)
