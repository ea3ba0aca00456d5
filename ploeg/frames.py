"""Data frames of what questions answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from graph.errors import InvalidInput

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(rows: Iterable[Any], columns: Sequence[str] | None = None) -> "DataFrame":
    """Return a data frame with a row for each of `rows`: mappings, or dataclasses such as an answer is made of.

    What is nested becomes columns of its own, with the name of the field before it: ``ei_index`` has
    ``ei_index.value``, ``ei_index.low`` and so on, a name ``name.nl`` and ``name.en``.  Lists stay in one cell; what
    is not told is missing.

    Parameters
    ----------
    columns
        All that are wanted, in this order; if not given, those that are found.

    Raises
    ------
    InvalidInput
        pandas is not installed.
    """
    try:
        from pandas import DataFrame
    except ImportError as error:
        message = (
            "Hiervoor is pandas nodig: pip install 'ploeg[notebook]'. "
            "/ This needs pandas: pip install 'ploeg[notebook]'."
        )
        raise InvalidInput(message) from error
    found = [flat(row) for row in rows]
    wanted = (
        list(columns) if columns is not None else list(dict.fromkeys(name for row in found for name in row))
    )
    return DataFrame([[row.get(name) for name in wanted] for row in found], columns=wanted)


def flat(row: Any) -> dict[str, Any]:
    """Return one row as a mapping of plain values.

    Examples
    --------
    >>> flat({"sector": "city", "people": {"asked": 3, "never": 1}})
    {'sector': 'city', 'people.asked': 3, 'people.never': 1}
    """
    told: dict[str, Any] = {}
    for name, value in _items(row):
        if isinstance(value, Mapping) or (is_dataclass(value) and not isinstance(value, type)):
            told |= {f"{name}.{inner}": each for inner, each in flat(value).items()}
        else:
            told[name] = value.value if isinstance(value, Enum) else value
    return told


def _items(row: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(row, Mapping):
        return ((str(name), value) for name, value in row.items())
    return ((field.name, getattr(row, field.name)) for field in fields(row))
