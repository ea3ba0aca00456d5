"""Text as a person compares it: without case, accents and punctuation."""

import unicodedata
from functools import lru_cache

_LETTERS_WITHOUT_PARTS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
_LATIN_ACCENTS = range(0x300, 0x370)


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return the words of `text` in lower case, without accents, one space between them.

    Only Latin accents go: the vowel signs of Hindi or Tamil carry the meaning of a word.
    """
    parts: list[str] = []
    for sign in unicodedata.normalize("NFKD", text.casefold()):
        if ord(sign) in _LATIN_ACCENTS or sign in "'’ʼ":
            continue
        parts.append(sign if unicodedata.category(sign)[0] in "LNM" else " ")
    return " ".join("".join(parts).translate(_LETTERS_WITHOUT_PARTS).split())


def squash(text: str) -> str:
    """Return :func:`fold` without spaces: "Consent matching", "consent_matching" and "ConsentMatching" are one."""
    return fold(text).replace(" ", "")


def slug(text: str) -> str:
    """Return a key made from a label: its folded words joined by a hyphen, or the label itself without any."""
    return fold(text).replace(" ", "-") or text.strip()
