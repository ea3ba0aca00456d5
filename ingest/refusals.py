"""What an import says back: rows refused, things worth knowing, and the rows that are good."""

from dataclasses import dataclass
from datetime import datetime, time

from graph.model import PersonRow, Tables
from ingest.mapping import ReadSheet

MOST_REFUSALS = 1000
"""Refusals kept with their details; of the others only the number is kept."""

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Words:
    """A text in Dutch and in English."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Notice(Words):
    """Something that stops nothing but that the sender wants to know."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands."""

    file: str
    sheet: str | None
    row: int


@dataclass(frozen=True, slots=True)
class Replaced:
    """A value that was read as another one because somebody said so, and the rows it was replaced in.

    ``column`` is the English name of the column of ``table``.
    """

    table: str
    column: str
    value: str
    to: str
    rows: tuple[RowPlace, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell, row or header that can't go in.

    ``row`` counts as a spreadsheet shows it (the header is row 1 unless empty rows precede it; in a GeoJSON file
    it is the number of the feature).  ``column`` is the header as it stands in the file, ``None`` for a whole row.
    ``value`` is what stood there, shortened.  ``certain`` tells that ``nearest`` means the same as what stood there,
    or can hardly mean anything else.  ``cause`` is the refused row that alone makes this one wrong.
    """

    file: str
    sheet: str | None
    row: int
    column: str | None
    value: str | None
    expected: Words
    nearest: str | None = None
    certain: bool = False
    cause: "RowPlace | None" = None

    def sentence(self) -> Words:
        """Return the refusal as one sentence that says where, what, and what to do."""
        return Words(
            _where(self, "blad", "rij", "kolom")
            + _found(self.value)
            + f"verwacht: {self.expected.nl}"
            + (f"; bedoelde u '{self.nearest}'?" if self.nearest else ""),
            _where(self, "sheet", "row", "column")
            + _found(self.value)
            + f"expected: {self.expected.en}"
            + (f"; did you mean '{self.nearest}'?" if self.nearest else ""),
        )


def _where(refusal: Refusal, sheet: str, row: str, column: str) -> str:
    parts = [refusal.file]
    if refusal.sheet is not None:
        parts.append(f"{sheet} {refusal.sheet}")
    parts.append(f"{row} {refusal.row}")
    if refusal.column is not None:
        parts.append(f"{column} {refusal.column}")
    return ", ".join(parts) + ": "


def _found(value: str | None) -> str:
    return "" if value is None else f"'{value}', "


def shown(value: object) -> str:
    """Return `value` as it can be shown in one line: shortened, line ends and control characters visible.

    A workbook keeps a day as its midnight; it is shown as the day.
    """
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    text = value if isinstance(value, str) else str(value)
    text = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


@dataclass(frozen=True, slots=True)
class Checked:
    """The good rows of a batch and what is wrong with the others.

    ``refusals`` holds at most :data:`MOST_REFUSALS`; ``refused`` is how many there are in all.  ``sheets`` are all
    sheets in their order and what each was taken for.  ``refused_people`` are people whose row was refused, as far as
    it could be read: they go nowhere, but may be somebody who stands there already.
    """

    tables: Tables
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    files: tuple[str, ...]
    sha256: str
    refused: int = 0
    sheets: tuple[ReadSheet, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    refused_people: tuple[PersonRow, ...] = ()
