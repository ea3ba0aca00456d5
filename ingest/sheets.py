"""An XLSX workbook to header and rows a sheet; values are read, of a formula the value it had when saved."""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from graph.errors import InvalidInput
from graph.spreadsheets import unescaped
from ingest.cells import Cell
from ingest.raw import MEGABYTE, Grid, Limits, NumberedRow, invalid, too_wide
from ingest.refusals import Words

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What openpyxl lets out on a damaged workbook.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    SyntaxError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)


_TOLD_EVERY = 100


def sheets(
    file: str, content: bytes, limits: Limits, told: Callable[[int], None] | None = None
) -> list[tuple[str, Grid]]:
    """Return name and grid of every sheet that holds something; `told` hears how many rows of a sheet were read.

    Raises
    ------
    InvalidInput
        The workbook is damaged, or a sheet is too wide.
    """
    found: list[tuple[str, Grid]] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            for sheet in workbook.worksheets:
                # What a workbook says of its own size is often wrong, and can be a million empty rows.
                sheet.reset_dimensions()
                grid = _grid(_bounded(file, sheet.iter_rows(values_only=True), limits, told))
                if grid is not None:
                    found.append((sheet.title, grid))
            workbook.close()
    except _DAMAGED:
        raise damaged(file) from None
    return found


def _bounded(
    file: str, rows: Iterable[tuple[object, ...]], limits: Limits, told: Callable[[int], None] | None
) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(rows):
        if told is not None and number % _TOLD_EVERY == 0:
            told(number)
        if len(row) > limits.columns:
            raise too_wide(file, limits)
        yield row


def _grid(rows: Iterable[tuple[object, ...]]) -> Grid | None:
    header: tuple[int, tuple[Cell, ...]] | None = None
    kept: list[NumberedRow] = []
    known: dict[str, str] = {}
    for number, cells in enumerate(rows, start=1):
        row = tuple(_trimmed(cells, known))
        if not row:
            continue
        if header is None:
            header = number, row
        else:
            kept.append((number, row))
    return None if header is None else Grid(header[0], header[1], tuple(kept))


def _trimmed(cells: tuple[object, ...], known: dict[str, str]) -> Iterator[Cell]:
    last = len(cells)
    while last and (cells[last - 1] is None or cells[last - 1] == ""):
        last -= 1
    for cell in cells[:last]:
        if isinstance(cell, str):
            yield known.setdefault(cell, unescaped(cell))
        else:
            yield cell if isinstance(cell, Cell) else str(cell)


def opened(file: str, content: bytes, limits: Limits) -> zipfile.ZipFile:
    """Return a ZIP archive (an XLSX is one) that is whole and not larger than allowed when unpacked.

    Raises
    ------
    InvalidInput
        It is damaged, locked with a password, or too large.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError):
        raise damaged(file) from None
    entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(file)
    if sum(entry.file_size for entry in entries) > limits.unpacked:
        raise too_large_unpacked(file, limits)
    return archive


def too_large_unpacked(file: str, limits: Limits) -> InvalidInput:
    """Return the error for an archive that would unpack to more than is allowed."""
    most = limits.unpacked // MEGABYTE
    return invalid(
        Words(
            f"'{file}' is uitgepakt groter dan {most} MB. Splits het bestand, of bewaar elke tabel als CSV.",
            f"'{file}' is larger than {most} MB when unpacked. Split the file, or save each table as CSV.",
        )
    )


def damaged(file: str) -> InvalidInput:
    """Return the error for an archive that can't be read."""
    return invalid(
        Words(
            f"'{file}' is beschadigd of niet volledig. Open het in uw rekenblad, bewaar het opnieuw als .xlsx "
            "en probeer nog eens.",
            f"'{file}' is damaged or incomplete. Open it in your spreadsheet program, save it again as .xlsx "
            "and try once more.",
        )
    )


def locked(file: str) -> InvalidInput:
    """Return the error for a file behind a password."""
    return invalid(
        Words(
            f"'{file}' is beveiligd met een wachtwoord. Bewaar het zonder wachtwoord en probeer nog eens.",
            f"'{file}' is protected by a password. Save it without password and try once more.",
        )
    )


def old_or_locked(file: str, content: bytes) -> InvalidInput:
    """Return the error for a file in Microsoft's older container: an .xls, or an .xlsx behind a password."""
    if _ENCRYPTED in content:
        return locked(file)
    return invalid(
        Words(
            f"'{file}' is een oud Excel-bestand (.xls). Open het, kies 'Opslaan als' en dan .xlsx.",
            f"'{file}' is an old Excel file (.xls). Open it, choose 'Save as' and then .xlsx.",
        )
    )
