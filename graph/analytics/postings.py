"""Which entries hold a word, or one that begins or ends so, or has its stem."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from graph.analytics.words import span, stem
from graph.network import Positions


class Postings:
    """Words in the order of the alphabet, each with its entries, so that those of one beginning stand together.

    Parameters
    ----------
    words
        Sorted, distinct.
    bounds
        Where the entries of each word begin in `entries`.  Shape (words + 1,).
    entries
        Positions of entries, word after word.
    """

    def __init__(self, words: Sequence[str], bounds: Positions, entries: NDArray[np.int32]) -> None:
        self.words = words
        self._backward = sorted(range(len(words)), key=lambda at: words[at][::-1])
        self._reversed = [words[at][::-1] for at in self._backward]
        self._stems: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            self._stems[stem(word)].append(at)
        self._bounds = bounds
        self._entries = entries

    @staticmethod
    def build(words_of: Iterable[Iterable[str]]) -> "Postings":
        """Take the words of each entry in turn.  O(words · log words)."""
        number: dict[str, int] = {}
        said: list[int] = []
        sizes: list[int] = []
        for words in words_of:
            before = len(said)
            said.extend(number.setdefault(word, len(number)) for word in words)
            sizes.append(len(said) - before)
        ordered = sorted(number)
        place = np.zeros(len(ordered), dtype=np.int64)
        place[[number[word] for word in ordered]] = np.arange(len(ordered))
        word_of = place[np.array(said, dtype=np.int64)]
        entry_of = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        bounds = np.concatenate([[0], np.cumsum(np.bincount(word_of, minlength=len(ordered)))])
        return Postings(ordered, bounds, entry_of[np.argsort(word_of, kind="stable")])

    def of(self, word: str) -> NDArray[np.int32]:
        """Return the entries that hold `word`."""
        begin, end = span(self.words, word)
        return self._slice(begin, begin + (begin < end and self.words[begin] == word))

    def starting(self, start: str, but: Iterable[str] = ()) -> NDArray[np.int32]:
        """Return the entries that hold a word that begins with `start` and with none of `but`; one may come twice."""
        begin, end = span(self.words, start)
        pieces: list[NDArray[np.int32]] = []
        for longer in sorted(but):
            out, back = span(self.words, longer)
            if begin <= out < back <= end:
                pieces.append(self._slice(begin, out))
                begin = back
        return np.concatenate([*pieces, self._slice(begin, end)])

    def ending(self, end: str) -> NDArray[np.int32]:
        """Return the entries that hold a word that ends with `end`; one may come twice."""
        begin, back = span(self._reversed, end[::-1])
        return self.at(self._backward[begin:back])

    def stemmed(self, root: str) -> NDArray[np.int32]:
        """Return the entries that hold a word with the stem `root`; one may come twice."""
        return self.at(self._stems.get(root, ()))

    def at(self, words: Iterable[int]) -> NDArray[np.int32]:
        """Return the entries that hold any of the words at these positions; one may come twice."""
        slices = [self._slice(word, word + 1) for word in words]
        return np.concatenate([self._entries[:0], *slices])

    def _slice(self, begin: int, end: int) -> NDArray[np.int32]:
        return self._entries[self._bounds[begin] : self._bounds[end]]
