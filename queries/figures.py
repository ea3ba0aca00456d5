"""A figure as it is told: with what it would be by chance and between which bounds it lies, or hidden."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.access import Viewer, hides_small
from queries.basis import Basis
from queries.phrases import Words

LEAST = 5
"""Fewer people than this are not told of to whoever may not see them (DESIGN, section 6)."""

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes
    ----------
    name
        What it measures, a key of :data:`queries.analysis_methods.FIGURES`.
    value
        ``None`` where it is not defined (an empty network) or ``hidden``.
    low, high
        Bounds of the 95 % interval over people, where there is one.
    expected, expected_low, expected_high
        Mean and middle 95 % under chance, where a null model says.
    hidden
        Whether it stands for fewer than :data:`LEAST` people and is not told.
    """

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    expected_low: float | None = None
    expected_high: float | None = None
    hidden: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return what is known of it."""
        found: dict[str, Any] = {"name": self.name, "value": self.value}
        for key in ("low", "high", "expected", "expected_low", "expected_high"):
            if getattr(self, key) is not None:
                found[key] = getattr(self, key)
        return found | ({"hidden": True} if self.hidden else {})

    @staticmethod
    def of_json(kept: Mapping[str, Any]) -> "Figure":
        """Return a figure that was kept."""
        return Figure(**kept)


def rounded(value: float | None) -> float | None:
    """Return a figure as it is told: the same on every machine, ``None`` where it is not a number."""
    if value is None or not math.isfinite(value):
        return None
    found = round(float(value), DECIMALS)
    return int(found) if found == int(found) else found


def counted(count: int, viewer: Viewer) -> int | None:
    """Return a count of people as `viewer` may hear it: ``None`` where it is one of few and those are hidden.

    Also nobody at all is hidden, as else a count that is not told would say that there is somebody.
    """
    return None if hides_small(viewer) and count < LEAST else count


def counted_part(part: int, whole: int, viewer: Viewer) -> int | None:
    """Return a count of some people of `whole` as `viewer` may hear it, where `whole` is told too.

    It is hidden where it or the rest, which subtraction would give, is one of few.
    """
    return None if hides_small(viewer) and min(part, whole - part) < LEAST else part


Bounds = tuple[float, float] | None


def figure(
    name: str,
    value: float | None,
    *,
    between: Bounds = None,
    expected: float | None = None,
    expected_between: Bounds = None,
) -> Figure:
    """Return a figure, rounded, with its interval and what it would be by chance."""
    low, high = between or (None, None)
    expected_low, expected_high = expected_between or (None, None)
    return Figure(
        name,
        rounded(value),
        low=rounded(low),
        high=rounded(high),
        expected=rounded(expected),
        expected_low=rounded(expected_low),
        expected_high=rounded(expected_high),
    )


@dataclass(frozen=True, slots=True)
class About:
    """What every analysis says of itself.

    Attributes
    ----------
    revision
        Of the data, where the viewer may know it.
    people
        How many people it is counted over.
    unasked
        How many of these never said themselves whom they know: what is known of their ties comes from others.
    sentences
        Two or three, made from the figures.
    method
        How it was worked out and what it does not tell.
    """

    question: str
    as_of: date
    revision: int | None
    basis: Basis
    people: int | None
    unasked: int | None
    parameters: Mapping[str, str | int | float | None]
    figures: tuple[Figure, ...]
    sentences: tuple[Words, ...]
    method: Words


def by_name(figures: Iterable[Figure]) -> dict[str, Figure]:
    """Return figures by their names."""
    return {each.name: each for each in figures}
