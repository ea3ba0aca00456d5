"""How wide the columns of a table are, and where its cells are broken: between words, never inside a number."""

import textwrap
from collections.abc import Collection, Sequence

FRAME = 3
"""Characters that the lines and the margins of a column take."""


def broken(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    *,
    numbers: Collection[int] = (),
    whole: Collection[int] = (),
) -> tuple[list[int], list[list[str]]]:
    """Return the widths of columns that fit in `width` together, and the rows, the head first, broken to them.

    A column is at least as wide as its longest word as long as there is room for that, and those in `whole` are as
    wide as their longest cell.  What room is left goes to the `numbers` first, then to who wants
    least of it.
    """
    heads = [max(map(len, head.replace("-", "- ").split(" "))) for head in columns]
    cells = [[line for row in rows for line in _joined(row[at]).splitlines()] for at in range(len(columns))]
    natural = [max([0, *map(len, column)]) for column in cells]
    words = [max([0, *(len(word) for cell in column for word in cell.split(" "))]) for column in cells]
    words = [natural[at] if at in whole else longest for at, longest in enumerate(words)]
    widths = [max(head, longest, 1) for head, longest in zip(heads, words, strict=True)]
    room = width - FRAME * len(columns) - 1
    while sum(widths) > room:
        # A head is broken before a cell is.
        loose = [at for at in range(len(widths)) if widths[at] > max(words[at], 1)]
        loose = loose or [at for at in range(len(widths)) if at not in whole and widths[at] > 1]
        if not loose:
            break
        widths[max(loose, key=widths.__getitem__)] -= 1
    for at in (at for at in numbers if at < len(widths)):
        widths[at] += max(0, min(room - sum(widths), natural[at] - widths[at]))
    wanted = [
        max(len(head), most, taken) - taken
        for head, most, taken in zip(columns, natural, widths, strict=True)
    ]
    hungry = sorted(range(len(widths)), key=wanted.__getitem__)
    for served, at in enumerate(hungry):
        spare = max(room - sum(widths), 0)
        widths[at] += min(wanted[at], spare // (len(hungry) - served))
    head = [_wrapped(each, at, hyphens=True) for each, at in zip(columns, widths, strict=True)]
    return widths, [
        head,
        *([_wrapped(cell, at) for cell, at in zip(row, widths, strict=True)] for row in rows),
    ]


def _joined(cell: str) -> str:
    return cell.replace(" %", "\u00a0%")


def _wrapped(cell: str, width: int, *, hyphens: bool = False) -> str:
    lines = [
        line
        for part in _joined(cell).splitlines()
        for line in textwrap.wrap(part, width, break_on_hyphens=hyphens) or [""]
    ]
    return "\n".join(lines).replace("\u00a0%", " %")
