"""Chance for the sample city that comes out the same everywhere.

Only ``random.Random.random`` is used: the Mersenne Twister whose sequence for an integer seed Python promises to
keep.  ``choice``, ``sample`` and ``shuffle`` carry no such promise, so they are made here from that one method, with
arithmetic that every processor rounds alike.
"""

import random
from bisect import bisect_right
from collections.abc import MutableSequence, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Weighted(Generic[T]):
    """Things to draw from, each as often as its weight says; ``totals`` are the running sums of the weights."""

    things: tuple[T, ...]
    totals: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Sequence[tuple[T, int]]) -> "Weighted[T]":
        """Take things with whole weights; what weighs nothing is left out."""
        kept = [pair for pair in pairs if pair[1] > 0]
        return cls(tuple(thing for thing, _ in kept), tuple(accumulate(weight for _, weight in kept)))


class Draw:
    """One stream of chance, named, so that a change in one table leaves the others as they were."""

    def __init__(self, seed: int, stream: str) -> None:
        number = int.from_bytes(sha256(f"{seed}/{stream}".encode()).digest()[:16], "big")
        self.random = random.Random(number).random  # noqa: S311  a city to look at, no secret

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self.random() < probability

    def between(self, least: int, most: int) -> int:
        """Return a whole number in [least, most]."""
        return least + int(self.random() * (most - least + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Return one of `things`, each as likely."""
        return things[int(self.random() * len(things))]

    def weighted(self, bag: Weighted[T]) -> T:
        """Return one thing of `bag` by weight."""
        return bag.things[bisect_right(bag.totals, int(self.random() * bag.totals[-1]))]

    def some(self, things: Sequence[T], count: int) -> tuple[T, ...]:
        """Return `count` different positions of `things`, or all where there are fewer."""
        if count * 3 < len(things):
            chosen: dict[int, None] = {}
            while len(chosen) < count:
                chosen[int(self.random() * len(things))] = None
            return tuple(things[position] for position in chosen)
        pool = list(things)
        self.shuffle(pool)
        return tuple(pool[:count])

    def several(self, bag: Weighted[T], count: int) -> tuple[T, ...]:
        """Return up to `count` different things of `bag`, by weight."""
        chosen: dict[T, None] = {}
        for _ in range(count * 4):
            if len(chosen) >= min(count, len(bag.things)):
                break
            chosen[self.weighted(bag)] = None
        return tuple(chosen)

    def shuffle(self, things: MutableSequence[T]) -> None:
        """Put `things` in a random order (Fisher and Yates)."""
        for last in range(len(things) - 1, 0, -1):
            other = int(self.random() * (last + 1))
            things[last], things[other] = things[other], things[last]
