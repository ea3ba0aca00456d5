"""What a table and a column are: their names in two languages, what a cell holds, which field it fills."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model import Purpose, Row
from ingest.folding import squash


class Kind(StrEnum):
    """What a cell of a column holds."""

    KEY = "key"
    NAME = "name"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes_no"
    DATE = "date"
    LAST_DATE = "last_date"
    MOMENT = "moment"
    EMAIL = "email"
    PHONE = "phone"
    WEBSITE = "website"
    WORD = "word"
    LANGUAGES = "languages"
    REFERENCE = "reference"
    REFERENCES = "references"
    RATED = "rated"
    CONSENT = "consent"
    POLYGON = "polygon"


LISTS = frozenset({Kind.LANGUAGES, Kind.REFERENCES, Kind.RATED})
"""Kinds whose cells hold a list."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    ``field`` is the field of the row it fills, where that is not ``name``; ``refers`` the tables whose keys it
    holds; ``low`` and ``high`` the bounds of a number, or of the figure after the colon of a rated item;
    ``words`` the closed list; ``purpose`` what a consent column is about.
    """

    name: str
    dutch: str
    kind: Kind
    meaning_nl: str
    meaning_en: str
    required: bool = False
    others: tuple[str, ...] = ()
    field: str = ""
    refers: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    words: type[StrEnum] | None = None
    purpose: Purpose | None = None

    @property
    def fills(self) -> str:
        """The field of the row that this column fills."""
        return self.field or self.name

    def spellings(self) -> frozenset[str]:
        """Every folded header that means this column."""
        return frozenset(squash(word) for word in (self.name, self.dutch, *self.others))


_HET = frozenset({"thema", "talent", "initiatief", "lidmaatschap"})
"""What is called "het" in Dutch, so that it is "een bekend thema" and "een bekende wijk"."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``row`` is the record that one of its rows becomes, ``one_nl`` and ``one_en`` what a row is."""

    name: str
    dutch: str
    row: type[Row]
    one_nl: str
    one_en: str
    columns: tuple[Column, ...]
    others: tuple[str, ...] = ()

    def spellings(self) -> frozenset[str]:
        """Every folded sheet or file name that means this table."""
        return frozenset(squash(word) for word in (self.name, self.dutch, *self.others))

    def column(self, name: str) -> Column:
        """Return the column with this English name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def known_nl(self) -> str:
        """What a row is, as one that is known: "bekende wijk"."""
        return f"{'bekend' if self.one_nl in _HET else 'bekende'} {self.one_nl}"

    @property
    def a_row_en(self) -> str:
        """What a row is, with the article that goes with it: "an organisation"."""
        return f"{'an' if self.one_en[0] in 'aeio' else 'a'} {self.one_en}"

    @property
    def label(self) -> Column | None:
        """The column with the name by which other tables may refer to a row, where rows have one."""
        wanted = {"name", "title", "label_nl"}
        return next((column for column in self.columns if column.name in wanted), None)

    @property
    def keyed(self) -> bool:
        """Whether rows have a key."""
        return self.columns[0].kind is Kind.KEY
