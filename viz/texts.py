"""Text as other programs can take it."""

import re
from collections.abc import Iterable, Sequence

from graph.spreadsheets import escaped

_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, production Char), also not escaped."""

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""What one parser or another takes for the end of a line (XML 1.0 and 1.1, section 2.11)."""

CELL = 16_000
"""Signs in a cell of a workbook: one holds 32,767, and a rare sign counts for two."""

BETWEEN = "; "
"""Between the items of a list, where a program knows no lists."""


def fit(text: str) -> str:
    r"""Return `text` such that XML can hold it: a sign that it can't becomes U+FFFD, and line ends are one sign.

    >>> fit("An\x00 Peeters") == "An\ufffd Peeters"
    True
    """
    return _UNFIT.sub("\ufffd", _LINE_END.sub("\n", text))


def cell_text(text: str) -> str:
    """Return `text` as a cell of a workbook holds it; what is longer than a cell can be ends in an ellipsis."""
    clean = escaped(fit(text))
    return clean if len(clean) <= CELL else f"{clean[:CELL]}…"


def listed(items: Iterable[str]) -> str:
    """Return a list as one text."""
    return BETWEEN.join(items)


def unique(texts: Sequence[str], *, folded: bool = False) -> list[str]:
    """Return the texts, each told apart from those before it by a number; an empty one gets a name.

    Parameters
    ----------
    folded
        Whether texts that differ by case or spaces only count as the same.

    >>> unique(["An", "Bo", "An", "An (2)"])
    ['An', 'Bo', 'An (2)', 'An (2) (2)']
    """

    def known_as(text: str) -> str:
        return " ".join(text.split()).casefold() if folded else text

    taken: set[str] = set()
    last: dict[str, int] = {}
    found: list[str] = []
    for text in texts:
        told = text if text.strip() else "?"
        at = last.get(known_as(told), 1)
        whole = told
        while known_as(whole) in taken:
            at += 1
            whole = f"{told} ({at})"
        last[known_as(told)] = at
        taken.add(known_as(whole))
        found.append(whole)
    return found
