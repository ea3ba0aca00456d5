"""Pairs of people worth comparing: those who share a key (blocking, Fellegi and Sunter 1969)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ingest.duplicate_features import Person
from ingest.duplicate_names import Name, core, skeleton, sound
from ingest.nicknames import GROUPS

LARGEST_BLOCK = 60
"""A key that more people share says nothing, and would cost a square of comparisons."""


def candidates(people: Sequence[Person]) -> list[tuple[int, int]]:
    """Return pairs of positions in `people`, the lesser first, in order, each once.

    Notes
    -----
    Linear in the people: a person has some tens of keys, and a block at most 60 people.  A larger block is taken
    apart by neighbourhood, and what is too large then is left out.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(people):
        for key in set(_keys(person)):
            blocks[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > LARGEST_BLOCK:
            for part in _by_place(block, people):
                pairs.update(combinations(part, 2))
        elif len(block) > 1:
            pairs.update(combinations(block, 2))
    return sorted(pairs)


def _by_place(block: Sequence[int], people: Sequence[Person]) -> Iterator[list[int]]:
    parts: dict[str, list[int]] = defaultdict(list)
    for at in block:
        for place in people[at].places:
            parts[place].append(at)
    return (part for part in parts.values() if 1 < len(part) <= LARGEST_BLOCK)


def _keys(person: Person) -> Iterator[str]:
    yield from name_keys(person.name)
    if person.email:
        yield f"m:{person.email}"
        user = person.email.partition("@")[0]
        if len(user) >= 5:
            yield f"u:{user}"
    if person.phone:
        yield f"p:{person.phone}"


def name_keys(name: Name) -> frozenset[str]:
    """Return keys of which people with nearly the same name share one.

    The consonants of all words in any order; each word with the others' consonants left to an initial, a form of the
    first name, or one sign left out (one slip shares a key, as in symmetric deletion).
    """
    words = name.words
    bones = [skeleton(word) for word in words]
    keys = {f"s:{''.join(sorted(bones))}"}
    if len(words) == 1:
        return frozenset(keys)
    for at, word in enumerate(words):
        others = [bone for place, bone in enumerate(bones) if place != at]
        for rest in {"".join(sorted(others)), *(others if len(others) > 1 else ())}:
            keys.update(_with(word, rest))
    for family in name.family:
        keys.add(f"g:{sound(name.given)}:{skeleton(family)[:3]}")
        keys.add(f"g:{sound(family)}:{skeleton(name.given)[:3]}")
    return frozenset(keys)


def _with(word: str, rest: str) -> Iterable[str]:
    yield f"i:{word[0]}:{rest}"
    for group in GROUPS.get(word, ()):
        yield f"n:{group}:{rest}"
    bare = core(word)
    yield f"d:{bare}:{rest}"
    if len(bare) >= 4:
        for cut in range(len(bare)):
            yield f"d:{bare[:cut]}{bare[cut + 1 :]}:{rest}"
