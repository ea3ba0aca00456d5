"""Raw tables to good rows and refusals.

Tables are read in the order in which one refers to another, so that a row can be refused because of the row it
refers to.  Nothing here knows a store: what it holds comes in as :class:`graph.known.Known`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from graph.known import Known
from graph.model import Key, NeighbourhoodRow, OrganisationRow, PersonRow, Row, Tables, TalentRow, ThemeRow
from ingest.cells import Unfit
from ingest.columns import Table
from ingest.findings import Findings
from ingest.headers import Header, header_text, read_header
from ingest.layout import TABLES
from ingest.mapping import ReadColumn, ReadSheet, TableMap
from ingest.raw import OtherSheet, RawInput, RawTable
from ingest.recognised import examples, place_of
from ingest.references import MADE_FROM_USE, directories, text_of
from ingest.refusals import MOST_REFUSALS, Checked, Words
from ingest.relations import Read, completed
from ingest.rows import RowReader
from ingest.together import Together

RowsChecked = Callable[[int, int], None]
"""Told how many rows were checked, and of how many."""

_TOLD_EVERY = 100


def check(
    raw: RawInput,
    known: Known | None = None,
    *,
    today: date,
    chosen: TableMap | None = None,
    told: RowsChecked | None = None,
) -> Checked:
    """Check every row of a batch.

    Parameters
    ----------
    raw
        What :func:`ingest.tables.read` gave.
    known
        What the store holds; nothing if left out.
    today
        The day that no consent may be dated after.
    chosen
        Which columns headers were said to be.
    told
        Hears how far it is.

    Returns
    -------
    Checked
        The good rows with keys for references, what is refused, and what is worth knowing.  Linear in the number
        of cells; a name that is unknown costs one look at every known name, for at most 100 of them a kind.
    """
    return _Batch(raw, known or Known(), today, chosen or TableMap(), told).checked()


class _Batch:
    """One run of :func:`check`."""

    def __init__(
        self, raw: RawInput, known: Known, today: date, chosen: TableMap, told: RowsChecked | None
    ) -> None:
        self._raw = raw
        self._today = today
        self._chosen = chosen
        self._told = told
        self._done = 0
        self._total = sum(len(table.grid.rows) for table in raw.tables)
        self._findings = Findings(notices=list(raw.notices))
        for refusal in raw.refusals:
            self._findings.refuse(refusal)
        self._headers = [read_header(table, chosen) for table in raw.tables]
        for header in self._headers:
            self._findings.notices.extend(header.notices)
            for refusal in header.refusals:
                self._findings.refuse(refusal)
        self._directories = directories(raw, self._headers, known)
        self._open = [directory for directory in self._directories.values() if directory.open]
        self._together = Together(raw.tables, self._headers, self._findings)

    def checked(self) -> Checked:
        """Read every table in order and return what came of it."""
        found: dict[str, Any] = {}
        for table in TABLES:
            directory = self._directories.get(table.name)
            good = self._together.applied(table, directory, self._read(table))
            if directory is not None:
                directory.settle(_key(read.row) for read in good)
            found[table.name] = tuple(read.row for read in good)
        tables = self._with_made(Tables(**found))
        refused = self._findings.refused
        if refused > MOST_REFUSALS:
            self._findings.note(
                f"Er zijn {refused} weigeringen; de eerste {MOST_REFUSALS} worden getoond.",
                f"There are {refused} refusals; the first {MOST_REFUSALS} are shown.",
            )
        return Checked(
            tables,
            self._findings.in_order(self._raw.files),
            tuple(self._findings.notices),
            self._raw.files,
            self._raw.sha256,
            refused,
            self._sheets(),
            self._findings.replaced,
            self._refused_people({row.key for row in tables.people}),
        )

    def _refused_people(self, good: Collection[Key]) -> tuple[PersonRow, ...]:
        """Return people whose row was refused, each once, but not those whose id a good row has."""
        found = {row.key: row for row in self._findings.refused_people if row.key not in good}
        return tuple(found.values())

    def _sheets(self) -> tuple[ReadSheet, ...]:
        """Return what every sheet was taken for, in their order."""
        found = [_sheet(*each) for each in zip(self._raw.tables, self._headers, strict=True)]
        found += [_other(other, self._chosen) for other in self._raw.others]
        order = {place: position for position, place in enumerate(self._raw.places)}
        return tuple(sorted(found, key=lambda sheet: order.get(sheet.place, 0)))

    def _read(self, table: Table) -> list[Read]:
        sources = [
            (source, raw)
            for source, raw in enumerate(self._raw.tables)
            if raw.table is table and not self._headers[source].refusals
        ]
        good: list[Read] = []
        first: dict[Key, tuple[int, int]] = {}
        for source, raw in sorted(sources, key=lambda each: each[1].completes):
            for refusal in raw.grid.refusals:
                self._findings.refuse(refusal)
            if raw.completes:
                good = self._complete(good, list(self._rows(source, raw, {})))
            else:
                good.extend(self._rows(source, raw, first))
        return good

    def _rows(self, source: int, raw: RawTable, first: dict[Key, tuple[int, int]]) -> Iterator[Read]:
        """Yield the good rows of a source; `first` holds where each id stood first."""
        header = self._headers[source]
        replacements = self._chosen.values.get(raw.table.name, {})
        reader = RowReader(raw, header.places, self._directories, self._today, self._findings, replacements)
        id_place = header.place("id") if raw.table.keyed else None
        for number, cells in raw.grid.rows:
            self._done += 1
            if self._told is not None and self._done % _TOLD_EVERY == 0:
                self._told(self._done, self._total)
            row = reader.read(number, cells)
            key = text_of(cells, id_place)
            if key is not None and id_place is not None:
                held = first.setdefault(Key(key), (source, number))
                if held != (source, number):
                    self._findings.refuse_cell(raw, number, id_place.header, key, self._twice(source, held))
                    row = None
            for directory in self._open:
                directory.settle_row(good=row is not None)
            if row is not None:
                yield Read(row, source, number)

    def _twice(self, source: int, held: tuple[int, int]) -> Unfit:
        before = "" if held[0] == source else f"{self._together.name(held[0])} "
        return Unfit(
            Words(
                f"een id dat nog niet in {before}rij {held[1]} staat",
                f"an id that is not yet in {before}row {held[1]}",
            )
        )

    def _complete(self, good: list[Read], outlines: list[Read]) -> list[Read]:
        """Add what a GeoJSON file knows to the rows of the table with the same id, and the rest as rows."""
        found = list(good)
        at = {_key(read.row): position for position, read in enumerate(good)}
        for read in outlines:
            by = cast("NeighbourhoodRow", read.row)
            position = at.get(by.key)
            if position is None:
                found.append(read)
            else:
                row = cast("NeighbourhoodRow", found[position].row)
                found[position] = replace(found[position], row=completed(row, by))
        return found

    def _with_made(self, tables: Tables) -> Tables:
        """Add what was made from use, and say so."""
        made: Mapping[str, Mapping[Key, str]] = {name: self._directories[name].made for name in MADE_FROM_USE}
        for name in sorted(MADE_FROM_USE):
            if made[name]:
                table = self._directories[name].table
                labels = ", ".join(list(made[name].values())[:10]) + (", …" if len(made[name]) > 10 else "")
                self._findings.note(
                    f"Er was geen tabel {table.dutch}; gemaakt uit het gebruik: {labels}.",
                    f"There was no table {table.name}; made from use: {labels}.",
                )
        return replace(
            tables,
            themes=tables.themes or tuple(ThemeRow(*each) for each in made["themes"].items()),
            talents=tables.talents or tuple(TalentRow(*each) for each in made["talents"].items()),
            neighbourhoods=tables.neighbourhoods
            or tuple(NeighbourhoodRow(*each) for each in made["neighbourhoods"].items()),
            organisations=tables.organisations
            or tuple(OrganisationRow(*each) for each in made["organisations"].items()),
        )


def _sheet(raw: RawTable, header: Header) -> ReadSheet:
    return ReadSheet(
        place_of(raw.file, raw.sheet),
        raw.file,
        raw.sheet,
        raw.name,
        raw.table.name,
        raw.how,
        None,
        len(raw.grid.rows),
        header.read,
        header.missing,
    )


def _other(other: OtherSheet, chosen: TableMap) -> ReadSheet:
    of = other.sheet
    place = place_of(of.file, of.sheet)
    if other.like is not None:
        # What its headers would be, so that both can be chosen at once.
        header = read_header(RawTable(of.file, of.sheet, other.like, of.grid, name=of.name), chosen)
        rows = len(of.grid.rows)
        return ReadSheet(
            place,
            of.file,
            of.sheet,
            of.name,
            None,
            None,
            other.like.name,
            rows,
            header.read,
            header.missing,
        )
    columns = tuple(
        ReadColumn(header_text(cell), None, None, None, examples(of.grid.rows, position))
        for position, cell in enumerate(of.grid.header)
        if header_text(cell)
    )
    return ReadSheet(place, of.file, of.sheet, of.name, None, other.how, None, len(of.grid.rows), columns)


def _key(row: Row) -> Key:
    return cast("ThemeRow", row).key
