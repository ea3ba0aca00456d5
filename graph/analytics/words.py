"""Words as they are compared: without case and accents, as Dutch stems, and as parts of compounds."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from threading import Lock

import snowballstemmer

from graph.analytics.stop_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W_]+")
_SINGLE = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)

LINKS = ("s", "en", "e")
"""Letters that join the parts of a Dutch compound."""

LEAST_PART = 4
"""Letters of the shortest part of a compound that counts."""

LEAST_REST = 3
"""Letters that stay over when a part is taken off a compound."""

_ENDINGS = frozenset(("heid", "lijk", "schap", "baar", "loos", "isme"))
"""What looks like the last part of a compound and is no word of its own."""

_IRREGULAR = {
    "kinderen": "kind",
    "kinder": "kind",
    "kinders": "kind",
    "leden": "lid",
    "steden": "stad",
    "oudere": "oudere",
    "ouderen": "oudere",
}
"""Forms with a stem of their own: parents (*ouders*) are not older people (*ouderen*)."""


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_SINGLE))
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return _WORD.findall(fold(text))


def written(text: str) -> dict[str, str]:
    """Return the words of `text` as they were typed, by what they fold to; of equal ones the first."""
    typed: dict[str, str] = {}
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        typed.setdefault(fold(word), word)
    return typed


_stemmer = snowballstemmer.stemmer("dutch")
_one_at_a_time = Lock()
"""The stemmer keeps the word it is at in itself, and requests are answered in threads."""

_GE = re.compile(r"(?:^|(?<=\w))ge(?=\w{4})|^ge(?=\w{3})")
_DOES = re.compile(r"(?<=[aeiou]d)t$|(?<=eer)t$")
_LATE_S = re.compile(r"[aeiou]{2}ts$")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the Dutch stem of a folded word.

    Notes
    -----
    Snowball's Dutch stemmer (Kraaij and Pohlmann, 1994), with four things mended that cost a network of helpers
    dearly.  It drops every "ge", so that *begeleiding* (support) becomes *beleid* (policy) and *gezond* (healthy)
    *zon* (sun): here "ge" stays unless it is part of an ending.  It takes *fiets* for a plural.  *Participeren* and
    *participatie* end apart, in -er and -eer.  And it leaves the t of who does something, in *leidt* and *evalueert*.
    """
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        return irregular
    if len(word) < LEAST_PART or _LATE_S.search(word):
        return word
    word = _DOES.sub("", word)
    kept = _GE.sub("gy", word)
    with _one_at_a_time:
        root = str(_stemmer.stemWord(kept))
    if kept != word:
        root = "".join("e" if sign == "y" and word[at] == "e" else sign for at, sign in enumerate(root))
    if len(root) > 5 and root.endswith("eer"):
        root = f"{root[:-3]}er"
    return root if len(root) > 1 else word


def stems(text: str) -> list[str]:
    """Return the stems of the words of `text` that say something, in order."""
    return [stem(word) for word in tokens(text) if word not in FUNCTION_WORDS]


def is_part(part: str, word: str) -> bool:
    """Tell whether stem `part` begins or ends the longer stem `word`, with something worth a word left over."""
    if len(part) < LEAST_PART or len(word) < len(part) + LEAST_REST:
        return False
    return word.startswith(part) or word.endswith(part)


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[str, ...]:
    """Return the stems of what may be the first or the last part of the compound `word`, shortest first.

    Without a dictionary every cut is a guess; a caller looks up which of them are words in its texts.
    """
    root = stem(word)
    found: set[str] = set()
    for cut in range(LEAST_PART, len(root) - LEAST_REST + 1):
        head = word[:cut]
        found.add(head)
        found.update(stem(head) for link in (*LINKS, "eer") if head.endswith(link))
    for cut in range(LEAST_REST, len(root) - LEAST_PART + 1):
        found.add(root[cut:])
    whole = (part for part in found if len(part) >= LEAST_PART or part in _IRREGULAR.values())
    return tuple(sorted((part for part in whole if part not in _ENDINGS and part != root), key=_size))


def _size(word: str) -> tuple[int, str]:
    return len(word), word


def allowed_errors(word: str) -> int:
    """Return how many typing errors a word of this length may hold: none up to 3 letters, 1 up to 7, then 2."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def span(words: Sequence[str], start: str) -> tuple[int, int]:
    """Return where those of the sorted `words` that begin with `start` begin and end."""
    begin = bisect_left(words, start)
    return begin, bisect_left(words, f"{start}\U0010ffff", begin)


_JOINING = "van de den der het t ter ten te vande vanden vander la le el al du di da dos von ben ibn abu mac mc o d l"
_PARTICLES = frozenset(_JOINING.split())


def joined(text: str) -> list[tuple[str, int]]:
    """Return the words of a name, written as one where people do so, each with how many words went into it.

    "Van den Berg" gives "vandenberg", "D'Hondt" "dhondt", "Jean-Pierre" "jeanpierre".
    """
    found: list[tuple[str, int]] = []
    run: list[str] = []
    for chunk in fold(text).split():
        run.extend(_WORD.findall(chunk))
        if run and run[-1] not in _PARTICLES:
            found.append(("".join(run), len(run)))
            run = []
    if run:
        found.append(("".join(run), len(run)))
    return found
