"""What is wrong with a parameter or a field, in words: the framework's findings to Dutch and English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """A parameter or field that is not right: where it stands, its name, and what was expected."""

    place: str
    parameter: str
    nl: str
    en: str


Say = Callable[[Mapping[str, Any]], tuple[str, str]]


def _fixed(nl: str, en: str) -> Say:
    return lambda _: (nl, en)


_WHOLE = _fixed("een geheel getal", "a whole number")
_DAY = _fixed("een dag als 2026-11-23", "a day like 2026-11-23")
_FLAG = _fixed("true of false", "true or false")
_LIST = _fixed("een lijst", "a list")
_OBJECT = _fixed("een object met velden", "an object with fields")

SAYINGS: Mapping[str, Say] = {
    "missing": _fixed("een waarde; ze ontbreekt", "a value; it is missing"),
    "int_parsing": _WHOLE,
    "int_type": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_parsing": _fixed("een getal", "a number"),
    "float_type": _fixed("een getal", "a number"),
    "bool_parsing": _FLAG,
    "bool_type": _FLAG,
    "string_type": _fixed("tekst", "text"),
    "string_unicode": _fixed("leesbare tekst", "readable text"),
    "list_type": _LIST,
    "model_attributes_type": _OBJECT,
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "date_parsing": _DAY,
    "date_type": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "json_invalid": _fixed("geldige JSON", "valid JSON"),
    "extra_forbidden": _fixed("niets: dit veld bestaat niet", "nothing: there is no such field"),
    "greater_than_equal": lambda given: (f"{given['ge']} of meer", f"{given['ge']} or more"),
    "less_than_equal": lambda given: (f"{given['le']} of minder", f"{given['le']} or less"),
    "string_too_short": lambda given: (
        f"tekst van minstens {given['min_length']} tekens",
        f"a text of at least {given['min_length']} characters",
    ),
    "string_too_long": lambda given: (
        f"tekst van hoogstens {given['max_length']} tekens",
        f"a text of at most {given['max_length']} characters",
    ),
    "too_long": lambda given: (
        f"hoogstens {given['max_length']} waarden",
        f"at most {given['max_length']} values",
    ),
    "enum": lambda given: (f"een van {given['expected']}", f"one of {given['expected']}"),
    "literal_error": lambda given: (f"een van {given['expected']}", f"one of {given['expected']}"),
    "unfit": lambda given: (str(given["nl"]), str(given["en"])),
    "unknown_parameter": lambda given: (
        f"een van {given['expected']}: deze parameter bestaat niet",
        f"one of {given['expected']}: there is no such parameter",
    ),
}
"""What was expected, by the framework's name of what was found."""


def fault(found: Mapping[str, Any]) -> Fault:
    """Return one finding of the framework in words."""
    say = SAYINGS.get(str(found["type"]))
    nl, en = (
        ("een geldige waarde", "a valid value") if say is None else say(_alternatives(found.get("ctx") or {}))
    )
    place, *name = [str(part) for part in found["loc"]]
    if found["type"] == "json_invalid":
        # Where it stands is a position in the text, not the name of a field.
        name = []
    if place == "query":
        # Which of several values it was says nothing: the name of the parameter does.
        name = name[:1]
    return Fault(place, ".".join(name) or place, nl, en)


def _alternatives(given: Mapping[str, Any]) -> dict[str, Any]:
    """Take the English "or" out of a list of alternatives."""
    known = dict(given)
    if "expected" in known:
        known["expected"] = str(known["expected"]).replace(" or ", ", ")
    return known
