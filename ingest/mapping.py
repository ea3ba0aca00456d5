"""Which table a sheet is and which column a header is, where a person said so: this time, or an earlier time.

What a person chose goes before what they chose earlier, and that before what a name says by itself.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, cast

from graph.errors import InvalidInput
from ingest.folding import squash
from ingest.layout import TABLE, TABLES
from ingest.words import nearest

LEFT_OUT = ""
"""Chosen for a sheet or header that is not read."""

Choice = str | None
"""An English name, :data:`LEFT_OUT`, or ``None``: as its own name says."""

_LONGEST = 100
_ANY_SHEET = re.compile(r"(blad|sheet|feuil|feuille|tabelle|hoja|table|tabel)\d*")
# A sheet without a header has a person where the headers would stand; that is not to be kept.
_PERSONAL = re.compile(r"@|\d{6}")


class How(StrEnum):
    """How it is known what a sheet or header is."""

    NAME = "name"
    CHOSEN = "chosen"
    REMEMBERED = "remembered"


@dataclass(frozen=True, slots=True)
class TableMap:
    """What was chosen: a table for a sheet, and per table a column for a header, all by folded names.

    A sheet goes by its place ("leden.xlsx/Blad1", of a text file its name) or by its name alone.
    """

    sheets: Mapping[str, Choice] = field(default_factory=dict[str, Choice])
    columns: Mapping[str, Mapping[str, Choice]] = field(default_factory=dict[str, Mapping[str, Choice]])
    earlier: "TableMap | None" = None
    """What was chosen at earlier imports."""
    values: Mapping[str, Mapping[str, Mapping[str, str]]] = field(
        default_factory=dict[str, Mapping[str, Mapping[str, str]]]
    )
    """What to read a refused value as, by table and column, as :func:`ingest.refusals.shown` tells the value.

    For this import only: what stands in cells is not remembered.
    """

    def sheet(self, place: str, name: str) -> tuple[Choice, How]:
        """Return the table chosen for a sheet, and when; ``None`` where its name has to say it."""
        for key in (place, name):
            if folded(key) in self.sheets:
                return self.sheets[folded(key)], How.CHOSEN
        if self.earlier is not None and not is_any_sheet(name):
            return self.earlier.sheets.get(folded(name)), How.REMEMBERED
        return None, How.NAME

    def column(self, table: str, header: str) -> tuple[Choice, How]:
        """Return the column chosen for a header of a table, and when; ``None`` where its name has to say it."""
        chosen = self.columns.get(table, {})
        if folded(header) in chosen:
            return chosen[folded(header)], How.CHOSEN
        if self.earlier is not None:
            return self.earlier.columns.get(table, {}).get(folded(header)), How.REMEMBERED
        return None, How.NAME


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A header and the column (English name) it was taken for; ``like`` is what it looks like where it is none.

    ``how`` is ``None`` where nobody knows the header; a header that somebody chose to leave out has no column but a
    ``how``.
    """

    header: str
    column: str | None
    how: How | None
    like: str | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet or text file and the table (English name) it was taken for; see :class:`ReadColumn`.

    ``place`` is how a :class:`TableMap` calls it; ``missing`` are required columns it lacks.  Of a sheet that
    only looks ``like`` a table, columns are told as if it were that.
    """

    place: str
    file: str
    sheet: str | None
    name: str
    table: str | None
    how: How | None
    like: str | None
    rows: int
    columns: tuple[ReadColumn, ...] = ()
    missing: tuple[str, ...] = ()


def of_pairs(columns: Iterable[str], sheets: Iterable[str] = ()) -> TableMap:
    """Return a map from pairs as typed: "Volledige naam=naam", "Schoenmaat=", and of sheets "Blad1=personen".

    A column counts in every table that has one by that name, English or Dutch; one left out in all tables.

    Raises
    ------
    InvalidInput
        There is no ``=``, or no such table or column.
    """
    tables = {
        folded(name): _named(table, {each.dutch: each.name for each in TABLES}, TABLE)
        for name, table in map(_pair, sheets)
    }
    found: dict[str, dict[str, Choice]] = {}
    everything = {each.dutch: each.name for table in TABLES for each in table.columns}
    for header, column in map(_pair, columns):
        name = _named(column, everything, everything.values())
        for table in TABLES:
            # A Dutch name can stand for one column here and for another one there.
            fit = [each.name for each in table.columns if column in {each.name, each.dutch}]
            if not name or fit:
                found.setdefault(table.name, {})[folded(header)] = fit[0] if fit else LEFT_OUT
    return TableMap(tables, found)


def _pair(text: str) -> tuple[str, str]:
    left, sign, right = text.rpartition("=")
    if not sign or not left.strip():
        message = (
            f"'{text}' is geen toewijzing; schrijf ze als 'Volledige naam=naam'. "
            f"/ '{text}' is no mapping; write it as 'Full name=name'."
        )
        raise InvalidInput(message)
    return left.strip(), right.strip()


def _named(name: str, dutch: Mapping[str, str], known: Iterable[str]) -> Choice:
    return _one_of(dutch.get(name, name), [*known])


def folded(name: str) -> str:
    """Return a sheet name or header as it is compared."""
    return squash(name) or name.strip()


def is_any_sheet(name: str) -> bool:
    """Tell whether a sheet is called as every new sheet is, so that its name says nothing another time."""
    return _ANY_SHEET.fullmatch(folded(name)) is not None


def may_be_kept(name: str) -> bool:
    """Tell whether a name is fit to be remembered."""
    return 0 < len(name) <= _LONGEST and _PERSONAL.search(name) is None


def merged(kept: Iterable[str]) -> TableMap:
    """Return what several imports kept (:func:`as_text`), of which the first counts where they differ."""
    sheets: dict[str, Choice] = {}
    columns: dict[str, dict[str, Choice]] = {}
    for text in kept:
        found = read(text)
        for name, table in found.sheets.items():
            sheets.setdefault(name, table)
        for table, headers in found.columns.items():
            for header, column in headers.items():
                columns.setdefault(table, {}).setdefault(header, column)
    return TableMap(sheets, columns)


def as_text(found: TableMap) -> str:
    """Return a map as JSON text, empty where nothing is in it."""
    if not found.sheets and not found.columns:
        return ""
    return json.dumps(
        {"sheets": dict(found.sheets), "columns": {k: dict(v) for k, v in found.columns.items()}}
    )


def read(text: str) -> TableMap:
    """Return what a JSON text says was chosen.

    ``{"sheets": {…: table}, "columns": {table: {header: column}}, "values": {table: {column: {value: nearest}}}}``.

    Raises
    ------
    InvalidInput
        It is no such JSON, or names a table or column that is not there.
    """
    if not text.strip():
        return TableMap()
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        raise _unreadable() from None
    given = _object(found)
    if not given.keys() <= {"sheets", "columns", "values"}:
        raise _unreadable()
    sheets: dict[str, Choice] = {}
    for name, table in _object(given.get("sheets", {})).items():
        sheets[folded(name)] = _one_of(table, TABLE)
    columns: dict[str, dict[str, Choice]] = {}
    for name, headers in _object(given.get("columns", {})).items():
        table = _one_of(name, TABLE)
        if not table:
            raise _unreadable()
        known = [column.name for column in TABLE[table].columns]
        columns[table] = {
            folded(header): _one_of(column, known) for header, column in _object(headers).items()
        }
    return TableMap(sheets, columns, values=_values(given.get("values", {})))


def _values(given: object) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for name, columns in _object(given).items():
        table = _one_of(name, TABLE)
        if not table:
            raise _unreadable()
        known = [column.name for column in TABLE[table].columns]
        for column, values in _object(columns).items():
            if not _one_of(column, known) or not all(
                isinstance(nearest, str) for nearest in _object(values).values()
            ):
                raise _unreadable()
            found.setdefault(table, {})[column] = dict(_object(values))
    return found


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unreadable()
    return cast("dict[str, Any]", value)


def _one_of(value: object, known: Iterable[str]) -> Choice:
    if value is None or value == LEFT_OUT:
        return value if value is None else LEFT_OUT
    if not isinstance(value, str):
        raise _unreadable()
    names = list(known)
    if value not in names:
        like = nearest(value, names)
        also_nl = f"; bedoelde u '{like}'?" if like else f"; kies uit: {', '.join(names)}."
        also_en = f"; did you mean '{like}'?" if like else f"; choose from: {', '.join(names)}."
        message = (
            f"'{value}' is geen tabel of kolom die Ploeg kent{also_nl} "
            f"/ '{value}' is no table or column that Ploeg knows{also_en}"
        )
        raise InvalidInput(message)
    return value


def _unreadable() -> InvalidInput:
    return InvalidInput(
        'De toewijzing is onleesbaar; geef JSON als {"sheets": {"leden.xlsx/Blad1": "people"}, "columns": '
        '{"people": {"Voornaam en naam": "name", "Schoenmaat": ""}}}. / The mapping can\'t be read; give JSON as '
        '{"sheets": {"leden.xlsx/Blad1": "people"}, "columns": {"people": {"Full name of": "name", "Size": ""}}}.'
    )
