"""A page of what is in memory as a whole."""

from collections.abc import Iterable
from typing import TypeVar

Shown = TypeVar("Shown")


def page_of(found: Iterable[tuple[str, Shown]], cursor: str, limit: int) -> tuple[list[Shown], str | None]:
    """Return a page of what was found, in the order of its places, and the place that the next one begins after."""
    left = sorted((each for each in found if each[0] > cursor), key=lambda each: each[0])
    page = left[:limit]
    return [shown for _, shown in page], page[-1][0] if len(left) > limit else None
