"""Search as you type, over the things one viewer may see.

The caller builds an index over visible things only.  A score depends on the thing and the words alone, never on how
many others there are, and things of another kind take no part: taking away what does not match changes nothing.
So an index may lie in layers, each over a part of the entries, and follow what changes in a layer of its own.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz, process

from graph.analytics.search_layer import Entry, Layer, rank, readings_of
from graph.analytics.words import tokens
from graph.network import Floats, Mask

__all__ = ["Entry", "Hit", "SearchIndex"]

NEAR = 70.0
"""Similarity (0 to 100) from which a name is offered as "did you mean"."""

MERGED = 2
"""A layer is taken together with a newer one that has more than one entry for this many of its own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry and how well it fits, in (0, 1]."""

    entry: Entry
    score: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A layer and which of its entries still hold."""

    layer: Layer
    holds: Mask

    def entries(self) -> list[Entry]:
        return [self.layer.entries[at] for at in np.flatnonzero(self.holds)]

    def without(self, things: Iterable[tuple[str, str]]) -> "_Part":
        places = [at for thing in things for at in self.layer.places(*thing)]
        if not places:
            return self
        holds = self.holds.copy()
        holds[places] = False
        return replace(self, holds=holds)


class SearchIndex:
    """Entries with their words; immutable."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = parts

    @staticmethod
    def build(entries: Sequence[Entry]) -> "SearchIndex":
        """Index `entries`.  O(words · log words)."""
        return SearchIndex([_Part(Layer(entries), np.ones(len(entries), dtype=np.bool_))])

    def following(self, gone: Collection[tuple[str, str]], entries: Sequence[Entry]) -> "SearchIndex":
        """Return the index without the things `gone` (kind and id), and with `entries`.

        It answers as one that is built anew.  Layers double in size, so that n changes cost O(n · log n) words.
        """
        parts, new = [part.without(gone) for part in self._parts], list(entries)
        while new and parts and len(parts[-1].holds) < MERGED * len(new):
            new += parts.pop().entries()
        if new:
            parts.append(_Part(Layer(new), np.ones(len(new), dtype=np.bool_)))
        return SearchIndex(parts)

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
        scores, _ = self._scores(text, self._among(kinds))
        return self._best(scores, limit)

    def nearest(self, text: str, *, kinds: Collection[str] | None = None, limit: int = 3) -> list[Entry]:
        """Return the entries that may be meant by `text`, for "did you mean"; none where nothing looks like it.

        Names that look like the whole text come first, then what answers to all of its words.  Compares with every
        name, O(entries): for a message after a miss, not for every letter typed.
        """
        masks, whole = self._among(kinds), " ".join(tokens(text))
        alike: list[tuple[float, Entry]] = []
        for part, among in zip(self._parts, masks, strict=True):
            names = {int(at): part.layer.names[at] for at in np.flatnonzero(among)}
            found = process.extract(whole, names, scorer=fuzz.ratio, limit=None, score_cutoff=NEAR)
            alike += [(likeness, part.layer.entries[at]) for _, likeness, at in found]
        best = [entry for _, entry in sorted(alike, key=lambda pair: (-pair[0], rank(pair[1])))]
        scores, answered = self._scores(text, masks)
        if answered:
            best += [hit.entry for hit in self._best(scores, limit)]
        return list({(entry.kind, entry.id): entry for entry in best}.values())[: max(limit, 0)]

    def _among(self, kinds: Collection[str] | None) -> list[Mask]:
        return [part.holds & part.layer.among(kinds) for part in self._parts]

    def _scores(self, text: str, masks: Sequence[Mask]) -> tuple[list[Floats], bool]:
        """Return how well each entry fits, layer by layer, and whether any answers to all the words."""
        words = tokens(text)
        if not words:
            return [np.zeros(len(among)) for among in masks], False
        readings, layers = readings_of(text, words), [part.layer for part in self._parts]
        pairs = list(zip(layers, masks, strict=True))
        matches = [layer.matches(readings, among, errors=False) for layer, among in pairs]
        if not any((matched == len(words)).any() for _, matched in matches):
            matches = [layer.matches(readings, among, errors=True) for layer, among in pairs]
        most = max((int(matched.max(initial=0)) for _, matched in matches), default=0)
        scores = [
            layer.scores(text, among, found, most)
            for (layer, among), found in zip(pairs, matches, strict=True)
        ]
        return scores, most == len(words)

    def _best(self, scores: Sequence[Floats], limit: int) -> list[Hit]:
        hits = [
            Hit(part.layer.entries[at], float(values[at]))
            for part, values in zip(self._parts, scores, strict=True)
            for at in _highest(values, limit)
        ]
        if len(self._parts) > 1:
            hits.sort(key=lambda hit: (-hit.score, rank(hit.entry)))
        return hits[: max(limit, 0)]


def _highest(scores: Floats, limit: int) -> list[int]:
    """Return the places of the highest scores above nothing; of equal ones the first come first."""
    if limit < 1:
        return []
    found = np.flatnonzero(scores > 0.0)
    if len(found) > limit:
        least = np.partition(scores[found], len(found) - limit)[len(found) - limit]
        found = found[scores[found] >= least]
    order = np.argsort(-scores[found], kind="stable")
    return [int(at) for at in found[order][:limit]]
