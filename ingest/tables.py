"""Files in: workbooks, text files, folders of them and GeoJSON, to tables that can be checked.

:func:`read` is for files on disk, :func:`read_uploads` for what came over HTTP; both give the same.  They open the
files (:func:`opened`) and then find which table each sheet is (:func:`placed`), which can be done anew with another
:class:`~ingest.mapping.TableMap` without reading the files again.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from graph.errors import InvalidInput
from ingest import delimited, foreign, geojson, sheets
from ingest.layout import TABLE
from ingest.mapping import How, TableMap
from ingest.naming import names_to_use, table_like, tables_named
from ingest.raw import MEGABYTE, Files, Limits, OtherSheet, RawInput, RawSheet, RawTable, invalid
from ingest.recognised import looks_like, place_of
from ingest.refusals import Notice, Refusal, Words

_TEXT = frozenset({".csv", ".tsv"})
_MAPS = frozenset({".geojson", ".json"})
_BOOKS = frozenset({".xlsx", ".xlsm"})
_OTHER_BOOKS = frozenset({".xls", ".xlsb", ".ods", ".numbers"})

RowsRead = Callable[[int], None]
"""Told how many rows were read so far."""

__all__ = [
    "Limits",
    "RawInput",
    "must_hold_rows",
    "must_hold_tables",
    "opened",
    "placed",
    "read",
    "read_files",
    "read_uploads",
]


def read(paths: Sequence[Path], *, limits: Limits | None = None, chosen: TableMap | None = None) -> RawInput:
    """Read files and folders (not the folders in them).

    Raises
    ------
    InvalidInput
        A path is not there, a file can't be read as a table, is empty or too large, or nothing in it is a table.
    """
    return must_hold_tables(placed(read_files(paths, limits=limits), chosen))


def read_files(paths: Sequence[Path], *, limits: Limits | None = None) -> Files:
    """Read every sheet of files and folders, as :func:`read` does.

    Raises
    ------
    InvalidInput
    """
    bounds = limits or Limits()
    files: dict[Path, None] = {}
    for path in paths:
        for file in _files(path):
            files.setdefault(file.resolve())
    return opened([(file.name, _content(file, bounds)) for file in files], limits=bounds)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = [file for file in sorted(path.iterdir()) if file.is_file() and _is_input(file.name)]
        if not found:
            raise invalid(
                Words(
                    f"In de map '{path}' staat geen .xlsx, .csv, .csv.zip of .geojson.",
                    f"The folder '{path}' holds no .xlsx, .csv, .csv.zip or .geojson.",
                )
            )
        return found
    if not path.exists():
        raise invalid(
            Words(f"'{path}' bestaat niet. Kijk het pad na.", f"'{path}' does not exist. Check the path.")
        )
    return [path]


def _is_input(name: str) -> bool:
    if name.startswith((".", "~$", "__MACOSX")):
        return False
    suffix = PurePath(name).suffix.lower()
    return suffix in _TEXT | _MAPS | _BOOKS | _OTHER_BOOKS or name.lower().endswith(".csv.zip")


def _content(file: Path, limits: Limits) -> bytes:
    try:
        if file.stat().st_size > limits.file:
            raise _too_large(file.name, limits.file)
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise invalid(
            Words(f"'{file}' kan niet gelezen worden: {reason}.", f"Can't read '{file}': {reason}.")
        ) from None


def _too_large(file: str, limit: int) -> InvalidInput:
    most = limit // MEGABYTE
    if PurePath(file).suffix.lower() in _MAPS:
        return invalid(
            Words(
                f"'{file}' is groter dan {most} MB. Vereenvoudig de grenzen en probeer nog eens.",
                f"'{file}' is larger than {most} MB. Simplify the outlines and try once more.",
            )
        )
    return invalid(
        Words(
            f"'{file}' is groter dan {most} MB. Splits het in delen, of bewaar elke tabel als CSV.",
            f"'{file}' is larger than {most} MB. Split it into parts, or save each table as CSV.",
        )
    )


def read_uploads(
    files: Sequence[tuple[str, bytes]], *, limits: Limits | None = None, chosen: TableMap | None = None
) -> RawInput:
    """Read files by name and content, as :func:`read` does."""
    return must_hold_tables(placed(opened(files, limits=limits), chosen))


def opened(
    files: Sequence[tuple[str, bytes]], *, limits: Limits | None = None, told: RowsRead | None = None
) -> Files:
    """Read every sheet of some files, by name and content.

    Raises
    ------
    InvalidInput
        One can't be read as a table, is empty or too large.
    """
    bounds = limits or Limits()
    found = _Sheets(told)
    digests: list[bytes] = []
    names: list[str] = []
    for full_name, content in files:
        name = PurePath(full_name.replace("\\", "/")).name or "upload"
        if len(content) > bounds.file:
            raise _too_large(name, bounds.file)
        names.append(name)
        digests.append(hashlib.sha256(content).digest())
        _read_one(name, content, bounds, found)
    # Of one file the sum that everybody's tools give; of several a sum that their order does not change.
    sha256 = digests[0].hex() if len(digests) == 1 else hashlib.sha256(b"".join(sorted(digests))).hexdigest()
    return Files(tuple(names), sha256, tuple(found.sheets))


def placed(files: Files, chosen: TableMap | None = None) -> RawInput:
    """Find which table each sheet is: as `chosen`, else as its name says."""
    found = _Found()
    for sheet in files.sheets:
        _place(sheet, chosen or TableMap(), found)
    return RawInput(
        files.names,
        files.sha256,
        tuple(found.tables),
        tuple(found.refusals),
        tuple(found.notices),
        tuple(found.others),
        tuple(place_of(sheet.file, sheet.sheet) for sheet in files.sheets),
    )


@dataclass
class _Sheets:
    told: RowsRead | None = None
    sheets: list[RawSheet] = field(default_factory=list[RawSheet])
    before: int = 0

    def keep(self, sheet: RawSheet) -> None:
        self.sheets.append(sheet)
        self.before += len(sheet.grid.rows)
        self.tell(0)

    def tell(self, rows: int) -> None:
        """Tell of rows of a sheet that is being read."""
        if self.told is not None:
            self.told(self.before + rows)


@dataclass
class _Found:
    tables: list[RawTable] = field(default_factory=list[RawTable])
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    notices: list[Notice] = field(default_factory=list[Notice])
    others: list[OtherSheet] = field(default_factory=list[OtherSheet])


def _read_one(file: str, content: bytes, limits: Limits, found: _Sheets) -> None:
    suffix = PurePath(file).suffix.lower()
    if not content.strip():
        raise invalid(
            Words(
                f"'{file}' is leeg. Bewaar de tabel opnieuw, met een kop in de eerste rij.",
                f"'{file}' is empty. Save the table again, with a header in its first row.",
            )
        )
    if content.startswith(sheets.OLE_MARK):
        raise sheets.old_or_locked(file, content)
    foreign.refuse_foreign(file, content)
    if suffix in _BOOKS and not content.startswith(b"PK"):
        raise foreign.not_a_book(file)
    if content.startswith(b"PK") or suffix in _BOOKS or suffix == ".zip":
        _read_archive(file, content, limits, found)
    elif suffix in _MAPS:
        if len(content) > limits.outlines:
            raise _too_large(file, limits.outlines)
        _read_map(file, content, found)
    elif suffix in _OTHER_BOOKS:
        raise _other_format(file)
    else:
        grid = delimited.grid(file, content, limits)
        if grid is not None:
            found.keep(RawSheet(file, None, _stem(file), grid))


def _stem(file: str) -> str:
    return PurePath(file).name.split(".", 1)[0]


def _other_format(file: str) -> InvalidInput:
    return invalid(
        Words(
            f"'{file}' kan Ploeg niet lezen. Bewaar het als .xlsx of als .csv.",
            f"Ploeg can't read '{file}'. Save it as .xlsx or as .csv.",
        )
    )


def _read_map(file: str, content: bytes, found: _Sheets) -> None:
    found.keep(RawSheet(file, None, _stem(file), geojson.grid(file, content), completes=True))


def _read_archive(file: str, content: bytes, limits: Limits, found: _Sheets) -> None:
    with sheets.opened(file, content, limits) as archive:
        names = archive.namelist()
        if "xl/workbook.xml" in names:
            _read_book(file, content, limits, found)
            return
        members = [name for name in names if _is_member(name)]
        if not members:
            raise foreign.document(file, names) or _other_format(file)
        for name in sorted(members):
            try:
                inner = archive.read(name)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
                raise sheets.damaged(file) from None
            _read_one(f"{file}/{PurePath(name).name}", inner, limits, found)


def _is_member(name: str) -> bool:
    path = PurePath(name)
    hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return not hidden and path.suffix.lower() in _TEXT | _MAPS


def _read_book(file: str, content: bytes, limits: Limits, found: _Sheets) -> None:
    grids = sheets.sheets(file, content, limits, found.tell)
    if not grids:
        raise invalid(
            Words(
                f"'{file}' is leeg: op geen enkel blad staat iets.",
                f"'{file}' is empty: no sheet holds anything.",
            )
        )
    for name, grid in grids:
        # A workbook with one sheet is often called after its table while the sheet is called "Blad1".
        by_file = len(grids) == 1 and not tables_named(name) and table_like(name) is None
        found.keep(RawSheet(file, name, _stem(file) if by_file else name, grid))


def _place(of: RawSheet, chosen: TableMap, found: _Found) -> None:
    """Find the table that a sheet is and keep it, or say why it is left out."""
    file, sheet, name, grid = of.file, of.sheet, of.name, of.grid
    if of.completes:
        found.tables.append(RawTable(file, sheet, TABLE["neighbourhoods"], grid, completes=True, name=name))
        return
    choice, how = chosen.sheet(place_of(file, sheet), name)
    if choice:
        found.tables.append(RawTable(file, sheet, TABLE[choice], grid, name=name, how=how))
        return
    if choice is not None:
        found.others.append(OtherSheet(of, how))
        return
    tables = tables_named(name)
    if len(tables) == 1:
        found.tables.append(RawTable(file, sheet, tables[0], grid, name=name, how=How.NAME))
        return
    found.others.append(OtherSheet(of, None, looks_like(name, grid)))
    what = Words("het blad", "the sheet") if sheet is not None else Words("het bestand", "the file")
    shown = sheet if sheet is not None else file
    like = table_like(name)
    if tables or like is not None:
        nearest = None if like is None else like.name
        several_nl = " of ".join(table.dutch for table in tables)
        several_en = " or ".join(table.name for table in tables)
        expected = Words(
            f"één tabel in de naam, niet {several_nl}" if tables else f"een van: {names_to_use('nl')}",
            f"one table in the name, not {several_en}" if tables else f"one of: {names_to_use('en')}",
        )
        found.refusals.append(Refusal(file, sheet, grid.header_row, None, shown, expected, nearest))
        return
    found.notices.append(
        Notice(
            f"{what.nl.capitalize()} '{shown}' is overgeslagen: de naam zegt niet welke tabel het is.",
            f"{what.en.capitalize()} '{shown}' was left out: its name does not say which table it is.",
        )
    )


def must_hold_tables(found: RawInput) -> RawInput:
    """Return `found` where it holds a table with a row.

    Raises
    ------
    InvalidInput
    """
    shown = ", ".join(found.files[:5]) or "-"
    if not found.tables and not found.refusals:
        raise invalid(
            Words(
                f"Geen tabel herkend in {shown}. Noem elk blad of bestand naar zijn tabel: {names_to_use('nl')}.",
                f"No table recognised in {shown}. Name each sheet or file after its table: {names_to_use('en')}.",
            )
        )
    if found.tables and not any(table.grid.rows or table.grid.refusals for table in found.tables):
        raise _header_only(shown)
    return found


def must_hold_rows(found: RawInput) -> RawInput:
    """Return `found` where any sheet holds a row, also one of which nobody knows yet which table it is.

    Raises
    ------
    InvalidInput
    """
    grids = [table.grid for table in found.tables] + [other.sheet.grid for other in found.others]
    if not any(grid.rows or grid.refusals for grid in grids):
        raise _header_only(", ".join(found.files[:5]) or "-")
    return found


def _header_only(shown: str) -> InvalidInput:
    return invalid(
        Words(
            f"In {shown} staat alleen een kop en geen enkele rij. Vul eerst rijen in.",
            f"{shown} holds a header only and not one row. Fill in rows first.",
        )
    )
