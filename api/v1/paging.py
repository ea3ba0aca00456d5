"""A page of what is in memory as a whole."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from graph.errors import InvalidInput

Shown = TypeVar("Shown")


def page_of(found: Iterable[tuple[str, Shown]], cursor: str, limit: int) -> tuple[list[Shown], str | None]:
    """Return a page of what was found, in the order of its places, and the place that the next one begins after."""
    left = sorted((each for each in found if each[0] > cursor), key=lambda each: each[0])
    page = left[:limit]
    return [shown for _, shown in page], page[-1][0] if len(left) > limit else None


def page_after(
    found: Sequence[Shown], named: Callable[[Shown], str], cursor: str, limit: int
) -> tuple[Sequence[Shown], str | None]:
    """Return a page of what is in an order of its own, from after the one called `cursor`, and the name of its last.

    Raises
    ------
    InvalidInput
        The one called `cursor` is not there (any more).
    """
    names = [named(each) for each in found]
    if cursor and cursor not in names:
        message = (
            "Deze bladzijde is er niet (meer); begin opnieuw bij de eerste, zonder cursor. "
            "/ That page is not there (any more); begin again at the first one, without cursor."
        )
        raise InvalidInput(message)
    begin = names.index(cursor) + 1 if cursor else 0
    page = found[begin : begin + limit]
    return page, named(page[-1]) if begin + limit < len(found) else None
