"""The header of a table to columns: which cell of a row fills which column."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.cells import Cell, Unfit, as_text, clean
from ingest.columns import Column, Kind
from ingest.folding import squash
from ingest.guesses import column_guessed
from ingest.mapping import How, ReadColumn, TableMap
from ingest.naming import column_like, column_named
from ingest.raw import RawTable
from ingest.recognised import examples
from ingest.refusals import Notice, Refusal, Words, shown
from ingest.words import nearest

_CONTINUED = re.compile(r"(.+) \(([0-9]{1,3})\)")
_CONTINUES = frozenset({Kind.TEXT, Kind.POLYGON})


@dataclass(frozen=True, slots=True)
class Place:
    """A column and where its cells stand: more than one position where a long text was cut into parts."""

    column: Column
    header: str
    positions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, or why it is refused as a whole; ``read`` says what every header was taken for."""

    places: tuple[Place, ...]
    refusals: tuple[Refusal, ...]
    notices: tuple[Notice, ...]
    read: tuple[ReadColumn, ...] = ()
    missing: tuple[str, ...] = ()

    def place(self, name: str) -> Place | None:
        """Return where the column with this English name stands."""
        return next((place for place in self.places if place.column.name == name), None)

    def called(self, name: str) -> str:
        """Return how the file itself calls a column."""
        place = self.place(name)
        return name if place is None else place.header


def continued(header: str, part: int) -> str:
    """Return the header of a part of a long text: "about", "about (2)", "about (3)"."""
    return header if part == 1 else f"{header} ({part})"


def read_header(raw: RawTable, chosen: TableMap | None = None) -> Header:
    """Match the header of `raw` with the columns of its table: as `chosen`, else as each header says itself.

    A header that nobody knows is left out with a notice, which says what it may mean where that can be guessed; one
    that looks mistyped, one that is there twice and a required one that is missing are refused.
    """
    names = [header_text(cell) for cell in raw.grid.header]
    found: dict[str, tuple[str, dict[int, int]]] = {}
    refusals: list[Refusal] = []
    unknown: list[str] = []
    read: list[tuple[int, str, Column | None, How | None]] = []
    for position, name in enumerate(names):
        if not name:
            continue
        column, part, how = _column(raw, name, chosen or TableMap())
        read.append((position, name, column, how))
        if column is None:
            if how is None:
                unknown.append(name)
            continue
        first, parts = found.setdefault(column.name, (name, {}))
        if part in parts:
            refusals.append(_twice(raw, name, first))
        else:
            parts[part] = position
    left_out: dict[str, Column | None] = {}
    likes: dict[str, Column] = {}
    free = [column for column in raw.table.columns if column.name not in found]
    for name in unknown:
        like = column_like(free, name)
        if like is None:
            left_out[name] = None
        else:
            likes[name] = like
            refusals.append(_mistyped(raw, name, like))
    for name in left_out:
        # What has its header already, or is proposed for another one, is proposed for no second.
        left = [column for column in free if column not in likes.values()]
        guess = column_guessed(raw.table, name, left)
        if guess is not None:
            likes[name] = left_out[name] = guess
    refusals.extend(
        _missing(raw, column, names)
        for column in raw.table.columns
        if column.required
        and column.name not in found
        and not any(refusal.nearest in {column.name, column.dutch} for refusal in refusals)
    )
    places = tuple(
        Place(column, *_placed(found[column.name])) for column in raw.table.columns if column.name in found
    )
    return Header(
        places,
        tuple(refusals),
        tuple(_left_out(raw, left_out, len(names))),
        tuple(
            ReadColumn(
                name,
                column.name if column is not None else None,
                how,
                likes[name].name if column is None and name in likes else None,
                examples(raw.grid.rows, position),
            )
            for position, name, column, how in read
        ),
        tuple(column.name for column in raw.table.columns if column.required and column.name not in found),
    )


def header_text(cell: Cell) -> str:
    """Return a header as text, empty where there is none."""
    cleaned = clean(cell)
    try:
        return "" if cleaned is None else as_text(cleaned)
    except Unfit:
        return shown(cleaned)


def _column(raw: RawTable, name: str, chosen: TableMap) -> tuple[Column | None, int, How | None]:
    """Return the column that a header is, which part of it, and how that is known (see :class:`ReadColumn`)."""
    column, how = _meant(raw, name, chosen)
    match = _CONTINUED.fullmatch(name)
    if how is None and match is not None:
        column, how = _meant(raw, match[1], chosen)
        if column is None or column.kind not in _CONTINUES:
            return None, 1, None
        return column, int(match[2]), how
    return column, 1, how


def _meant(raw: RawTable, name: str, chosen: TableMap) -> tuple[Column | None, How | None]:
    choice, how = chosen.column(raw.table.name, name)
    if choice is not None:
        return (raw.table.column(choice) if choice else None), how
    column = column_named(raw.table, name)
    return column, How.NAME if column is not None else None


def _placed(found: tuple[str, dict[int, int]]) -> tuple[str, tuple[int, ...]]:
    name, parts = found
    return name, tuple(parts[part] for part in sorted(parts))


def _twice(raw: RawTable, name: str, first: str) -> Refusal:
    expected = Words(
        f"één kolom hiervoor; '{first}' en '{name}' betekenen hetzelfde, laat er één weg",
        f"one column for this; '{first}' and '{name}' mean the same, leave one out",
    )
    return Refusal(raw.file, raw.sheet, raw.grid.header_row, name, name, expected)


def _mistyped(raw: RawTable, name: str, like: Column) -> Refusal:
    dutch = squash(like.dutch) != squash(like.name) and nearest(name, (like.dutch, like.name)) == like.dutch
    expected = Words(
        "een kop die Ploeg kent; verbeter hem, of geef de kolom een heel andere naam om ze over te slaan",
        "a header that Ploeg knows; correct it, or give the column quite another name to leave it out",
    )
    return Refusal(
        raw.file, raw.sheet, raw.grid.header_row, name, name, expected, like.dutch if dutch else like.name
    )


def _missing(raw: RawTable, column: Column, names: list[str]) -> Refusal:
    found = ", ".join(name for name in names if name)
    expected = Words(
        f"een kolom '{column.dutch}'; gevonden: {shown(found)}",
        f"a column '{column.name}'; found: {shown(found)}",
    )
    return Refusal(raw.file, raw.sheet, raw.grid.header_row, column.name, None, expected)


def _left_out(raw: RawTable, left_out: Mapping[str, Column | None], width: int) -> list[Notice]:
    notices: list[Notice] = []
    where = raw.file if raw.sheet is None else f"{raw.file}, {raw.sheet}"
    if left_out:
        names_nl = ", ".join(
            shown(name) + (f" (misschien {like.dutch})" if like else "") for name, like in left_out.items()
        )
        names_en = ", ".join(
            shown(name) + (f" (perhaps {like.name})" if like else "") for name, like in left_out.items()
        )
        notices.append(
            Notice(f"{where}: kolommen overgeslagen: {names_nl}.", f"{where}: columns left out: {names_en}.")
        )
    unnamed = {position for position, name in enumerate(raw.grid.header) if not header_text(name)}
    if any(
        len(cells) > width or any(position < len(cells) and clean(cells[position]) for position in unnamed)
        for _, cells in raw.grid.rows
        if unnamed or len(cells) > width
    ):
        notices.append(
            Notice(
                f"{where}: cellen zonder kop erboven zijn overgeslagen.",
                f"{where}: cells without a header above them were left out.",
            )
        )
    return notices
