"""A layer of a search index: entries with their words, and what the words of a text are worth to each.

A score depends on the thing and the words alone, never on how many others there are.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from graph.analytics.postings import Postings
from graph.analytics.spelling import Spelling
from graph.analytics.words import LEAST_PART, allowed_errors, fold, joined, span, stem, tokens
from graph.network import Floats, Mask

EXACT_ID, WHOLE_NAME, NAME_STARTS = 1.0, 0.98, 0.9
"""Scores of a hit on the whole text."""

WORD, PREFIX, STEM, ENDING, TYPO, UNDER_WAY, EXTRA, EXTRA_TYPO = 80, 70, 60, 50, 40, 35, 30, 10
"""What a word is worth where it hits, in hundredths; an entry's score is the mean over the words asked."""

MOST_JOINED = 6
"""Words of a text that may still be one name written apart."""

ALIKE = 0.1
"""What a name that looks like the whole text is worth on top, where it answers to some of the words only."""

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")

Points: TypeAlias = NDArray[np.int32]
"""Hundredths of a score, or counts, of every entry: small whole numbers, quick to add and without rounding."""

Matches: TypeAlias = tuple[Points, Points]
"""What the words of a text are worth to each entry, and how many of them it answers to."""

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


class Layer:
    """Entries, in the order in which equally good ones are shown, with their words; immutable."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        named = sorted(((rank(entry), entry) for entry in entries), key=itemgetter(0))
        self.entries = [entry for _, entry in named]
        self.names = [name for (_, name, _, _), _ in named]
        self._kinds = np.array([entry.kind for entry in self.entries], dtype=np.str_)
        self._compounds = self._kinds != "person"  # a person's name is none: "Smet" is not in "Desmet"
        self._alphabet = np.array(sorted(range(len(named)), key=self.names.__getitem__), dtype=np.int64)
        self._sorted = [self.names[at] for at in self._alphabet]
        self._exact: dict[str, list[int]] = defaultdict(list)
        for at, entry in enumerate(self.entries):
            for identity in filter(None, (entry.id, entry.key)):
                self._exact[fold(identity)].append(at)
        split = [tokens(entry.name) for entry in self.entries]
        together = ((word for word, size in joined(entry.name) if size > 1) for entry in self.entries)
        self._by_name = Postings.build([*words, *one] for words, one in zip(split, together, strict=True))
        self._by_extra = Postings.build(tokens(entry.words) for entry in self.entries)
        self._spelling, self._extra_spelling = Spelling(self._by_name.words), Spelling(self._by_extra.words)

    def places(self, kind: str, identity: str) -> list[int]:
        """Return where the entries of a thing stand."""
        found = self._exact.get(fold(identity), ())
        return [at for at in found if (self.entries[at].kind, self.entries[at].id) == (kind, identity)]

    def among(self, kinds: Collection[str] | None) -> Mask:
        """Return the entries of some kinds; all for ``None``."""
        if kinds is None:
            return np.ones(len(self.entries), dtype=np.bool_)
        return np.isin(self._kinds, sorted(kinds))

    def scores(self, text: str, among: Mask, matches: Matches, most: int) -> Floats:
        """Return how well each entry fits that answers to `most` words of `text`; 0 for the others."""
        words = tokens(text)
        points, matched = matches
        best = np.flatnonzero((matched == most) & (matched > 0))
        scores = np.zeros(len(among))
        scores[best] = points[best] / (100.0 * len(words))
        whole = " ".join(words)
        if 0 < most < len(words) and len(best):
            alike = process.cdist([whole], [self.names[at] for at in best], scorer=fuzz.ratio)[0]
            scores[best] += ALIKE * alike / 100.0
        begin, end = span(self._sorted, whole)
        same = bisect_right(self._sorted, whole, begin)
        named, exact = self._alphabet[begin:end], self._exact.get(fold(text), [])
        for found, worth in (
            (named, NAME_STARTS),
            (self._alphabet[begin:same], WHOLE_NAME),
            (exact, EXACT_ID),
        ):
            scores[found] = np.where(among[found], worth, 0.0)
        return scores

    def matches(self, readings: Sequence[Reading], among: Mask, *, errors: bool) -> Matches:
        """Return what the words are worth together to each entry, by its best reading, and how many it answers to."""
        points, matched = self._nothing(), self._nothing()
        for reading in readings:
            total, count = self._nothing(), self._nothing()
            for place, (word, stands_for) in enumerate(reading, 1):
                longer = {other for other, _ in reading if other != word and other.startswith(word)}
                worth = self._worth(word, longer)
                if errors:
                    np.maximum(worth, self._forgiven(word, under_way=place == len(reading)), out=worth)
                for _ in range(stands_for):
                    total += worth
                    count += worth > 0
            better = (count > matched) | ((count == matched) & (total > points))
            better &= among
            np.copyto(points, total, where=better)
            np.copyto(matched, count, where=better)
        return points, matched

    def _nothing(self) -> Points:
        return np.zeros(len(self.entries), dtype=np.int32)

    def _worth(self, word: str, longer: Collection[str]) -> Points:
        """Return what `word` is worth to each entry; better kinds of hits are written over lesser ones.

        What begins with one of `longer` answers to that other word of the text: "Piet Jansens" has no "jan" too.
        """
        worth = self._nothing()
        root = stem(word)
        if len(word) > 2:
            worth[self._by_extra.stemmed(root)] = EXTRA
            worth[self._by_extra.starting(word, longer)] = EXTRA
        worth[self._by_extra.of(word)] = EXTRA
        if len(word) >= LEAST_PART:
            ending = self._by_name.ending(word)
            worth[ending[self._compounds[ending]]] = ENDING
        if len(word) > 2:
            worth[self._by_name.stemmed(root)] = STEM
        worth[self._by_name.starting(word, longer)] = PREFIX
        worth[self._by_name.of(word)] = WORD
        return worth

    def _forgiven(self, word: str, *, under_way: bool) -> Points:
        """Return what `word` is worth with typing errors, or as two words without the space between."""
        worth = self._nothing()
        errors = allowed_errors(word)
        if not errors:
            return worth
        worth[self._by_extra.at(self._extra_spelling.near(word, errors)[0])] = EXTRA_TYPO
        if under_way:
            worth[self._by_name.at(self._spelling.near_beginning(word, errors))] = UNDER_WAY
        worth[self._by_name.at(self._spelling.near(word, errors)[0])] = TYPO
        for cut in range(2, len(word) - 1):
            heads = self._by_name.of(word[:cut])
            if len(heads):
                worth[np.intersect1d(heads, self._by_name.of(word[cut:]))] = TYPO
        return worth


def rank(entry: Entry) -> tuple[int, str, str, str]:
    """Return what orders equally good entries: length of name, name, id, kind."""
    name = _bare(entry.name)
    return len(name), name, entry.id, entry.kind


def _bare(name: str) -> str:
    """Return the words of a name, without what is said of it in brackets at the end."""
    return " ".join(tokens(_ASIDE.sub("", name)) or tokens(name))


def readings_of(text: str, words: Sequence[str]) -> list[Reading]:
    """Return the ways to read a text: word by word, with names written as one ("vandenberg"), and all as one word."""
    single = tuple((word, 1) for word in words)
    if len(words) > MOST_JOINED:
        return [single]
    whole = ("".join(words), len(words))
    return list(dict.fromkeys([single, tuple(joined(text)), (whole,)]))
