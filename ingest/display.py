"""Rows as a person reads them in a table: keys, words and days in the columns of a sheet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import cast

from graph.model import ConsentAnswer, Purpose, Row, Scope, Tables, TalentOffer, ThemeInterest
from ingest.columns import Column, Kind, Table
from ingest.layout import TABLE
from ingest.words import DUTCH

Shown = str | int | float | date | None

_ENDS_AS_RATED = re.compile(r":[+-]?[0-9\s]*$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it is written: the columns that hold anything, always those that are required."""

    name: str
    columns: tuple[Column, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Shown, ...], ...]


def sheets(tables: Tables, language: str, *, bar: bool = False) -> Iterator[Sheet]:
    """Return a sheet per table that holds rows, the people's if none does.

    With `bar` the items of a list stand between ``|``, else between ``;``.
    """
    for name, rows in tables.items():
        if rows or (len(tables) == 0 and name == "people"):
            yield _sheet(TABLE[name], rows, language, " | " if bar else "; ")


def _sheet(table: Table, rows: tuple[Row, ...], language: str, between: str) -> Sheet:
    columns = tuple(
        column
        for column in table.columns
        if column.required or any(_said(row, column) not in (None, ()) for row in rows)
    )
    return Sheet(
        table.dutch if language == "nl" else table.name,
        columns,
        tuple(column.dutch if language == "nl" else column.name for column in columns),
        tuple(
            tuple(_shown(_said(row, column), column, language, between) for column in columns) for row in rows
        ),
    )


def _said(row: Row, column: Column) -> object:
    value: object = getattr(row, column.fills)
    if column.kind is not Kind.CONSENT:
        return value
    answers = cast("tuple[ConsentAnswer, ...]", value)
    return next((answer for answer in answers if answer.purpose is column.purpose), None)


def _shown(value: object, column: Column, language: str, between: str) -> Shown:
    if value is None or value == ():
        return None
    match value:
        case bool():
            return yes_no(language, yes=value)
        case StrEnum():
            return word(value, language)
        case ConsentAnswer():
            if value.purpose is Purpose.CONNECTOR and value.given and value.scope is Scope.PARTNERS:
                return word(Scope.PARTNERS, language)
            return yes_no(language, yes=value.given)
        case tuple():
            return between.join(_item(item) for item in cast("tuple[object, ...]", value))
        case str() | int() | float() | date():
            return value
        case _:
            message = f"column {column.name} can't show {type(value).__name__}"
            raise TypeError(message)


def yes_no(language: str, *, yes: bool) -> str:
    """Return a yes or no as a word."""
    if language == "nl":
        return "ja" if yes else "nee"
    return "yes" if yes else "no"


def word(member: StrEnum, language: str) -> str:
    """Return a word of a closed list."""
    return DUTCH[type(member)][member][0] if language == "nl" else member.value


def _item(item: object) -> str:
    if isinstance(item, ThemeInterest):
        return _rated(item.theme, item.experience)
    if isinstance(item, TalentOffer):
        return _rated(item.talent, item.level)
    return str(item)


def _rated(key: str, rating: int | None) -> str:
    if rating is not None:
        return f"{key}:{rating}"
    # Without the colon the last figure of such a key would be read as a rating.
    return f"{key}:" if _ENDS_AS_RATED.search(key) else key
