"""A text file with a delimiter (CSV, RFC 4180 and what spreadsheets make of it) to header and rows."""

import csv
import io
from collections.abc import Iterator

from graph.errors import InvalidInput
from ingest.cells import TEXT_BYTES, Cell
from ingest.raw import Grid, Limits, NumberedRow, invalid, too_wide
from ingest.refusals import Refusal, Words, shown

_LONGEST_CELL = 20 * TEXT_BYTES
_CUT_OFF = Words(
    "een aanhalingsteken dat weer sluit; is het bestand afgebroken?",
    "a quote that closes again; is the file cut off?",
)
_BAD_QUOTE = Words(
    'een scheidingsteken na het sluitende aanhalingsteken (een " in een cel wordt "")',
    'a delimiter after the closing quote (a " inside a cell becomes "")',
)


def decoded(file: str, content: bytes) -> tuple[str, bool]:
    """Return the text of a file and whether it was cut off inside a letter.

    UTF-8 with or without mark, UTF-16 with mark, else Windows-1252.

    Raises
    ------
    InvalidInput
        It is no text.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="ignore"), len(content) % 2 == 1
    if b"\0" in content:
        raise _not_text(file)
    try:
        return content.decode("utf-8-sig"), False
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return content[: error.start].decode("utf-8-sig"), True
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise _not_text(file) from None
    if sum(sign < " " and sign not in "\t\r\n" for sign in text[:10_000]) > 5:
        raise _not_text(file)
    return text, False


def _not_text(file: str) -> InvalidInput:
    return invalid(
        Words(
            f"'{file}' is geen tabel: het is geen tekst en geen XLSX. Bewaar de tabel als .xlsx of .csv.",
            f"'{file}' is no table: it is neither text nor XLSX. Save the table as .xlsx or .csv.",
        )
    )


def delimiter(first_line: str) -> str:
    """Return the delimiter of a header: comma, semicolon or tab, whichever stands most outside quotes."""
    outside = "".join(first_line.split('"')[::2])
    return max((",", ";", "\t"), key=outside.count)


def grid(file: str, content: bytes, limits: Limits) -> Grid | None:
    """Return header and rows of a text file; ``None`` where it holds nothing.

    A row with fewer or more cells than the header, or a quote that is wrong, is refused.
    """
    text, cut = decoded(file, content)
    skipped = 0
    if text[:4].lower() == "sep=" and len(text) > 4:
        separator, skipped = text[4], 1
        text = text[5:].lstrip("\r").removeprefix("\n")
    else:
        first = next((line for line in io.StringIO(text) if line.strip()), "")
        separator = delimiter(first)
        if first.count(separator) >= limits.columns:
            raise too_wide(file, limits)
    csv.field_size_limit(_LONGEST_CELL)
    refusals: list[Refusal] = []
    rows: list[NumberedRow] = []
    header: tuple[int, tuple[str, ...]] | None = None
    for number, cells in _records(file, text, separator, skipped, refusals):
        if not any(cell.strip() for cell in cells):
            continue
        if header is None:
            header = number, tuple(cells)
        else:
            row = _fitted(file, number, cells, len(header[1]), separator, refusals)
            if row is not None:
                rows.append((number, row))
    if header is None:
        return None
    if cut and rows:
        number, last = rows.pop()
        refusals.append(_cut(file, number, separator.join(str(cell) for cell in last)))
    return Grid(header[0], header[1], tuple(rows), tuple(refusals))


def _records(
    file: str, text: str, separator: str, skipped: int, refusals: list[Refusal]
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    known: dict[str, str] = {}
    number = skipped
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = "unexpected end of data" in str(error) or "field larger" in str(error)
            expected = _CUT_OFF if unclosed else _BAD_QUOTE
            refusals.append(Refusal(file, None, number, None, None, expected))
            if unclosed:
                return
            continue
        yield number, [known.setdefault(cell, cell) for cell in cells]


def _fitted(
    file: str, number: int, cells: list[str], width: int, separator: str, refusals: list[Refusal]
) -> tuple[Cell, ...] | None:
    if len(cells) == width:
        return tuple(cells)
    if len(cells) > width and not any(cell.strip() for cell in cells[width:]):
        return tuple(cells[:width])
    value = shown(separator.join(cells))
    refusals.append(
        Refusal(
            file,
            None,
            number,
            None,
            value,
            Words(
                f"{width} cellen zoals in de kop, hier staan er {len(cells)}; is het bestand afgebroken, "
                "of ontbreken er aanhalingstekens?",
                f"{width} cells as in the header, here are {len(cells)}; is the file cut off, "
                "or are quotes missing?",
            ),
        )
    )
    return None


def _cut(file: str, number: int, value: str) -> Refusal:
    expected = Words(
        "een hele laatste rij; het bestand is afgebroken", "a whole last row; the file is cut off"
    )
    return Refusal(file, None, number, None, shown(value), expected)
