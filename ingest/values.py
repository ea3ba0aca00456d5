"""A cleaned cell to the value its column holds; :class:`~ingest.cells.Unfit` says what was expected."""

import json
import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from graph.model import Purpose, Scope
from ingest.cells import Cell, Unfit, as_text, items, long_text, one_line, with_commas
from ingest.columns import Column, Kind
from ingest.folding import squash
from ingest.languages import LANGUAGES, language_words
from ingest.outline import NotAnOutline, outline_text
from ingest.refusals import Words
from ingest.words import NO, YES, all_words, choices, is_slip, nearest, word_list

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?")
_BELGIAN_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_MONTH = re.compile(r"([0-9]{4})[-/]([0-9]{1,2})")
_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")
_UTC = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s.,;<>]+(?:\.[^@\s.,;<>]+)+")
_WEBSITE = re.compile(
    r"(?:https?://)?[^\s/:@?#.]+(?:\.[^\s/:@?#.]+)+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_YEARS = range(1800, 2201)
_LARGEST = 1_000_000_000

_DAY_WORDS = Words(
    "een dag als 2026-11-23 of 23/11/2026, een maand als 2026-11 of een jaar als 2026",
    "a day such as 2026-11-23 or 23/11/2026, a month such as 2026-11 or a year such as 2026",
)


def key(cell: Cell) -> str:
    """Return an id: one line without the signs that part a list."""
    text = one_line(as_text(cell))
    if ";" in text or "|" in text:
        raise Unfit(Words("een code zonder ; of |", "a code without ; or |"))
    return text


def day(cell: Cell, *, last: bool = False) -> date:
    """Return a day; of a month or a year the first, or the `last`."""
    if isinstance(cell, datetime):
        return _real_day(cell.year, cell.month, cell.day)
    if isinstance(cell, date):
        return _real_day(cell.year, cell.month, cell.day)
    text = as_text(cell)
    if match := _ISO_DAY.fullmatch(text):
        return _real_day(*(int(part) for part in match.groups()))
    if match := _BELGIAN_DAY.fullmatch(text):
        return _real_day(*(int(part) for part in reversed(match.groups())))
    if match := _MONTH.fullmatch(text):
        year, month = int(match[1]), int(match[2])
        first = _real_day(year, month, 1)
        return first.replace(day=monthrange(year, month)[1]) if last else first
    if _YEAR.fullmatch(text):
        return _real_day(int(text), 12, 31) if last else _real_day(int(text), 1, 1)
    raise Unfit(_DAY_WORDS)


def _real_day(year: int, month: int, day_of_month: int) -> date:
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        raise Unfit(
            Words(f"een dag die bestaat; {_DAY_WORDS.nl}", f"a day that exists; {_DAY_WORDS.en}")
        ) from None
    if year not in _YEARS:
        raise Unfit(Words("een jaar van 1800 tot 2200", "a year from 1800 to 2200"))
    return found


def moment(cell: Cell) -> str:
    """Return a moment as UTC text in ISO form; one without a zone is taken as UTC."""
    text = as_text(cell)
    expected = Words("een tijdstip als 2026-11-23T09:30:00Z", "a moment such as 2026-11-23T09:30:00Z")
    try:
        found = cell if isinstance(cell, datetime) else datetime.fromisoformat(text)
        if _UTC.fullmatch(text):
            return text
        utc = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unfit(expected) from None
    return utc.isoformat().replace("+00:00", "Z")


def number(cell: Cell, low: float | None, high: float | None) -> float:
    """Return a number within bounds; a decimal comma is fine."""
    found = _number(cell)
    if found is None:
        raise Unfit(_bounds("een getal", "a number", low, high))
    if _within(found, low, high):
        return found
    raise Unfit(_bounds("een getal", "a number", low, high), _nearest_bound(found, low, high))


def integer(cell: Cell, low: float | None, high: float | None) -> int:
    """Return a whole number within bounds."""
    found = _number(cell)
    if found is not None and found.is_integer() and _within(found, low, high):
        return int(found)
    near = None if found is None else _nearest_bound(found, low, high) or str(round(found))
    raise Unfit(_bounds("een geheel getal", "a whole number", low, high), near)


def _number(cell: Cell) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        found = float(cell)
    else:
        text = as_text(cell)
        if not _NUMBER.fullmatch(text):
            return None
        found = float(text.replace(",", "."))
    return found if -_LARGEST <= found <= _LARGEST else None


def _within(found: float, low: float | None, high: float | None) -> bool:
    return (low is None or found >= low) and (high is None or found <= high)


def _nearest_bound(found: float, low: float | None, high: float | None) -> str | None:
    if low is not None and found < low:
        return f"{low:g}"
    return f"{high:g}" if high is not None and found > high else None


def _bounds(nl: str, en: str, low: float | None, high: float | None) -> Words:
    if low is not None and high is not None:
        return Words(f"{nl} van {low:g} tot {high:g}", f"{en} from {low:g} to {high:g}")
    if low is not None:
        return Words(f"{nl} van {low:g} of meer", f"{en} of {low:g} or more")
    return Words(nl, en)


def yes_no(cell: Cell) -> bool:
    """Return a yes or no."""
    if isinstance(cell, bool):
        return cell
    text = as_text(cell)
    folded = squash(text)
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise Unfit(Words("ja of nee", "yes or no"), nearest(text, ("ja", "nee", "yes", "no")))


def word(cell: Cell, column: Column) -> object:
    """Return a member of the column's closed list."""
    assert column.words is not None
    text = ("yes" if cell else "no") if isinstance(cell, bool) else as_text(cell)
    member = word_list(column.words).get(squash(text))
    if member is not None:
        return member
    near = nearest(text, all_words(column.words))
    raise Unfit(
        Words(f"een van: {choices(column.words, 'nl')}", f"one of: {choices(column.words, 'en')}"),
        near,
        # What somebody agrees to is never read out of a word that is nearly there.
        certain=is_slip(text, near) and column.words not in {Purpose, Scope},
    )


def languages(cell: Cell) -> tuple[str, ...]:
    """Return codes of languages, each once."""
    return tuple(dict.fromkeys(_language(item) for item in items(long_text(as_text(cell)))))


def _language(text: str) -> str:
    code = language_words().get(squash(text))
    if code is not None:
        return code
    listed = with_commas(text, lambda part: squash(part) in language_words())
    if listed is not None:
        raise listed
    near = nearest(text, [name for dutch, english, _ in LANGUAGES.values() for name in (dutch, english)])
    raise Unfit(
        Words(
            "talen met hun naam of code, met een ; ertussen, bv. Nederlands; fr",
            "languages by name or code, with a ; between them, e.g. Dutch; fr",
        ),
        near,
        text,
        certain=is_slip(text, near),
    )


def email(cell: Cell) -> str:
    """Return an e-mail address that could be one."""
    text = one_line(as_text(cell)).removeprefix("mailto:")
    if not _EMAIL.fullmatch(text):
        raise Unfit(
            Words("één e-mailadres als naam@voorbeeld.be", "one e-mail address such as name@example.org")
        )
    return text


def website(cell: Cell) -> str:
    """Return a web address that could be one."""
    text = one_line(as_text(cell))
    if not _WEBSITE.fullmatch(text):
        raise Unfit(
            Words("een webadres als https://voorbeeld.be", "a web address such as https://example.org")
        )
    return text


def phone(cell: Cell) -> str:
    """Return a phone number as written.

    A spreadsheet that took a Belgian number for a figure dropped its first zero: a figure of eight or nine
    digits gets it back.
    """
    text = one_line(as_text(cell))
    if not isinstance(cell, str) and text.isdecimal() and len(text) in {8, 9}:
        return f"0{text}"
    return text


def outline(cell: Cell) -> str:
    """Return a GeoJSON geometry as compact text."""
    try:
        return outline_text(json.loads(as_text(cell)))
    except (json.JSONDecodeError, RecursionError, NotAnOutline):
        raise Unfit(
            Words(
                "een GeoJSON-geometrie (Polygon of MultiPolygon, WGS84-graden)",
                "a GeoJSON geometry (Polygon or MultiPolygon, WGS84 degrees)",
            )
        ) from None


def parser(column: Column) -> Callable[[Cell], object]:
    """Return what reads the cells of a column that refers to nothing; :mod:`ingest.rows` does the others."""
    match column.kind:
        case Kind.INTEGER:
            return lambda cell: integer(cell, column.low, column.high)
        case Kind.NUMBER:
            return lambda cell: number(cell, column.low, column.high)
        case Kind.LAST_DATE:
            return lambda cell: day(cell, last=True)
        case Kind.WORD:
            return lambda cell: word(cell, column)
        case _:
            return _PARSERS[column.kind]


_PARSERS: Mapping[Kind, Callable[[Cell], object]] = {
    Kind.KEY: key,
    Kind.NAME: lambda cell: one_line(as_text(cell)),
    Kind.TEXT: lambda cell: long_text(as_text(cell)),
    Kind.YES_NO: yes_no,
    Kind.DATE: day,
    Kind.MOMENT: moment,
    Kind.EMAIL: email,
    Kind.PHONE: phone,
    Kind.WEBSITE: website,
    Kind.LANGUAGES: languages,
    Kind.POLYGON: outline,
}
