"""What every sentence is made of, in Dutch and in English.

Names and titles come from people: they may begin small ("van den Berg"), end in a full stop or hold quotes, and a
sentence around them must still be one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.network import ConceptNode, NeighbourhoodNode

MONTHS_NL = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Dutch and in English."""

    nl: str
    en: str

    def __add__(self, other: "Words") -> "Words":
        return Words(self.nl + other.nl, self.en + other.en)


def month(day: date) -> Words:
    """Say a month and a year."""
    return Words(f"{MONTHS_NL[day.month - 1]} {day.year}", f"{MONTHS_EN[day.month - 1]} {day.year}")


def day(when: date) -> Words:
    """Say a day: "3 mei 2024"."""
    return Words(f"{when.day} {month(when).nl}", f"{when.day} {month(when).en}")


PAIRS = {"‘": "’", "“": "”", '"': '"', "'": "'", "«": "»"}
"""Quotes that somebody may have put around a title."""


def plain(text: str) -> str:
    """Return a name or title as it stands in a sentence: single spaces, no row of full stops."""
    return re.sub(r"\.{2,}", "…", " ".join(text.split()))


def quoted(text: str) -> str:
    """Put a title between quotes that it does not hold itself."""
    inside = plain(text)
    if len(inside) > 2 and PAIRS.get(inside[0]) == inside[-1] and not set(inside[1:-1]) & set('‘’“”"«»'):
        inside = inside[1:-1].strip() or inside
    if "‘" not in inside:
        return f"‘{inside}’"
    return f"“{inside}”" if "“" not in inside else f"«{inside}»"


def capital(text: str) -> str:
    """Return `text` with a capital where a sentence begins: "IJsbrand", "D'Hondt", "'t Hof"."""
    begin = 3 if re.match(r"['’][a-z] \w", text) else 0
    letters = 2 if text[begin : begin + 2] == "ij" else 1
    first = text[begin : begin + letters].upper()
    return (
        text[:begin]
        + (first if len(first) == letters else text[begin : begin + letters])
        + text[begin + letters :]
    )


def closed(text: str) -> str:
    """Return `text` with one full stop at its end, also where a name brings its own."""
    return text if text.endswith(".") else f"{text}."


def sentence(words: Words) -> Words:
    """Make a whole sentence of `words`: a capital first, one full stop last."""
    return Words(capital(closed(words.nl)), capital(closed(words.en)))


def listed(items: Sequence[Words]) -> Words:
    """Say several things: "a, b en c"."""
    return Words(joined([item.nl for item in items], "en"), joined([item.en for item in items], "and"))


def label_words(node: ConceptNode) -> Words:
    """Say a theme or talent inside a sentence."""
    nl, en = plain(node.label_nl), plain(node.label_en or node.label_nl)
    return Words(uncapitalised(nl), uncapitalised(en))


def place(node: NeighbourhoodNode, city: str) -> str:
    """Return the name of a neighbourhood with its district, but for the district named after the `city`.

    Somebody who hears "Noord" does not know where that is; "Deurne-Noord" says it already.
    """
    district = node.district or ""
    known = {"", city.casefold(), (node.city or "").casefold()}
    if district.casefold() in known or district.casefold() in node.name.casefold():
        return node.name
    return f"{node.name} ({district})"


def uncapitalised(label: str) -> str:
    """Return a label with a small first letter; as it is where it has other capitals, as titles and names do."""
    return label if label[1:] != label[1:].lower() else label[:1].lower() + label[1:]


def joined(names: Sequence[str], joint: str) -> str:
    """Say several names: "a, b en c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}"
