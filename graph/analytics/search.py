"""Search as you type, over the things one viewer may see.

The caller builds an index over visible things only.  A score depends on the thing and the words alone, never on how
many others there are, and things of another kind take no part: taking away what does not match changes nothing.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from graph.analytics.postings import Postings
from graph.analytics.words import LEAST_PART, allowed_errors, fold, joined, stem, tokens
from graph.network import Floats, Mask, Positions

EXACT_ID, WHOLE_NAME, NAME_STARTS = 1.0, 0.98, 0.9
WORD, PREFIX, STEM, ENDING, TYPO, EXTRA = 0.8, 0.7, 0.6, 0.5, 0.4, 0.3
"""What a word is worth where it hits, best kind first; an entry's score is the mean over the words asked."""

NEAR = 70.0
"""Similarity (0 to 100) from which a name is offered as "did you mean"."""

Reading: TypeAlias = tuple[tuple[str, int], ...]
"""A text as words to look up, each with how many words of the text it stands for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; `words` is extra text it also answers to."""

    kind: str
    id: str
    key: str | None
    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry and how well it fits, in (0, 1]."""

    entry: Entry
    score: float


class SearchIndex:
    """Entries, in the order in which equally good ones are shown, with their words; immutable."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        named = sorted(
            ((" ".join(tokens(entry.name)), entry) for entry in entries),
            key=lambda pair: (len(pair[0]), pair[0], pair[1].id, pair[1].kind),
        )
        self._entries = [entry for _, entry in named]
        self._names = [name for name, _ in named]
        self._kinds = np.array([entry.kind for entry in self._entries], dtype=np.str_)
        self._alphabet = np.array(sorted(range(len(named)), key=self._names.__getitem__), dtype=np.int64)
        self._sorted = [self._names[at] for at in self._alphabet]
        self._exact: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(self._entries):
            for identity in filter(None, (entry.id, entry.key)):
                self._exact[fold(identity)].append(at)
        split = [name.split() for name in self._names]
        self._by_name = Postings.build([[*words, *joined(words)] for words in split])
        self._by_ending = Postings.build([[word[::-1] for word in words] for words in split])
        self._by_stem = Postings.build([[stem(word) for word in words] for words in split])
        extra = [tokens(entry.words) for entry in self._entries]
        self._by_extra = Postings.build(extra)
        self._by_extra_stem = Postings.build([[stem(word) for word in words] for words in extra])

    @staticmethod
    def build(entries: Sequence[Entry]) -> "SearchIndex":
        """Index `entries`.  O(words · log words)."""
        return SearchIndex(entries)

    def search(self, text: str, *, kinds: Collection[str] | None = None, limit: int = 10) -> list[Hit]:
        """Return the entries that answer to `text`, best first.

        Parameters
        ----------
        text
            An id, a key, or words of a name or of the extra text, whole or as far as they were typed.
        kinds
            Kinds of entries to look among; ``None`` for all.
        limit
            Hits returned at most.

        Returns
        -------
        list[Hit]
            Every hit answers to all the words; where nothing does, to as many as anything does.  Only where nothing
            answers to all of them as they were typed are typing errors forgiven.  Equal hits come by length of name,
            name and id.
        """
        words = tokens(text)
        if not words or limit < 1:
            return []
        among = self._among(kinds)
        scores, matched = self._matches(words, among, errors=False)
        asked = len(dict.fromkeys(words))
        if not (matched == asked).any():
            scores, matched = self._matches(words, among, errors=True)
        scores[matched < max(int(matched.max(initial=0)), 1)] = 0.0
        whole = " ".join(words)
        starts = self._named(whole)
        scores[starts] = np.where(scores[starts] > 0.0, np.maximum(scores[starts], NAME_STARTS), 0.0)
        equal = [at for at in starts.tolist() if self._names[at] == whole]
        exact = self._exact.get(fold(text), [])
        for found, worth in ((equal, WHOLE_NAME), (exact, EXACT_ID)):
            scores[[at for at in found if among[at]]] = worth
        return [Hit(self._entries[at], float(scores[at])) for at in _best(scores, limit)]

    def nearest(
        self, text: str, *, kinds: Collection[str] | None = None, limit: int = 3
    ) -> list[Entry]:
        """Return the entries whose names look most like `text`, for "did you mean"; none that does not look like it.

        Compares with every name, O(entries): for a message after a miss, not for every letter typed.
        """
        among = self._among(kinds)
        names = {at: name for at, name in enumerate(self._names) if among[at]}
        near = process.extract(
            " ".join(tokens(text)), names, scorer=fuzz.ratio, limit=None, score_cutoff=NEAR
        )
        best = sorted(near, key=lambda found: (-found[1], found[2]))
        return [self._entries[at] for _, _, at in best[: max(limit, 0)]]

    def _among(self, kinds: Collection[str] | None) -> Mask:
        if kinds is None:
            return np.ones(len(self._entries), dtype=np.bool_)
        return np.isin(self._kinds, sorted(kinds))

    def _named(self, start: str) -> Positions:
        """Return the entries whose name begins with `start`."""
        begin = bisect_left(self._sorted, start)
        return self._alphabet[begin : bisect_left(self._sorted, f"{start}\U0010ffff", begin)]

    def _matches(self, words: list[str], among: Mask, *, errors: bool) -> tuple[Floats, NDArray[np.int64]]:
        """Return the mean worth of `words` to each entry, and how many of them it answers to."""
        scores = np.zeros(len(among))
        matched = np.zeros(len(among), dtype=np.int64)
        for reading in _readings(words):
            total = np.zeros(len(among))
            count = np.zeros(len(among), dtype=np.int64)
            for word, stands_for in reading:
                worth = self._worth(word, errors=errors)
                total += worth * stands_for
                count += (worth > 0.0) * stands_for
            better = among & ((count > matched) | ((count == matched) & (total > scores)))
            scores[better], matched[better] = total[better], count[better]
        return scores / sum(stands_for for _, stands_for in _readings(words)[0]), matched

    def _worth(self, word: str, *, errors: bool) -> Floats:
        """Return what `word` is worth to each entry; better kinds of hits are written over lesser ones."""
        worth = np.zeros(len(self._entries))
        root = stem(word)
        if len(word) > 2:
            worth[self._by_extra_stem.of(root)] = EXTRA
            worth[self._by_extra.starting(word)] = EXTRA
        worth[self._by_extra.of(word)] = EXTRA
        if errors and (allowed := allowed_errors(word)):
            worth[self._by_extra.near(word, allowed)] = EXTRA * TYPO
            worth[self._by_name.near(word, allowed)] = TYPO
        if len(word) >= LEAST_PART:
            worth[self._by_ending.starting(word[::-1])] = ENDING
        if len(word) > 2:
            worth[self._by_stem.of(root)] = STEM
        worth[self._by_name.starting(word)] = PREFIX
        worth[self._by_name.of(word)] = WORD
        return worth


def _readings(words: list[str]) -> list[Reading]:
    """Return the ways to read a text: as its words, with particles joined ("vandenberg"), and as one word."""
    single = list(dict.fromkeys(words))
    readings: list[Reading] = [tuple((word, 1) for word in single)]
    return readings


def _best(scores: Floats, limit: int) -> list[int]:
    """Return the places of the highest scores above nothing; of equal ones the first come first."""
    found = np.flatnonzero(scores > 0.0)
    if len(found) > limit:
        least = np.partition(scores[found], len(found) - limit)[len(found) - limit]
        found = found[scores[found] >= least]
    order = np.argsort(-scores[found], kind="stable")
    return [int(at) for at in found[order][:limit]]
