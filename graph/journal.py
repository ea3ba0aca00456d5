"""What the last writes to a city touched, kept beside its revision number, so that a snapshot can follow them.

One line a write: its number, then the ids it touched and the names of whole tables, or ``*`` for anything at all.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

REMEMBERED = 64
"""Writes that are remembered: who is further behind reads everything."""

MOST_TOUCHED = 50
"""Things a write may touch and still name them all."""

EVERYTHING = "*"


@dataclass(frozen=True, slots=True)
class Changes:
    """The number of a city's revision, and what was touched since an earlier one: ``None`` for anything at all."""

    revision: int
    touched: frozenset[str] | None


def added(entries: Sequence[str], number: int, touched: Collection[str] | None) -> list[str]:
    """Return the journal with one write more; ``None`` for a write that did not say what it touched."""
    told = touched is not None and len(touched) <= MOST_TOUCHED
    line = "\n".join([str(number), *(sorted(touched or ()) if told else [EVERYTHING])])
    return [*entries, line][-REMEMBERED:]


def changes(entries: Sequence[str], number: int, since: int) -> Changes:
    """Return what the writes after revision `since` touched, up to the present `number`."""
    told = {int(first): things for first, *things in (entry.split("\n") for entry in entries)}
    touched: set[str] = set()
    for at in range(since + 1, number + 1):
        things = told.get(at, [EVERYTHING])
        if things == [EVERYTHING]:
            return Changes(number, None)
        touched.update(things)
    return Changes(number, frozenset(touched) if since <= number else None)
