"""Words that differ from a given one by a typing error or two, out of a hundred thousand, in a millisecond."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.analytics.words import span
from graph.network import Positions

_LETTERS = 26
_REST = 12
_FLIPS = 2
"""Bits of a signature that one typing error turns at most: a letter gone and another one come."""


class Spelling:
    """A list of folded words by which letters they hold; immutable.

    A signature has a bit for each letter, one for each letter that stands there twice, and a few for other signs.
    One error turns at most two bits, so that nearly all words can be put aside without comparing letters
    (Mihov and Schulz, Fast approximate search in large dictionaries, 2004, for the idea of a cheap necessary test).
    """

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._lengths = np.fromiter(map(len, words), dtype=np.int16, count=len(words))
        self._signatures = np.fromiter(map(_signature, words), dtype=np.uint64, count=len(words))

    def with_more(self, words: Sequence[str], at: Positions) -> "Spelling":
        """Return the list `words`, which is this one with some more before the positions `at` of it."""
        places: list[int] = (at + np.arange(len(at))).tolist()
        more = Spelling([words[place] for place in places])
        spelling = Spelling([])
        spelling._words = words
        spelling._lengths = np.insert(self._lengths, at, more._lengths)
        spelling._signatures = np.insert(self._signatures, at, more._signatures)
        return spelling

    def near(self, word: str, errors: int) -> tuple[Positions, Positions]:
        """Return the positions of the words within `errors` errors of `word`, in order, and how many each has.

        An error is a letter too many, too few, another one, or two swapped (optimal string alignment).
        The word itself counts, with no errors.
        """
        far = np.bitwise_count(self._signatures ^ np.uint64(_signature(word))) > _FLIPS * errors
        near: NDArray[np.int64] = np.flatnonzero(~far & (np.abs(self._lengths - len(word)) <= errors))
        found = sorted(
            (at, int(distance))
            for _, distance, at in process.extract(
                word,
                {int(at): self._words[at] for at in near},
                scorer=OSA.distance,
                score_cutoff=errors,
                limit=None,
            )
        )
        pairs = np.array(found, dtype=np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def near_beginning(self, word: str, errors: int) -> list[int]:
        """Return the positions of the longer words of which a beginning is within `errors` errors of `word`.

        The words must be sorted.  For a word that is still being typed: its first letter is taken to be right,
        which leaves one word in twenty to look at.
        """
        begin, end = span(self._words, word[:1])
        missing = np.bitwise_count(np.uint64(_signature(word)) & ~self._signatures[begin:end])
        likely = begin + np.flatnonzero(missing <= errors)
        found: set[int] = set()
        for length in range(len(word) - errors, len(word) + errors + 1):
            longer = likely[self._lengths[likely] > length].tolist()
            cut = {at: self._words[at][:length] for at in longer}
            near = process.extract(word, cut, scorer=OSA.distance, score_cutoff=errors, limit=None)
            found.update(at for _, _, at in near)
        return sorted(found)


def _signature(word: str) -> int:
    bits = 0
    for sign in word:
        at = ord(sign) - 97
        if not 0 <= at < _LETTERS:
            bits |= 1 << (2 * _LETTERS + ord(sign) % _REST)
        elif bits >> at & 1:
            bits |= 1 << (_LETTERS + at)
        else:
            bits |= 1 << at
    return bits
