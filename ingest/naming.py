"""Which table or column a name means, and which one somebody who mistyped may have meant."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from ingest.columns import Column, Table
from ingest.folding import fold, squash
from ingest.layout import TABLES


def tables_named(name: str) -> tuple[Table, ...]:
    """Return the tables that a sheet or file name means: the whole name, else its words."""
    whole = squash(name)
    exact = tuple(table for table in TABLES if whole in table.spellings())
    if exact:
        return exact
    words = set(fold(name).split())
    return tuple(table for table in TABLES if words & table.spellings())


def table_like(name: str) -> Table | None:
    """Return the table whose name looks like this one, as after a typing error."""
    words = {squash(name), *fold(name).split()}
    for table in TABLES:
        if any(alike(word, spelling) for word in words for spelling in table.spellings()):
            return table
    return None


def column_named(table: Table, header: str) -> Column | None:
    """Return the column that a header means."""
    word = squash(header)
    return next((column for column in table.columns if word in column.spellings()), None)


def column_like(columns: Iterable[Column], header: str) -> Column | None:
    """Return the column whose name looks like this header, as after a typing error."""
    word = squash(header)
    best: tuple[int, Column] | None = None
    for column in columns:
        for spelling in column.spellings():
            if alike(word, spelling):
                distance = OSA.distance(word, spelling)
                if best is None or distance < best[0]:
                    best = distance, column
    return None if best is None else best[1]


def alike(word: str, known: str) -> bool:
    """Tell whether `word` looks like a mistyped `known`: one slip, two in a long word.

    Words that differ in a number only ("phone 2") were not mistyped.
    """
    if min(len(word), len(known)) < 4 or re.sub(r"\d", "", word) == re.sub(r"\d", "", known):
        return False
    most = 2 if min(len(word), len(known)) >= 8 else 1
    return OSA.distance(word, known, score_cutoff=most) <= most


def names_to_use(language: str) -> str:
    """Return the names of all tables, to choose from."""
    return ", ".join(table.dutch if language == "nl" else table.name for table in TABLES)
