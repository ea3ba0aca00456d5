"""How well words fit: BM25 with Dutch stems, parts of compounds and typing errors, over the allowed documents only.

Document frequencies, the average length, and whether a word exists at all (and so whether it is taken for a typing
error) are counted over the documents that a question may use: a document outside leaves no trace in any score.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.analytics.match_columns import spans
from graph.analytics.stop_words import EMPTY_WORDS
from graph.analytics.vocabulary import Vocabulary
from graph.analytics.words import LEAST_PART, allowed_errors, parts, stem, tokens, written
from graph.following import Moved
from graph.network import Floats, Mask, Positions
from graph.trust import offsets

K1 = 1.2
B = 0.75
"""Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3."""

COMPOUND = 0.6
"""What a hit is worth when the document has a compound with the word in it: "buurt" finds "buurtwerking"."""

PART = 0.4
"""What it is worth the other way round, which widens the question: "schoolstraat" finds "straat"."""

TYPO = 0.5
"""What a hit is worth on a word that differs by a typing error."""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a question: the terms that answer to it, and what a hit on each is worth in (0, 1]."""

    folded: str
    terms: Positions
    worth: Floats


@dataclass(frozen=True, slots=True)
class _Gained:
    """What a word of a question brings the documents that answer to it, in order; ``rare`` is its weight.

    ``worth`` is the best of the terms through which they answer, whatever it gained.
    """

    folded: str
    rare: float
    documents: Positions
    gain: Floats
    worth: Floats


class TextIndex:
    """Terms of a list of documents, each with where it stands and how often; immutable.

    Terms are numbered in the order of the alphabet, so that all those with one beginning stand together.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        bounds: Positions,
        documents: NDArray[np.int32],
        counts: NDArray[np.int32],
        lengths: Positions,
    ) -> None:
        self._vocabulary = vocabulary
        self._bounds = bounds
        self._documents = documents
        self._counts = counts
        self._lengths = lengths

    @staticmethod
    def build(documents: Sequence[str]) -> "TextIndex":
        """Index `documents`; a document is found by its position.  O(words · log words)."""
        number, said, lengths = _terms(documents)
        terms = sorted(number)
        place = np.zeros(len(terms), dtype=np.int64)
        place[[number[term] for term in terms]] = np.arange(len(terms))
        where = np.repeat(np.arange(len(documents)), lengths)
        pairs, counts = np.unique(place[said] * max(len(documents), 1) + where, return_counts=True)
        return TextIndex._of_pairs(Vocabulary(terms), pairs, counts, lengths)

    def following(self, moved: Moved, documents: Sequence[str]) -> "TextIndex":
        """Return the index after some documents moved or went, and those touched say `documents`, in order.

        It answers as one that is built anew; O(terms + postings), without reading any other document.
        """
        size = max(len(moved.touched), 1)
        number, said, lengths = _terms(documents)
        vocabulary, place = self._vocabulary.with_more(number)
        keep, now = moved.where(self._documents.astype(np.int64))
        term_of = np.repeat(place, np.diff(self._bounds))
        pairs = term_of[keep] * size + now
        again = np.array([vocabulary.number[term] for term in number], dtype=np.int64)
        where = np.repeat(np.flatnonzero(moved.touched), lengths)
        more, counts = np.unique(again[said] * size + where, return_counts=True)
        at = np.searchsorted(pairs, more)
        return TextIndex._of_pairs(
            vocabulary,
            np.insert(pairs, at, more),
            np.insert(self._counts[keep], at, counts),
            moved.values(self._lengths, lengths),
        )

    @staticmethod
    def _of_pairs(
        vocabulary: Vocabulary, pairs: Positions, counts: NDArray[Any], lengths: Positions
    ) -> "TextIndex":
        """Make an index of the numbers term · documents + document, in order."""
        size = max(len(lengths), 1)
        return TextIndex(
            vocabulary,
            offsets(pairs // size, len(vocabulary.terms)),
            (pairs % size).astype(np.int32),
            counts.astype(np.int32),
            lengths,
        )

    def scores(self, query: str, allowed: Mask) -> Floats:
        """Return how well each document fits `query`, in [0, 1]; 0 outside `allowed`.

        Parameters
        ----------
        query
            Words in any form; a word that comes back counts once.
        allowed
            Which documents the question may use.  Shape (documents,).

        Returns
        -------
        Floats
            BM25 over the score of a document that says every word of the query without end, so that a score means
            the same for every question: no document is raised for being the best of a bad lot.  Shape (documents,).

        Notes
        -----
        A word counts as one term, of which a document has the best of what answers to it: the word itself 1, a
        compound with it :data:`COMPOUND`, a part of it :data:`PART`, and, only where no allowed document has the word
        itself, a word with a typing error less :data:`TYPO`.
        """
        total = np.zeros(len(self._lengths))
        ideal = 0.0
        for gained in self._gained(query, allowed):
            ideal += gained.rare * (K1 + 1.0)
            total[gained.documents] += gained.rare * gained.gain
        return total / ideal if ideal > 0.0 else total

    def matched_words(self, query: str, document: int, allowed: Mask) -> tuple[str, ...]:
        """Return the words of `query` that `document` answers to, as they were typed, the one that counts most first.

        Where it says some of them, alone or in a compound, parts of compounds and typing errors are left out: nobody
        said those words.
        """
        return self.matched(query, [document], allowed)[0]

    def matched(self, query: str, documents: Sequence[int], allowed: Mask) -> list[tuple[str, ...]]:
        """Return :meth:`matched_words` for each of `documents`, looking the words of `query` up once."""
        typed = written(query)
        found: list[list[tuple[bool, float, str]]] = [[] for _ in documents]
        for gained in self._gained(query, allowed):
            said = typed.get(gained.folded, gained.folded)
            for each, document in zip(found, documents, strict=True):
                at = int(np.searchsorted(gained.documents, document))
                if at < len(gained.documents) and gained.documents[at] == document:
                    each.append(
                        (bool(gained.worth[at] >= COMPOUND), gained.rare * float(gained.gain[at]), said)
                    )
        return [_told(each) for each in found]

    def _gained(self, query: str, allowed: Mask) -> Iterator[_Gained]:
        """Yield for each word of `query` who says it, and what that gains them."""
        count = int(np.count_nonzero(allowed))
        if not count:
            return
        average = max(int(self._lengths[allowed].sum()) / count, 1.0)
        long = K1 * (1.0 - B + B * self._lengths / average)
        for word in self._words(query, allowed):
            documents, counts, worth = self._postings(word, allowed)
            gain = worth * (counts * (K1 + 1.0) / (counts + long[documents]))
            if len(word.terms) > 1:
                documents, gain, worth = _best(documents, gain, worth, len(self._lengths))
            rare = float(np.log1p((count - len(documents) + 0.5) / (len(documents) + 0.5)))
            yield _Gained(word.folded, rare, documents, gain, worth)

    def _words(self, query: str, allowed: Mask) -> list[_Word]:
        found: dict[str, _Word] = {}
        for word in tokens(query):
            root = stem(word)
            if word not in EMPTY_WORDS and root not in found:
                found[root] = self._word(word, root, allowed)
        return list(found.values())

    def _word(self, word: str, root: str, allowed: Mask) -> _Word:
        own = self._vocabulary.number.get(root)
        said = own is not None and self._is_said(own, allowed)
        worth: dict[int, float] = {}
        for part in parts(word):
            if part in self._vocabulary.number:
                worth[self._vocabulary.number[part]] = PART
        if not said and (errors := allowed_errors(root)):
            worth |= dict.fromkeys(self._vocabulary.near(root, errors).tolist(), TYPO)
        for form in {form for form in (word, root) if len(form) >= LEAST_PART}:
            worth |= dict.fromkeys(self._vocabulary.compounds(form), COMPOUND)
        if own is not None:
            worth[own] = 1.0
        return _Word(word, np.array(list(worth), dtype=np.int64), np.array(list(worth.values())))

    def _is_said(self, term: int, allowed: Mask) -> bool:
        return bool(allowed[self._documents[self._bounds[term] : self._bounds[term + 1]]].any())

    def _postings(self, word: _Word, allowed: Mask) -> tuple[Positions, Floats, Floats]:
        """Return documents, how often they say it, and what that is worth, for all terms that answer to `word`."""
        begin = self._bounds[word.terms]
        sizes = self._bounds[word.terms + 1] - begin
        at = spans(begin, sizes)
        documents = self._documents[at].astype(np.int64)
        kept = allowed[documents]
        counts = self._counts[at].astype(np.float64)
        return documents[kept], counts[kept], np.repeat(word.worth, sizes)[kept]


def _best(documents: Positions, gain: Floats, worth: Floats, size: int) -> tuple[Positions, Floats, Floats]:
    """Return each document once, in order, with the most that it gains and the best term it has."""
    most, term = np.zeros(size), np.zeros(size)
    np.maximum.at(most, documents, gain)
    np.maximum.at(term, documents, worth)
    once = np.flatnonzero(most > 0.0)
    return once, most[once], term[once]


def _told(said: Sequence[tuple[bool, float, str]]) -> tuple[str, ...]:
    """Return words by what they count, of those that were really said where there are any."""
    really = [each for each in said if each[0]] or said
    return tuple(word for _, _, word in sorted(really, key=lambda each: -each[1]))


def _terms(documents: Sequence[str]) -> tuple[dict[str, int], Positions, Positions]:
    """Return terms in the order in which they are first said, what is said one after another, and lengths."""
    number: dict[str, int] = {}
    known: dict[str, int] = {}
    known.update((word, -1) for word in EMPTY_WORDS)
    said: list[int] = []
    lengths = np.zeros(len(documents), dtype=np.int64)
    for at, document in enumerate(documents):
        before = len(said)
        for word in tokens(document):
            term = known.get(word)
            if term is None:
                term = known[word] = number.setdefault(stem(word), len(number))
            if term >= 0:
                said.append(term)
        lengths[at] = len(said) - before
    return number, np.array(said, dtype=np.int64), lengths
