"""Who has what, as columns: for every concept the positions of those who have it, and how much."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from graph.following import Moved
from graph.network import Floats, Positions

Column: TypeAlias = tuple[Positions, Floats]
"""Positions and values, of one length; a position may come twice."""

EMPTY: Column = (np.zeros(0, dtype=np.int64), np.zeros(0))


def columns(rows: Iterable[tuple[int, str, float]]) -> dict[str, Column]:
    """Gather rows of a position, a concept and a value into a column a concept."""
    where: dict[str, list[int]] = defaultdict(list)
    values: dict[str, list[float]] = defaultdict(list)
    for at, concept, value in rows:
        where[concept].append(at)
        values[concept].append(value)
    return {
        concept: (np.array(places, dtype=np.int64), np.array(values[concept]))
        for concept, places in where.items()
    }


def following(
    held: Mapping[str, Column], moved: Moved, rows: Iterable[tuple[int, str, float]]
) -> dict[str, Column]:
    """Return columns in which people moved, and those touched have `rows` in place of what they had."""
    again = columns(rows)
    found: dict[str, Column] = {}
    for concept in (*held, *(new for new in again if new not in held)):
        where, values = held.get(concept, EMPTY)
        keep, now = moved.where(where)
        places, much = again.get(concept, EMPTY)
        found[concept] = (np.concatenate([now, places]), np.concatenate([values[keep], much]))
    return found


def best(asked: Mapping[str, float], held: Mapping[str, Column], count: int) -> Floats:
    """Return the best that each has of what is asked, its worth times how much they have; shape (count,)."""
    found = np.zeros(count)
    for concept, worth in asked.items():
        where, much = held.get(concept, EMPTY)
        np.maximum.at(found, where, worth * much)
    return found


def share(asked: Sequence[Mapping[str, float]], held: Mapping[str, Column], count: int) -> Floats:
    """Return the mean of :func:`best` over everything that is asked; shape (count,)."""
    total = np.zeros(count)
    for concepts in asked:
        total += best(concepts, held, count)
    return total / len(asked)


def spans(begin: Positions, sizes: Positions) -> Positions:
    """Return begin[i], begin[i] + 1, … of `sizes[i]` each, one after another; shape (sum of sizes,)."""
    skipped = np.cumsum(sizes) - sizes
    return np.repeat(begin - skipped, sizes) + np.arange(int(sizes.sum()))


def distinct(keys: Positions) -> Positions:
    """Return the distinct keys in order; numpy's own goes by hash, several times as slow on numbers this large."""
    ordered = np.sort(keys)
    first = np.ones(len(ordered), dtype=np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]
