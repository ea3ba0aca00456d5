"""How wide the columns of a table are, and where its cells are broken: between words, never inside a number."""

import textwrap
from collections.abc import Collection, Sequence

FRAME = 3
"""Characters that the lines and the margins of a column take."""


def broken(
    columns: Sequence[str], rows: Sequence[Sequence[str]], width: int, whole: Collection[int] = ()
) -> tuple[list[int], list[list[str]]]:
    """Return the widths of columns that fit in `width` together, and the rows with their cells broken to them.

    A column is at least as wide as its longest word as long as there is room for that; those in `whole` are as wide
    as their longest cell.
    """
    cells = [[column, *(row[at] for row in rows)] for at, column in enumerate(columns)]
    natural = [max(len(cell) for cell in column) for column in cells]
    least = [
        natural[at] if at in whole else max(len(word) for cell in column for word in _joined(cell).split(" "))
        for at, column in enumerate(cells)
    ]
    room = width - FRAME * len(columns) - 1
    while sum(least) > room and max(least) > 1:
        least[least.index(max(least))] -= 1
    widths = least
    wanted = [most - width for most, width in zip(natural, widths, strict=True)]
    spare = room - sum(widths)
    if spare > 0 and sum(wanted) > 0:
        share = min(1.0, spare / sum(wanted))
        widths = [width + int(share * more) for width, more in zip(widths, wanted, strict=True)]
    return widths, [[_wrapped(cell, at) for cell, at in zip(row, widths, strict=True)] for row in rows]


def _joined(cell: str) -> str:
    return cell.replace(" %", "\u00a0%")


def _wrapped(cell: str, width: int) -> str:
    lines = textwrap.wrap(_joined(cell), max(width, 1), break_on_hyphens=False)
    return "\n".join(lines).replace("\u00a0%", " %")
