"""A row of cells to a record, or to everything that is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any, cast

from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Row, Scope, TalentOffer, ThemeInterest
from ingest import values
from ingest.cells import Cell, Unfit, as_text, clean, items, one_line, with_commas
from ingest.columns import Column, Kind
from ingest.findings import Findings
from ingest.folding import squash
from ingest.headers import Place
from ingest.raw import RawTable
from ingest.references import Directory
from ingest.refusals import Words, shown
from ingest.words import NO, YES, nearest, word_list

_NOT_EMPTY = Words("iets; deze kolom mag niet leeg zijn", "something; this column can't be empty")
_SHORT = 100
_MOST_REMEMBERED = 20_000
_MOST_REPLACED = 20
_ORDERED = (("start", "end"), ("since", "until"))


@dataclass(frozen=True)
class RowReader:
    """Reads the rows of one table of one file.

    ``directories`` are by table name; ``findings`` gets every refusal.  ``replacements`` say what to read a refused
    value as, by column: only what is certain, so that nobody agrees to anything by a slip of the hand.
    """

    raw: RawTable
    places: Sequence[Place]
    directories: Mapping[str, Directory]
    today: date
    findings: Findings
    replacements: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])

    def read(self, number: int, cells: tuple[Cell, ...]) -> Row | None:
        """Return the record of a row, ``None`` where anything in it is refused."""
        fields: dict[str, Any] = {}
        good = True
        for place, parse in self._parsers:
            cell = _joined(cells, place.positions)
            try:
                value = None if cell is None or cell == "" else self._value(number, place, parse, cell)
                if value is None and place.column.required:
                    raise Unfit(_NOT_EMPTY)
            except Unfit as unfit:
                self.findings.refuse_cell(self.raw, number, place.header, clean(cell), unfit)
                good = False
                continue
            if value is not None:
                field = place.column.fills
                fields[field] = (*fields.get(field, ()), value) if isinstance(value, ConsentAnswer) else value
        if not self._in_order(number, fields) or not good:
            if self.raw.table.name == "people" and fields.keys() >= {"key", "name"}:
                self.findings.refused_people.append(PersonRow(**fields))
            return None
        return cast("Callable[..., Row]", self.raw.table.row)(**fields)

    def _value(self, number: int, place: Place, parse: Callable[[Cell], object], cell: Cell) -> object:
        """Return what a cell says; what somebody said to read otherwise is read so."""
        for _ in range(_MOST_REPLACED):
            try:
                return parse(cell)
            except Unfit as unfit:
                value = shown(clean(cell) if unfit.value is None else unfit.value)
                to = self.replacements.get(place.column.name, {}).get(value)
                if to is None or to != unfit.nearest or not unfit.certain:
                    raise
                cell = _replaced(cell, unfit.value, to)
                self.findings.replace(self.raw, number, place.column.name, value, to)
        return parse(cell)

    @cached_property
    def _parsers(self) -> tuple[tuple[Place, Callable[[Cell], object]], ...]:
        return tuple((place, self._parser(place.column)) for place in self.places)

    def _parser(self, column: Column) -> Callable[[Cell], object]:
        match column.kind:
            case Kind.REFERENCE:
                return self._remembered(column, lambda cell: self._find(column, one_line(as_text(cell))))
            case Kind.REFERENCES:
                return self._remembered(column, lambda cell: self._several(column, as_text(cell)))
            case Kind.RATED:
                return self._remembered(column, lambda cell: self._rated(column, as_text(cell)))
            case Kind.CONSENT:
                return _remembering(lambda cell: _answer(column, cell))
            case _:
                return _remembering(values.parser(column))

    def _remembered(self, column: Column, parse: Callable[[Cell], object]) -> Callable[[Cell], object]:
        # What is made from use counts by the row that uses it: each cell is looked up anew.
        makes = any(self.directories[name].open for name in column.refers)
        return _cleaning(parse) if makes else _remembering(parse)

    def _refuse(self, number: int, name: str, cell: Cell, unfit: Unfit) -> None:
        header = next((place.header for place in self.places if place.column.name == name), name)
        self.findings.refuse_cell(self.raw, number, header, cell, unfit)

    def _in_order(self, number: int, fields: dict[str, Any]) -> bool:
        """Check what two cells, or a cell and today, say together."""
        good = True
        for first, last in _ORDERED:
            begin, end = fields.get(first), fields.get(last)
            if isinstance(begin, date) and isinstance(end, date) and end < begin:
                expected = Words(f"een dag niet voor {begin}", f"a day not before {begin}")
                self._refuse(number, last, end, Unfit(expected))
                good = False
        given = fields.get("consent_date")
        if isinstance(given, date) and given > self.today:
            # A day ahead is only another time zone.
            if given > self.today + timedelta(days=1):
                expected = Words(f"een dag tot en met {self.today}", f"a day up to {self.today}")
                self._refuse(number, "consent_date", given, Unfit(expected))
                good = False
            fields["consent_date"] = self.today
        return good

    def _several(self, column: Column, text: str) -> tuple[Key, ...]:
        return tuple(dict.fromkeys(self._find(column, item) for item in items(text)))

    def _find(self, column: Column, text: str) -> Key:
        key = self._look(column, text)
        if key is not None:
            return key
        made = self.directories[column.refers[0]].make(one_line(text)) if len(column.refers) == 1 else None
        if made is not None:
            return made
        self._refuse_commas(column, text)
        raise self.directories[column.refers[0]].unknown(text)

    def _refuse_commas(self, column: Column, text: str) -> None:
        if column.kind is Kind.REFERENCE or self._is_known(column, text):
            return
        listed = with_commas(text, lambda part: self._is_known(column, part))
        if listed is not None:
            raise listed

    def _is_known(self, column: Column, text: str) -> bool:
        """Tell whether `text` means one thing, in a list with a rating behind it or not."""
        name, colon, figure = text.rpartition(":")
        if column.kind is Kind.RATED and colon and figure.strip().isdecimal():
            text = name.strip()
        try:
            return self._look(column, text) is not None
        except Unfit:
            return False

    def _look(self, column: Column, text: str) -> Key | None:
        if len(column.refers) == 1:
            return self.directories[column.refers[0]].find(text)
        directories = [self.directories[name] for name in column.refers]
        exact = next((directory for directory in directories if directory.holds(text)), None)
        if exact is not None:
            return exact.find(text)
        found = {directory.table.name: directory.find(text) for directory in directories}
        keys = [key for key in found.values() if key is not None]
        if len(keys) > 1:
            named = ", ".join(keys)
            raise Unfit(
                Words(
                    f"één persoon of organisatie; geef het id: {named}",
                    f"one person or organisation; give the id: {named}",
                ),
                value=text,
            )
        return keys[0] if keys else None

    def _rated(self, column: Column, text: str) -> tuple[object, ...]:
        rated: dict[Key, int | None] = {}
        for item in items(text):
            key, rating = self._key_and_rating(column, item)
            if rated.get(key) is None:
                rated[key] = rating
        if column.refers == ("themes",):
            return tuple(ThemeInterest(key, rating) for key, rating in rated.items())
        return tuple(TalentOffer(key, rating) for key, rating in rated.items())

    def _key_and_rating(self, column: Column, item: str) -> tuple[Key, int | None]:
        """Split "mobiliteit:2"; a colon at the end says that a figure before it belongs to the name."""
        if "," in item:
            # Before the last colon is split off: what was written is told whole.
            self._refuse_commas(column, item)
        name, colon, figure = item.rpartition(":")
        name, figure = name.strip(), figure.strip()
        if not colon or not name or not (figure == "" or figure.lstrip("+-").isdecimal()):
            return self._find(column, item), None
        if figure == "":
            return self._find(column, name), None
        if self._look(column, name) is None:
            whole = self._look(column, item)
            if whole is not None:
                return whole, None
        try:
            rating = values.integer(figure, column.low, column.high)
        except Unfit as unfit:
            near = None if unfit.nearest is None else f"{name}:{unfit.nearest}"
            raise Unfit(
                Words(f"na de dubbele punt {unfit.expected.nl}", f"after the colon {unfit.expected.en}"),
                near,
                item,
            ) from None
        return self._find(column, name), rating


def _cleaning(parse: Callable[[Cell], object]) -> Callable[[Cell], object]:
    """Return `parse` of what is left of a cell once cleaned, ``None`` where that is nothing."""

    def read(cell: Cell) -> object:
        cleaned = clean(cell)
        return None if cleaned is None else parse(cleaned)

    return read


def _remembering(parse: Callable[[Cell], object]) -> Callable[[Cell], object]:
    """Return :func:`_cleaning` that knows the short texts it has read before."""
    known: dict[str, object] = {}

    cleaned = _cleaning(parse)

    def read(cell: Cell) -> object:
        if isinstance(cell, str) and cell in known:
            return known[cell]
        value = cleaned(cell)
        if isinstance(cell, str) and len(cell) <= _SHORT and len(known) < _MOST_REMEMBERED:
            known[cell] = value
        return value

    return read


def _replaced(cell: Cell, value: str | None, to: str) -> str:
    """Return a cell with `to` for `value`: an item of a list, with or without a rating behind it, or all of it."""
    if value is None:
        return to
    parts = items(as_text(clean(cell)))
    found = [
        to + part[len(value) :] if part == value or part.startswith(f"{value}:") else part for part in parts
    ]
    return to if found == parts else "; ".join(found)


def _joined(cells: tuple[Cell, ...], positions: tuple[int, ...]) -> Cell:
    if len(positions) == 1:
        return cells[positions[0]] if positions[0] < len(cells) else None
    parts = [cells[position] for position in positions if position < len(cells)]
    return "".join(str(part) for part in parts if part is not None)


def _answer(column: Column, cell: Cell) -> ConsentAnswer:
    """Return the answer of a consent column; for a connector it may name the scope."""
    assert column.purpose is not None
    connector = column.purpose is Purpose.CONNECTOR
    if isinstance(cell, bool):
        given = cell
    else:
        text = as_text(cell)
        folded = squash(text)
        scope = word_list(Scope).get(folded) if connector else None
        if scope is not None:
            return ConsentAnswer(column.purpose, given=True, scope=Scope(scope))
        if folded not in YES | NO:
            expected = (
                Words("ja, nee, coördinator of partners", "yes, no, coordinator or partners")
                if connector
                else Words("ja of nee", "yes or no")
            )
            options = ["ja", "nee", "yes", "no", *(["coordinator", "partners"] if connector else [])]
            raise Unfit(expected, nearest(text, options))
        given = folded in YES
    return ConsentAnswer(column.purpose, given, Scope.COORDINATOR if connector and given else None)
