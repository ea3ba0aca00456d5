"""What was found in the files of a batch, before anything is checked."""

from dataclasses import dataclass, field

from graph.errors import InvalidInput
from ingest.cells import Cell
from ingest.columns import Table
from ingest.mapping import How
from ingest.refusals import Notice, Refusal, Words

NumberedRow = tuple[int, tuple[Cell, ...]]
"""The number of a row as a spreadsheet shows it, and its cells."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be, in bytes.

    ``unpacked`` is for what is packed in one (a zip bomb is refused unopened), ``outlines`` for a GeoJSON file,
    which takes ten times its size in memory; ``columns`` is how many a table may have.
    """

    file: int = 100 * MEGABYTE
    unpacked: int = 300 * MEGABYTE
    outlines: int = 30 * MEGABYTE
    columns: int = 1000


@dataclass(frozen=True, slots=True)
class Grid:
    """Header and rows as they stand in a sheet or text file; ``refusals`` are rows that could not be read."""

    header_row: int
    header: tuple[Cell, ...]
    rows: tuple[NumberedRow, ...]
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet or file as it was read, and the name that says which table it is.

    A sheet that ``completes`` is an outline of neighbourhoods, and nothing else.
    """

    file: str
    sheet: str | None
    name: str
    grid: Grid
    completes: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """Every sheet of the files of a batch; ``sha256`` is over their contents."""

    names: tuple[str, ...]
    sha256: str
    sheets: tuple[RawSheet, ...]

    @property
    def cells(self) -> int:
        """How many cells there are, about: rows times headers."""
        return sum(len(sheet.grid.rows) * max(1, len(sheet.grid.header)) for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A grid that is known to be a table; one that ``completes`` another adds to rows with the same id."""

    file: str
    sheet: str | None
    table: Table
    grid: Grid
    completes: bool = False
    name: str = ""
    how: How = How.NAME


@dataclass(frozen=True, slots=True)
class OtherSheet:
    """A sheet that was not read: chosen to be left out (``how``), or of a name that says no one table."""

    sheet: RawSheet
    how: How | None = None
    like: Table | None = None


@dataclass(frozen=True, slots=True)
class RawInput:
    """Every table of a batch; ``sha256`` is over the contents of the files, ``places`` are all sheets in order."""

    files: tuple[str, ...]
    sha256: str
    tables: tuple[RawTable, ...]
    refusals: tuple[Refusal, ...] = ()
    notices: tuple[Notice, ...] = field(default=())
    others: tuple[OtherSheet, ...] = ()
    places: tuple[str, ...] = ()


def invalid(words: Words) -> InvalidInput:
    """Return the error for a file that can't be taken in at all."""
    return InvalidInput(f"{words.nl} / {words.en}")


def too_wide(file: str, limits: Limits) -> InvalidInput:
    """Return the error for a table with more columns than any table of people has."""
    return invalid(
        Words(
            f"'{file}' heeft meer dan {limits.columns} kolommen. Bewaar alleen de kolommen met gegevens.",
            f"'{file}' has more than {limits.columns} columns. Save only the columns that hold something.",
        )
    )
