"""What a cell that refers to something else means: by key first, then by an unambiguous name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.known import Known, KnownThing, neighbourhood_names
from graph.model import Key
from ingest.cells import Cell, Unfit, clean
from ingest.columns import Table
from ingest.folding import fold, slug
from ingest.headers import Header, Place
from ingest.layout import TABLES
from ingest.raw import RawInput, RawTable
from ingest.refusals import RowPlace, Words, shown
from ingest.values import parser
from ingest.words import is_slip, nearest

MADE_FROM_USE = frozenset({"themes", "talents", "neighbourhoods", "organisations"})
"""Kinds that come into being by being named, as long as nobody gave a list of them."""

_WORD_LISTS = frozenset({"themes", "talents", "neighbourhoods"})
_MOST_LOOKED_UP = 100
"""How often per kind the nearest value is sought: it reads every name."""


@dataclass
class Directory:
    """Everything of one kind that a row may refer to: what is stored and what this batch holds."""

    table: Table
    open: bool
    """Whether an unknown name makes a thing."""
    lost: bool = False
    """Whether a table of this kind was refused as a whole."""
    made: dict[Key, str] = field(default_factory=dict[Key, str])
    refused: set[Key] = field(default_factory=set[Key])
    _shown: dict[Key, str] = field(default_factory=dict[Key, str])
    _by_fold: dict[str, list[Key]] = field(default_factory=dict[str, list[Key]])
    _key_folds: dict[str, list[Key]] = field(default_factory=dict[str, list[Key]])
    _stored: set[Key] = field(default_factory=set[Key])
    _pending: dict[Key, str] = field(default_factory=dict[Key, str])
    _nearest: dict[str, str | None] = field(default_factory=dict[str, str | None])
    at: dict[Key, RowPlace] = field(default_factory=dict[Key, RowPlace])
    """Where the row of a key of this batch stands."""
    _inside: dict[str, list[Key]] = field(default_factory=dict[str, list[Key]])
    """Of neighbourhoods: those in each district."""

    def add(
        self, key: Key, names: Iterable[str], *, stored: bool = False, district: str | None = None
    ) -> None:
        """Let `key` answer to `names`; a neighbourhood lies in a `district`."""
        if district is not None:
            _append(self._inside, fold(district), key)
        if key not in self._shown:
            _append(self._key_folds, fold(key), key)
        if stored:
            self._stored.add(key)
        for position, name in enumerate(names):
            if position == 0:
                self._shown[key] = name
            _append(self._by_fold, fold(name), key)
        self._shown.setdefault(key, key)

    def settle(self, good: Iterable[Key]) -> None:
        """Remember which keys of the batch were refused, now that its rows of this kind are known."""
        self.refused = self._shown.keys() - self._stored - set(good) - self.made.keys()

    def holds(self, key: str) -> bool:
        """Tell whether something has exactly this key."""
        return key in self._shown

    def find(self, text: str) -> Key | None:
        """Return the key that `text` means, ``None`` where it means nothing.

        Raises
        ------
        Unfit
            It means several things, or one whose row was refused.
        """
        key = Key(text)
        if key not in self._shown:
            folded = fold(text)
            candidates = self._key_folds.get(folded) or self._by_fold.get(folded) or []
            if not candidates:
                return None
            if len(candidates) > 1:
                raise Unfit(self._ambiguous(candidates), value=text)
            key = candidates[0]
        if key in self.refused:
            one = self.table
            raise Unfit(
                Words(
                    f"een {one.one_nl} waarvan de rij zelf goed is; die van '{shown(text)}' is geweigerd",
                    f"{one.a_row_en} whose own row is good; that of '{shown(text)}' was refused",
                ),
                value=text,
                cause=self.at.get(key),
            )
        return key

    def make(self, text: str) -> Key | None:
        """Make a thing from its name where that is allowed; it counts once the row is good."""
        if not self.open:
            return None
        key = Key(slug(text))
        if key not in self.made:
            self._pending.setdefault(key, text)
        return key

    def settle_row(self, *, good: bool) -> None:
        """Keep what the row just read made, or forget it where the row was refused."""
        if good:
            self.made.update(self._pending)
        self._pending.clear()

    def unknown(self, text: str) -> Unfit:
        """Return what to say of a name that means nothing."""
        one = self.table
        if self.lost:
            return Unfit(
                Words(
                    f"een {one.known_nl}; de hele tabel {one.dutch} is geweigerd",
                    f"a known {one.one_en}; the whole table {one.name} was refused",
                ),
                value=text,
            )
        if inside := self._inside.get(fold(text)):
            return self._district(inside, text)
        near = self.nearest(text)
        hint_nl = ", met ; tussen meerdere" if "," in text else ""
        hint_en = ", with ; between several" if "," in text else ""
        none_nl = none_en = ""
        if near is None and text in self._nearest:
            none_nl, none_en = " (geen enkele lijkt hierop)", " (none is like this one)"
        return Unfit(
            Words(
                f"het id of de naam{none_nl} van een {one.known_nl}{hint_nl}",
                f"the id or name{none_en} of a known {one.one_en}{hint_en}",
            ),
            near,
            text,
            certain=self._certain(text),
        )

    def _certain(self, text: str) -> bool:
        """Tell whether `text` is one name of a list of words and a slip of the hand; of people nobody can tell."""
        if self.table.name not in _WORD_LISTS or any(sign.isdigit() for sign in text):
            return False
        alike = [key for key, name in self._shown.items() if is_slip(text, name) or is_slip(text, key)]
        return len(alike) == 1 and text in self._nearest

    def _district(self, inside: list[Key], text: str) -> Unfit:
        named = "; ".join(shown(self._shown[key]) for key in inside)
        return Unfit(
            Words(
                f"een wijk; {shown(text)} is een district, met deze wijken: {named}",
                f"a neighbourhood; {shown(text)} is a district, with these neighbourhoods: {named}",
            ),
            value=text,
        )

    def nearest(self, text: str) -> str | None:
        """Return the name or key most like `text`."""
        if text not in self._nearest and len(self._nearest) < _MOST_LOOKED_UP:
            found = nearest(text, [*self._shown.values(), *self._shown.keys()])
            self._nearest[text] = found
        return self._nearest.get(text)

    def _ambiguous(self, candidates: list[Key]) -> Words:
        named = ", ".join(f"{shown(self._shown[key])} ({key})" for key in candidates[:5])
        more = ", …" if len(candidates) > 5 else ""
        return Words(
            f"één {self.table.one_nl}; dit kunnen er {len(candidates)} zijn, geef het id: {named}{more}",
            f"one {self.table.one_en}; this can be {len(candidates)}, give the id: {named}{more}",
        )


def _append(found: dict[str, list[Key]], folded: str, key: Key) -> None:
    keys = found.setdefault(folded, [])
    if folded and key not in keys:
        keys.append(key)


def directories(raw: RawInput, headers: Sequence[Header], known: Known) -> dict[str, Directory]:
    """Return a directory for every kind, by table name, that knows all keys and names before any row is read."""
    lost = {source.table.name for source, header in zip(raw.tables, headers, strict=True) if header.refusals}
    # A file refused for its name was most likely the table it looks like.
    lost |= {refusal.nearest for refusal in raw.refusals if refusal.nearest is not None}
    held = {source.table.name for source in raw.tables if source.grid.rows or source.grid.refusals}
    found: dict[str, Directory] = {}
    for table, things in _stored(known):
        name = table.name
        makes = name in MADE_FROM_USE and name not in held | lost and not things
        found[name] = Directory(table, open=makes, lost=name in lost)
        for key, thing in things.items():
            found[name].add(key, thing.names, stored=True, district=thing.district)
    for source, header in zip(raw.tables, headers, strict=True):
        if source.table.keyed and not header.refusals:
            _announce(found[source.table.name], source, header)
    return found


def _stored(known: Known) -> Iterator[tuple[Table, Mapping[Key, KnownThing]]]:
    for table in TABLES:
        if table.keyed:
            yield table, getattr(known, table.name)


def _announce(directory: Directory, raw: RawTable, header: Header) -> None:
    assert raw.table.label is not None
    label_place = header.place(raw.table.label.name)
    second = header.place("district") or header.place("label_en")
    for number, cells in raw.grid.rows:
        key = text_of(cells, header.place("id"))
        if key is not None:
            directory.at.setdefault(Key(key), RowPlace(raw.file, raw.sheet, number))
            label, other = text_of(cells, label_place), text_of(cells, second)
            names = () if label is None else _names(raw.table, label, other)
            directory.add(Key(key), names, district=text_of(cells, header.place("district")))


def _names(table: Table, label: str, second: str | None) -> tuple[str, ...]:
    """Return what a row answers to: `second` is the district of a neighbourhood, the other label of a theme."""
    if table.name == "neighbourhoods":
        return neighbourhood_names(label, second)
    return (label,) if second is None else (label, second)


def text_of(cells: tuple[Cell, ...], place: Place | None) -> str | None:
    """Return the text of a cell, ``None`` where it is empty or refused: the row itself will say why."""
    if place is None or place.positions[0] >= len(cells):
        return None
    cell = clean(cells[place.positions[0]])
    try:
        return None if cell is None else str(parser(place.column)(cell))
    except Unfit:
        return None
