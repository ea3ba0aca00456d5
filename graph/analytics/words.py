"""Words as they are compared: without case and accents, as Dutch stems, and as parts of compounds."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_SINGLE = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})

STOP = frozenset(
    [
        "de",
        "het",
        "een",
        "en",
        "of",
        "van",
        "voor",
        "met",
        "aan",
        "in",
        "op",
        "te",
        "om",
        "bij",
        "naar",
        "uit",
        "over",
        "door",
        "als",
        "dat",
        "die",
        "dit",
        "deze",
        "er",
        "is",
        "zijn",
        "was",
        "werd",
        "wordt",
        "worden",
        "wil",
        "willen",
        "we",
        "wij",
        "ik",
        "je",
        "jij",
        "u",
        "hij",
        "zij",
        "ze",
        "ons",
        "onze",
        "hun",
        "mijn",
        "kan",
        "kunnen",
        "zal",
        "moet",
        "moeten",
        "niet",
        "geen",
        "wel",
        "ook",
        "nog",
        "al",
        "maar",
        "dan",
        "dus",
        "want",
        "zo",
        "wie",
        "wat",
        "waar",
        "hoe",
        "wanneer",
        "welke",
        "iemand",
        "iets",
        "graag",
        "the",
        "a",
        "an",
        "and",
        "or",
        "of",
        "for",
        "with",
        "to",
        "at",
        "by",
        "from",
        "as",
        "is",
        "are",
        "was",
        "be",
        "we",
        "you",
        "they",
        "our",
        "can",
        "will",
        "who",
        "what",
    ]
)
"""Words too common to say anything, Dutch and English."""

LINKS = ("s", "en", "e", "")
"""Letters that join the parts of a Dutch compound."""

LEAST_PART = 4
"""Letters of the shortest part of a compound that counts."""


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, with single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SINGLE))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`, in order."""
    return _WORD.findall(fold(text))


_stemmer = snowballstemmer.stemmer("dutch")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return the Dutch stem of a folded word."""
    return str(_stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """Return the stems of the words of `text` that say something, in order."""
    return [stem(word) for word in tokens(text) if word not in STOP]


def is_part(part: str, word: str) -> bool:
    """Tell whether stem `part` begins or ends the longer stem `word`, with something worth a word left over."""
    if len(part) < LEAST_PART or len(word) < len(part) + 3:
        return False
    return word.startswith(part) or word.endswith(part)


def allowed_errors(word: str) -> int:
    """Return how many typing errors a word of this length may hold: none up to 3 letters, 1 up to 7, then 2."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def starting(words: Sequence[str], start: str) -> Sequence[str]:
    """Return those of the sorted `words` that begin with `start`."""
    begin = bisect_left(words, start)
    return words[begin : bisect_left(words, start + "\U0010ffff", begin)]
