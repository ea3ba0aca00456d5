"""Search as you type, over the things one viewer may see.

The caller builds an index over visible things only.  A score depends on the thing and the words alone, never on how
many others there are, so that taking away what does not match changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from graph.analytics.words import allowed_errors, fold, starting, stem, tokens

EXACT_ID, WHOLE_NAME, NAME_STARTS = 1.0, 0.98, 0.9
WORD, PREFIX, STEM, TYPO, EXTRA = 0.8, 0.7, 0.6, 0.4, 0.3
"""What a hit is worth, best kind first; a thing's score is the mean over the words asked."""


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
    """Entries with their words in order, for bisection; immutable."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._exact: dict[str, list[int]] = defaultdict(list)
        self._names: list[str] = []
        names: dict[str, set[int]] = defaultdict(set)
        extra: dict[str, set[int]] = defaultdict(set)
        roots: dict[str, set[int]] = defaultdict(set)
        for at, entry in enumerate(entries):
            self._exact[fold(entry.id)].append(at)
            if entry.key:
                self._exact[fold(entry.key)].append(at)
            self._names.append(fold(entry.name))
            parts = tokens(entry.name)
            joined = (
                {"".join(parts[begin:]) for begin in range(len(parts) - 1)}
                if 1 < len(parts) < 6
                else set[str]()
            )
            for word in {*parts, *joined}:
                names[word].add(at)
                roots[stem(word)].add(at)
            for word in tokens(entry.words):
                extra[word].add(at)
                roots[stem(word)].add(at)
        self._name_words = sorted(names)
        self._extra_words = sorted(extra)
        self._by_name, self._by_extra, self._by_root = names, extra, roots
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in self._name_words:
            self._by_length[len(word)].append(word)

    @staticmethod
    def build(entries: Sequence[Entry]) -> "SearchIndex":
        """Index `entries`."""
        return SearchIndex(entries)

    def search(self, text: str, *, kinds: Collection[str] | None = None, limit: int = 10) -> list[Hit]:
        """Return the entries that answer to `text`, best first; equal ones by length of name, name and id."""
        words = tokens(text)
        if not words:
            return []
        whole = fold(text)
        found: dict[int, float] = defaultdict(float)
        matched: dict[int, int] = defaultdict(int)
        for word in dict.fromkeys(words):
            for at, value in self._word(word, kinds).items():
                found[at] += value
                matched[at] += 1
        most = max(matched.values(), default=0)
        asked = len(dict.fromkeys(words))
        scores = {at: found[at] / asked for at, count in matched.items() if count == most}
        for at in list(scores):
            if self._names[at] == whole:
                scores[at] = WHOLE_NAME
            elif most == asked and self._names[at].startswith(whole):
                scores[at] = max(scores[at], NAME_STARTS)
        for at in self._exact.get(whole, ()):
            if kinds is None or self._entries[at].kind in kinds:
                scores[at] = EXACT_ID
        order = sorted(
            scores,
            key=lambda at: (
                -round(scores[at], 9),
                len(self._names[at]),
                self._names[at],
                self._entries[at].id,
            ),
        )
        return [Hit(self._entries[at], scores[at]) for at in order[:limit]]

    def _word(self, word: str, kinds: Collection[str] | None) -> dict[int, float]:
        """Return what one word is worth to each entry; typing errors only where nothing else answers."""
        found: dict[int, float] = {}

        def add(entries: Collection[int], value: float) -> None:
            for at in entries:
                if (kinds is None or self._entries[at].kind in kinds) and found.get(at, 0.0) < value:
                    found[at] = value

        for known in starting(self._name_words, word):
            add(self._by_name[known], WORD if known == word else PREFIX)
        if len(word) > 2:
            add(self._by_root.get(stem(word), ()), STEM)
            for known in starting(self._extra_words, word):
                add(self._by_extra[known], EXTRA)
        errors = allowed_errors(word)
        if not found and errors:
            for length in range(len(word) - errors, len(word) + errors + 1):
                for known, _, _ in process.extract(
                    word,
                    self._by_length.get(length, []),
                    scorer=DamerauLevenshtein.distance,
                    score_cutoff=errors,
                    limit=50,
                ):
                    add(self._by_name[known], TYPO)
        return found
