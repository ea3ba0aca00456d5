"""Raw tables to good rows and refusals.

Tables are read in the order in which one refers to another, so that a row can be refused because of the row it
refers to.  Nothing here knows a store: what it holds comes in as :class:`graph.known.Known`.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import cast

from graph.known import Known
from graph.model import (
    Key,
    NeighbourhoodRow,
    OrganisationRow,
    Row,
    Tables,
    TalentRow,
    ThemeRow,
    TieRow,
)
from ingest import values
from ingest.cells import Cell, Unfit, clean
from ingest.columns import Table
from ingest.headers import Header, Place, read_header
from ingest.layout import TABLES
from ingest.raw import RawInput, RawTable
from ingest.references import MADE_FROM_USE, Directory, names_of, stored_things
from ingest.refusals import MOST_REFUSALS, Checked, Notice, Refusal, Words
from ingest.relations import Read, below_themselves, completed, identity, latest, where
from ingest.rows import RowReader


def check(raw: RawInput, known: Known | None = None, *, today: date) -> Checked:
    """Check every row of a batch.

    Parameters
    ----------
    raw
        What :func:`ingest.tables.read` gave.
    known
        What the store holds; nothing if left out.
    today
        The day that no consent may be dated after.

    Returns
    -------
    Checked
        The good rows with keys for references, what is refused, and what is worth knowing.  Linear in the number
        of cells; a name that is unknown costs one look at every known name, for at most 100 of them a kind.
    """
    return _Batch(raw, known or Known(), today).checked()


class _Batch:
    """One run of :func:`check`."""

    def __init__(self, raw: RawInput, known: Known, today: date) -> None:
        self._raw = raw
        self._today = today
        self._refusals: list[Refusal] = []
        self._refused = 0
        self._notices: list[Notice] = list(raw.notices)
        for refusal in raw.refusals:
            self._refuse(refusal)
        self._headers: list[Header] = [read_header(table) for table in raw.tables]
        for header in self._headers:
            self._notices.extend(header.notices)
            for refusal in header.refusals:
                self._refuse(refusal)
        lost = {
            raw_table.table.name
            for raw_table, header in zip(raw.tables, self._headers, strict=True)
            if header.refusals
        }
        lost |= {refusal.nearest for refusal in raw.refusals if refusal.nearest is not None}
        stored = stored_things(known)
        self._directories: dict[str, Directory] = {}
        for table in TABLES:
            if not table.keyed:
                continue
            directory = Directory(table, open=False, lost=table.name in lost)
            for key, thing in stored[table.name].items():
                directory.add(key, thing.names, stored=True)
            held = any(
                raw_table.grid.rows or raw_table.grid.refusals
                for raw_table in raw.tables
                if raw_table.table is table
            )
            directory.open = (
                table.name in MADE_FROM_USE and not held and not stored[table.name] and not directory.lost
            )
            self._directories[table.name] = directory
        self._open = [directory for directory in self._directories.values() if directory.open]
        for source, raw_table in enumerate(raw.tables):
            self._announce(raw_table, self._headers[source])

    def checked(self) -> Checked:
        """Read every table in order and return what came of it."""
        found: dict[str, tuple[Row, ...]] = {}
        for table in TABLES:
            good = self._read(table)
            good = self._together(table, good)
            if table.keyed:
                self._directories[table.name].settle(_key(read.row) for read in good)
            found[table.name] = tuple(read.row for read in good)
        tables = self._with_made(Tables(**found))  # type: ignore[arg-type]
        order = {name: position for position, name in enumerate(self._raw.files)}
        self._refusals.sort(
            key=lambda refusal: (order.get(refusal.file.split("/")[0], 0), refusal.file, refusal.sheet or "")
        )
        if self._refused > MOST_REFUSALS:
            self._notices.append(
                Notice(
                    f"Er zijn {self._refused} weigeringen; de eerste {MOST_REFUSALS} worden getoond.",
                    f"There are {self._refused} refusals; the first {MOST_REFUSALS} are shown.",
                )
            )
        return Checked(
            tables,
            tuple(self._refusals),
            tuple(self._notices),
            self._raw.files,
            self._raw.sha256,
            self._refused,
        )

    def _refuse(self, refusal: Refusal) -> None:
        self._refused += 1
        if len(self._refusals) < MOST_REFUSALS:
            self._refusals.append(refusal)

    def _announce(self, raw: RawTable, header: Header) -> None:
        """Let the directory know every key and name of a table before any row is read."""
        if not raw.table.keyed or header.refusals:
            return
        places = {place.column.name: place for place in header.places}
        assert raw.table.label is not None
        second = places.get("district") or places.get("label_en")
        directory = self._directories[raw.table.name]
        for _, cells in raw.grid.rows:
            key = _text(cells, places.get("id"))
            label = _text(cells, places.get(raw.table.label.name))
            if key is not None:
                other = _text(cells, second)
                directory.add(Key(key), () if label is None else names_of(raw.table, label, other))

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
                self._refuse(refusal)
            reader = RowReader(
                raw, self._headers[source].places, self._directories, self._today, self._refuse
            )
            if raw.completes:
                good = self._complete(good, source, raw, reader)
            else:
                good.extend(self._rows(source, raw, reader, first))
        return good

    def _rows(
        self, source: int, raw: RawTable, reader: RowReader, first: dict[Key, tuple[int, int]]
    ) -> Iterator[Read]:
        key_place = next(
            (place for place in reader.places if raw.table.keyed and place.column.name == "id"), None
        )
        for number, cells in raw.grid.rows:
            row = reader.read(number, cells)
            key = None if key_place is None else _text(cells, key_place)
            if key is not None and key_place is not None:
                held = first.setdefault(Key(key), (source, number))
                if held != (source, number):
                    reader.refuse_cell(number, key_place.header, key, Unfit(self._unique(source, held)))
                    row = None
            if row is None:
                self._drop_made()
            else:
                self._keep_made()
                yield Read(row, source, number)

    def _unique(self, source: int, held: tuple[int, int]) -> Words:
        place_nl = f"rij {held[1]}" if held[0] == source else f"{self._name(held[0])} rij {held[1]}"
        place_en = f"row {held[1]}" if held[0] == source else f"{self._name(held[0])} row {held[1]}"
        return Words(f"een id dat nog niet in {place_nl} staat", f"an id that is not yet in {place_en}")

    def _complete(self, good: list[Read], source: int, raw: RawTable, reader: RowReader) -> list[Read]:
        """Add what a GeoJSON file knows to the rows of the table with the same id, and the rest as rows."""
        at = {_key(read.row): position for position, read in enumerate(good)}
        other = self._directories[raw.table.name]
        found = list(good)
        added: dict[Key, tuple[int, int]] = {}
        for read in self._rows(source, raw, reader, added):
            assert isinstance(read.row, NeighbourhoodRow)
            position = at.get(read.row.key)
            if position is None:
                found.append(read)
                other.add(read.row.key, ())
            else:
                row = found[position].row
                assert isinstance(row, NeighbourhoodRow)
                found[position] = replace(found[position], row=completed(row, read.row))
        return found

    def _keep_made(self) -> None:
        for directory in self._open:
            directory.keep()

    def _drop_made(self) -> None:
        for directory in self._open:
            directory.drop()

    def _name(self, source: int) -> str:
        raw = self._raw.tables[source]
        return raw.file if raw.sheet is None else f"{raw.file}, {raw.sheet}"

    def _together(self, table: Table, good: list[Read]) -> list[Read]:
        """Apply what rows of one table say together."""
        if table.name in {"themes", "talents"}:
            return self._without_circles(good)
        if table.name == "ties":
            return self._one_tie_a_pair(good)
        if not table.keyed:
            return self._once(table, good)
        return good

    def _without_circles(self, good: list[Read]) -> list[Read]:
        circles = below_themselves([cast("ThemeRow | TalentRow", read.row) for read in good])
        kept: list[Read] = []
        for read in good:
            circle = circles.get(_key(read.row))
            if circle is None:
                kept.append(read)
            else:
                chain = " > ".join(circle)
                self._refuse_read(
                    read,
                    Unfit(
                        Words(
                            f"iets ruimers dat niet onder zichzelf valt; nu: {chain}",
                            f"something broader that is not below itself; now: {chain}",
                        ),
                        value=circle[1],
                    ),
                )
        return self._without_lost_parents(good, kept)

    def _without_lost_parents(self, all_rows: list[Read], kept: list[Read]) -> list[Read]:
        """Refuse what falls under a refused row, as long as there is any."""
        if not kept:
            return kept
        directory = self._directories[self._raw.tables[kept[0].source].table.name]
        while True:
            directory.settle(_key(read.row) for read in kept)
            lost = [
                read for read in kept if cast("ThemeRow | TalentRow", read.row).broader in directory.refused
            ]
            if not lost:
                return kept
            for read in lost:
                parent = cast("ThemeRow | TalentRow", read.row).broader
                assert parent is not None
                try:
                    directory.find(parent)
                except Unfit as unfit:
                    self._refuse_read(read, unfit)
            gone = {id(read) for read in lost}
            kept = [read for read in kept if id(read) not in gone]

    def _refuse_read(self, read: Read, unfit: Unfit) -> None:
        raw = self._raw.tables[read.source]
        reader = RowReader(
            raw, self._headers[read.source].places, self._directories, self._today, self._refuse
        )
        reader.refuse_cell(read.number, reader.header("broader"), None, unfit)

    def _one_tie_a_pair(self, good: list[Read]) -> list[Read]:
        own = [read for read in good if _tie(read).start == _tie(read).end]
        if own:
            rows = where(own, self._name)
            self._notices.append(
                Notice(
                    f"{len(own)} banden van iemand met zichzelf zijn overgeslagen ({rows.nl}).",
                    f"{len(own)} ties from somebody to themselves were left out ({rows.en}).",
                )
            )
        kept, older = latest([read for read in good if _tie(read).start != _tie(read).end])
        if older:
            rows = where(older, self._name)
            self._notices.append(
                Notice(
                    f"{len(older)} banden stonden er al; de recentste telt, deze niet: {rows.nl}.",
                    f"{len(older)} ties stood there already; the latest counts, not these: {rows.en}.",
                )
            )
        bare = [read for read in kept if _says_nothing(_tie(read))]
        if bare:
            rows = where(bare, self._name)
            self._notices.append(
                Notice(
                    f"{len(bare)} banden zeggen niets over vertrouwen en tellen dus niet mee ({rows.nl}).",
                    f"{len(bare)} ties say nothing about trust and so don't count ({rows.en}).",
                )
            )
        return kept

    def _once(self, table: Table, good: list[Read]) -> list[Read]:
        kept: dict[object, Read] = {}
        again: list[Read] = []
        for read in good:
            held = kept.setdefault(identity(read.row), read)
            if held is read:
                continue
            if held.row == read.row:
                again.append(read)
                continue
            raw = self._raw.tables[read.source]
            expected = Words(
                f"één rij hiervoor; {self._name(held.source)} rij {held.number} zegt iets anders, laat er één weg",
                f"one row for this; {self._name(held.source)} row {held.number} says otherwise, leave one out",
            )
            self._refuse(Refusal(raw.file, raw.sheet, read.number, None, None, expected))
        if again:
            rows = where(again, self._name)
            self._notices.append(
                Notice(
                    f"{table.dutch}: {len(again)} rijen staan er dubbel en tellen één keer ({rows.nl}).",
                    f"{table.name}: {len(again)} rows stand twice and count once ({rows.en}).",
                )
            )
        return list(kept.values())

    def _with_made(self, tables: Tables) -> Tables:
        """Add what was made from use, and say so."""
        made = {name: self._directories[name].made for name in MADE_FROM_USE}
        for name in sorted(MADE_FROM_USE):
            if made[name]:
                table = self._directories[name].table
                labels = ", ".join(list(made[name].values())[:10]) + (", …" if len(made[name]) > 10 else "")
                self._notices.append(
                    Notice(
                        f"Er was geen tabel {table.dutch}; gemaakt uit het gebruik: {labels}.",
                        f"There was no table {table.name}; made from use: {labels}.",
                    )
                )
        return replace(
            tables,
            themes=tables.themes or tuple(ThemeRow(key, label) for key, label in made["themes"].items()),
            talents=tables.talents or tuple(TalentRow(key, label) for key, label in made["talents"].items()),
            neighbourhoods=tables.neighbourhoods
            or tuple(NeighbourhoodRow(key, label) for key, label in made["neighbourhoods"].items()),
            organisations=tables.organisations
            or tuple(OrganisationRow(key, label) for key, label in made["organisations"].items()),
        )


def _text(cells: tuple[Cell, ...], place: Place | None) -> str | None:
    """Return the text of a cell, ``None`` where it is empty or refused: the row itself will say why."""
    if place is None or place.positions[0] >= len(cells):
        return None
    cell = clean(cells[place.positions[0]])
    try:
        return None if cell is None else str(values.parser(place.column)(cell))
    except Unfit:
        return None


def _key(row: Row) -> Key:
    return cast("ThemeRow", row).key


def _tie(read: Read) -> TieRow:
    assert isinstance(read.row, TieRow)
    return read.row


def _says_nothing(row: TieRow) -> bool:
    return row.trust is None and row.openness is None and row.reliability is None and row.shared_aim is None
