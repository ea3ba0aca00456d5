"""A cell as a file gives it, cleaned: text, number, yes or no, day, or nothing."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time

from graph.spreadsheets import unguarded
from ingest.refusals import RowPlace, Words

Cell = str | int | float | bool | datetime | date | time | None
"""What a file gives; text files give text only."""

KEY_BYTES = 1024
TEXT_BYTES = 102_400

BETWEEN = Words("een ; tussen meerdere, geen komma", "a ; between several, no comma")
"""Expected of a list that was written with commas."""

_EXCEL_ERRORS = frozenset(
    [
        "#N/A",
        "#N/B",
        "#REF!",
        "#VERW!",
        "#NAME?",
        "#NAAM?",
        "#VALUE!",
        "#WAARDE!",
        "#DIV/0!",
        "#DEEL/0!",
        "#NUM!",
        "#GETAL!",
        "#NULL!",
        "#LEEG!",
        "#SPILL!",
        "#OVERLOOP!",
        "#CALC!",
        "#BEREKENEN!",
        "#GETTING_DATA",
        "#FIELD!",
        "#VELD!",
    ]
)
_NONCHARACTERS = frozenset("\ufffe\uffff")


class Unfit(Exception):
    """A cell does not hold what its column holds; never leaves this package."""

    def __init__(
        self,
        expected: Words,
        nearest: str | None = None,
        value: str | None = None,
        *,
        certain: bool = False,
        cause: RowPlace | None = None,
    ) -> None:
        super().__init__(expected.en)
        self.expected = expected
        self.nearest = nearest
        self.value = value
        self.certain = certain and nearest is not None
        self.cause = cause


def clean(cell: Cell) -> Cell:
    """Return the cell without what nobody sees, ``None`` where nothing is left.

    Text is composed (NFC), its line ends become one sign, outer spaces go, and the apostrophe that
    :func:`~graph.spreadsheets.guard` put before a formula sign goes.
    """
    if cell is None or not isinstance(cell, str):
        return cell
    text = cell
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.strip()
    return unguarded(text) or None


def as_text(cell: Cell) -> str:
    """Return a cleaned cell as text: 7.0 as "7", a day as 2026-11-23.

    Raises
    ------
    Unfit
        It is an error of the spreadsheet or holds control characters.
    """
    if isinstance(cell, str):
        text = cell
    elif isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        text = str(int(cell))
    elif isinstance(cell, datetime):
        text = cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    elif isinstance(cell, date | time):
        text = cell.isoformat()
    else:
        text = str(cell)
    if text[:1] == "#" and text.upper() in _EXCEL_ERRORS:
        raise Unfit(
            Words(
                "een waarde; dit is een foutmelding van het rekenblad, herstel de formule",
                "a value; this is an error of the spreadsheet, mend the formula",
            )
        )
    if not text.isprintable() and any(_is_control(sign) for sign in text):
        raise Unfit(
            Words("tekst zonder onzichtbare stuurtekens", "text without invisible control characters")
        )
    return text


def _is_control(sign: str) -> bool:
    if sign in "\n\t":
        return False
    return sign in _NONCHARACTERS or unicodedata.category(sign) in {"Cc", "Cs"}


def one_line(text: str) -> str:
    """Return a name or key on one line; at most 1 KB."""
    if len(text.encode()) > KEY_BYTES:
        raise Unfit(
            Words("hoogstens 1 KB tekst (zo'n 1000 tekens)", "at most 1 KB of text (about 1000 signs)")
        )
    return text.replace("\n", " ").replace("\t", " ")


def long_text(text: str) -> str:
    """Return a text of at most 100 KB."""
    if len(text.encode()) > TEXT_BYTES:
        raise Unfit(Words("hoogstens 100 KB tekst", "at most 100 KB of text"))
    return text


def items(text: str) -> list[str]:
    """Return the items of a list cell, which stand between ``;``, ``|`` or line ends, each once."""
    parts = (part.strip() for part in re.split(r"[;|\n]", text))
    return list(dict.fromkeys(part for part in parts if part))


def with_commas(text: str, known: Callable[[str], bool]) -> Unfit | None:
    """Return what to say of a list written with commas, ``None`` where no part of it is known.

    Nothing is nearest unless all parts are known: whoever takes over what is proposed would lose the others.
    """
    parts = list(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    known_parts = sum(map(known, parts))
    if len(parts) < 2 or not known_parts:
        return None
    return Unfit(BETWEEN, "; ".join(parts) if known_parts == len(parts) else None, text, certain=True)
