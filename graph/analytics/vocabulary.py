"""The terms of an index, looked up whole, by beginning or end, and with typing errors."""

from bisect import bisect_left
from collections.abc import Collection, Sequence

import numpy as np

from graph.analytics.spelling import Spelling
from graph.analytics.words import LEAST_REST, span
from graph.network import Positions


class Vocabulary:
    """Distinct terms, sorted; a term is known by its place.  Immutable."""

    def __init__(self, terms: Sequence[str], spelling: Spelling | None = None) -> None:
        self.terms = terms
        self.number = {term: at for at, term in enumerate(terms)}
        self._sizes = np.fromiter(map(len, terms), dtype=np.int64, count=len(terms))
        self._reversed = sorted(term[::-1] for term in terms)
        self._backward = np.array([self.number[term[::-1]] for term in self._reversed], dtype=np.int64)
        self._spelling = spelling or Spelling(terms)

    def near(self, term: str, errors: int) -> Positions:
        """Return the terms within `errors` typing errors of `term`."""
        return self._spelling.near(term, errors)[0]

    def compounds(self, part: str) -> list[int]:
        """Return the terms that begin or end with `part` and have something worth a word left over."""
        begin, end = span(self.terms, part)
        low, high = span(self._reversed, part[::-1])
        either = np.concatenate([np.arange(begin, end), self._backward[low:high]])
        return [int(at) for at in either[self._sizes[either] >= len(part) + LEAST_REST]]

    def with_more(self, terms: Collection[str]) -> tuple["Vocabulary", Positions]:
        """Return a vocabulary with more terms, and where each of the present ones stands in it; shape (terms,)."""
        new = sorted(set(terms) - self.number.keys())
        stay = np.arange(len(self.terms))
        if not new:
            return self, stay
        before = np.array([bisect_left(self.terms, term) for term in new], dtype=np.int64)
        merged = list(self.terms)
        for at, term in zip(reversed(before.tolist()), reversed(new), strict=True):
            merged.insert(at, term)
        spelling = self._spelling.with_more(merged, before)
        return Vocabulary(merged, spelling), stay + np.searchsorted(before, stay, side="right")
