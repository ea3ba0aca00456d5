"""How well words fit: BM25 with Dutch stems, parts of compounds and typing errors, over the allowed documents only.

Document frequencies, the average length, whether a word exists at all (and so whether it is taken for a typing
error) are counted over the documents that a question may use: a document outside leaves no trace in any score.
BM25: Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), with k1 = 1.2 and b = 0.75.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from graph.analytics.words import LEAST_PART, STOP, allowed_errors, is_part, starting, stem, stems, tokens
from graph.network import Floats, Mask, Positions

K1 = 1.2
B = 0.75
PART = 0.6
"""Weight of a hit on a part of a compound, or of a compound on its part."""

TYPO = 0.5
"""Weight of a hit on a word that differs by a typing error."""

DECIMALS = 10


@dataclass(frozen=True)
class _Term:
    """One word of a question: the terms of the vocabulary that answer to it, each with a weight."""

    word: str
    matches: tuple[tuple[int, float], ...]


class TextIndex:
    """Postings of a list of documents; immutable."""

    def __init__(
        self, vocabulary: dict[str, int], postings: list[tuple[Positions, Floats]], lengths: Floats
    ) -> None:
        self._vocabulary = vocabulary
        self._words = list(vocabulary)
        self._postings = postings
        self._lengths = lengths
        self._forward = sorted(vocabulary)
        self._backward = sorted(word[::-1] for word in vocabulary)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._words:
            self._by_length[len(word)].append(word)

    @staticmethod
    def build(documents: Sequence[str]) -> "TextIndex":
        """Index `documents`; a document is found by its position."""
        vocabulary: dict[str, int] = {}
        rows: list[list[int]] = []
        columns: list[list[int]] = []
        lengths = np.zeros(len(documents))
        for number, document in enumerate(documents):
            counted: dict[str, int] = defaultdict(int)
            for word in stems(document):
                counted[word] += 1
            lengths[number] = sum(counted.values())
            for word, count in counted.items():
                at = vocabulary.setdefault(word, len(vocabulary))
                if at == len(rows):
                    rows.append([])
                    columns.append([])
                rows[at].append(number)
                columns[at].append(count)
        postings = [
            (np.array(where, dtype=np.int64), np.array(counts, dtype=np.float64))
            for where, counts in zip(rows, columns, strict=True)
        ]
        return TextIndex(vocabulary, postings, lengths)

    def scores(self, query: str, allowed: Mask) -> Floats:
        """Return how well each document fits `query`, in [0, 1]; 0 outside `allowed`.

        Parameters
        ----------
        query
            Words in any form; repeated words count once.
        allowed
            Shape (documents,).

        Returns
        -------
        Floats
            BM25 over the score that a document with every word of the query could reach, so that 1 means the same
            for every question.  Shape (documents,).
        """
        total = np.zeros(len(self._lengths))
        count = int(allowed.sum())
        if not count:
            return total
        average = max(float(self._lengths[allowed].mean()), 1.0)
        ideal = 0.0
        for term in self._terms(query, allowed):
            frequency = np.zeros(len(self._lengths))
            for at, weight in term.matches:
                where, counts = self._postings[at]
                keep = allowed[where]
                frequency[where[keep]] = np.maximum(frequency[where[keep]], weight * counts[keep])
            holding = int((frequency > 0).sum())
            idf = float(np.log(1.0 + (count - holding + 0.5) / (holding + 0.5)))
            ideal += idf * (K1 + 1.0)
            saturation = K1 * (1.0 - B + B * self._lengths / average)
            total += np.where(frequency > 0, idf * frequency * (K1 + 1.0) / (frequency + saturation), 0.0)
        return np.round(total / ideal, DECIMALS) if ideal > 0 else total

    def matched_words(self, query: str, document: int, allowed: Mask) -> tuple[str, ...]:
        """Return the words of `query`, as they were typed, that `document` answers to."""
        found: list[str] = []
        for term in self._terms(query, allowed):
            if any(document in self._postings[at][0] for at, _ in term.matches):
                found.append(term.word)
        return tuple(found)

    def _terms(self, query: str, allowed: Mask) -> list[_Term]:
        terms: list[_Term] = []
        seen: set[str] = set()
        for word in tokens(query):
            root = stem(word)
            if word in STOP or root in seen:
                continue
            seen.add(root)
            terms.append(_Term(word, self._matches(root, allowed)))
        return terms

    def _matches(self, root: str, allowed: Mask) -> tuple[tuple[int, float], ...]:
        found: dict[int, float] = {}
        own = self._vocabulary.get(root)
        if own is not None and self._occurs(own, allowed):
            found[own] = 1.0
        for at in self._compounds(root):
            if at not in found and self._occurs(at, allowed):
                found[at] = PART
        if not found:
            found = {at: TYPO for at in self._misspelt(root) if self._occurs(at, allowed)}
        return tuple(sorted(found.items()))

    def _compounds(self, root: str) -> set[int]:
        """Return words that begin or end with `root`, and words that `root` begins or ends with."""
        longer = {
            *starting(self._forward, root),
            *(word[::-1] for word in starting(self._backward, root[::-1])),
        }
        shorter = {root[:end] for end in range(LEAST_PART, len(root))}
        shorter |= {root[begin:] for begin in range(1, len(root) - LEAST_PART + 1)}
        return {
            self._vocabulary[word]
            for word in longer | (shorter & self._vocabulary.keys())
            if is_part(root, word) or is_part(word, root)
        }

    def _misspelt(self, root: str) -> list[int]:
        """Return words that differ from `root` by as many typing errors as its length allows."""
        errors = allowed_errors(root)
        found: list[int] = []
        for length in range(len(root) - errors, len(root) + errors + 1) if errors else ():
            near = process.extract(
                root,
                self._by_length.get(length, []),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=errors,
                limit=None,
            )
            found.extend(self._vocabulary[word] for word, _, _ in near)
        return found

    def _occurs(self, at: int, allowed: Mask) -> bool:
        return bool(allowed[self._postings[at][0]].any())
