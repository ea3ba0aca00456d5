"""Which pairs might get to know each other: no tie, something to share, and somebody who can introduce them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.analytics.graphs import Graph, Matrix
from graph.analytics.paths import PathModel, entries
from graph.analytics.structure import Bits
from graph.network import Floats, Mask, Positions
from graph.trust import DECIMALS, Ties, offsets

AT_ONCE = 1_000_000
"""Pairs over a connector that are held at once."""


@dataclass(frozen=True)
class Weaving:
    """What suggestions are made of; all of the same nodes.

    Attributes
    ----------
    ties
        Directed.
    graph
        The pairs that have a tie in either direction.
    group
        Shape (nodes,); -1 where unknown.
    ends
        Marks who may be suggested to somebody.
    factors
        Of each node in the middle, 0 for who may not stand there; see
        :func:`graph.analytics.paths.connector_factors`.
    themes, talents
        What each node cares about and offers; shape (nodes, columns), 0 or 1.
    apart
        Keys ``u * nodes + v``, ascending and both ways, of pairs who are in no suggestion together.
    """

    ties: Ties
    graph: Graph
    group: Positions
    ends: Mask
    factors: Floats
    themes: Matrix
    talents: Matrix
    apart: Positions


def ties_among(ties: Ties, who: Mask) -> Ties:
    """Return the ties of the people marked, shape (people,), numbered anew in their order."""
    place = np.cumsum(who, dtype=np.int64) - 1
    rows = np.repeat(np.arange(ties.size, dtype=np.int64), np.diff(ties.indptr))
    inside = who[rows] & who[ties.targets]
    rows, targets, strength = place[rows[inside]], place[ties.targets[inside]], ties.strength[inside]
    back = np.lexsort((rows, targets))
    nodes = int(np.count_nonzero(who))
    return Ties(offsets(rows, nodes), targets, strength, offsets(targets, nodes), rows[back], strength[back])


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs as columns, ``one`` < ``other``, with who is in the middle and what the path is worth."""

    one: Positions
    other: Positions
    through: Positions
    value: Floats

    def where(self, keep: "Mask | Positions | slice") -> "Pairs":
        """Return some of them."""
        return Pairs(self.one[keep], self.other[keep], self.through[keep], self.value[keep])


def candidates(of: Weaving, model: PathModel, most: int) -> Pairs:
    """Return every pair that may be suggested, with its best connector."""
    nodes = of.graph.nodes
    parts = [
        part
        for wedges in _wedges(of, model, most)
        if len((part := _suitable(of, wedges.where(wedges.value >= model.least))).one)
    ]
    if not parts:
        none = np.zeros(0, dtype=np.int64)
        return Pairs(none, none, none, np.zeros(0))
    every = Pairs(
        np.concatenate([part.one for part in parts]),
        np.concatenate([part.other for part in parts]),
        np.concatenate([part.through for part in parts]),
        np.concatenate([part.value for part in parts]),
    )
    key = every.one * nodes + every.other
    order = np.lexsort((every.through, -every.value, key))
    key, every = key[order], every.where(order)
    return every.where(np.append(True, key[1:] != key[:-1]))


def _wedges(of: Weaving, model: PathModel, most: int) -> Iterator[Pairs]:
    """Yield, connector by connector, pairs of whom one reaches it and the other is reached by it."""
    ties, nodes = of.ties, of.graph.nodes
    middle = np.flatnonzero(of.factors > 0.0)
    candidate = of.ends & (of.group >= 0)
    around = own_contacts(of) / np.maximum(sizes(of), 1)[np.maximum(of.group, 0)]
    # Best first: who has most around them in their own group, by its size.
    rank = np.empty(nodes, dtype=np.int64)
    rank[np.lexsort((np.arange(nodes), -around))] = np.arange(nodes)
    into = _Contacts.of(ties.indptr_in, ties.sources, ties.strength_in, middle, candidate, rank)
    out = _Contacts.of(ties.indptr, ties.targets, ties.strength, middle, candidate, rank)
    width = _width(into.count, out.count, most)
    many_in, many_out = np.minimum(into.count, width), np.minimum(out.count, width)
    work = np.cumsum(many_in * many_out)
    begin = 0
    while begin < len(middle):
        done = int(work[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(work, done + AT_ONCE, side="right")))
        these = np.arange(begin, min(end, len(middle)))
        begin = end
        # Every entry of the one list with every entry of the other.
        counts = many_in[these] * many_out[these]
        at = np.repeat(these, counts)
        step = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
        first = into.begin[at] + step // np.maximum(many_out[at], 1)
        second = out.begin[at] + step % np.maximum(many_out[at], 1)
        u, v = into.person[first], out.person[second]
        value = into.strength[first] * of.factors[middle[at]] * model.decay * out.strength[second]
        yield Pairs(np.minimum(u, v), np.maximum(u, v), middle[at], np.round(value, DECIMALS))


@dataclass(frozen=True, slots=True)
class _Contacts:
    """The contacts of each connector who may be suggested, best first."""

    begin: Positions
    count: Positions
    person: Positions
    strength: Floats

    @staticmethod
    def of(
        indptr: Positions,
        columns: Positions,
        strength: Floats,
        middle: Positions,
        keep: Mask,
        rank: Positions,
    ) -> "_Contacts":
        row, where = entries(indptr, middle)
        kept = keep[columns[where]]
        row, where = row[kept], where[kept]
        order = np.lexsort((rank[columns[where]], row))
        row, where = row[order], where[order]
        begin = offsets(row, len(middle))
        return _Contacts(begin[:-1], np.diff(begin), columns[where], strength[where])


def _width(one: Positions, other: Positions, most: int) -> int:
    """Return how many contacts of each connector fit into so many pairs; at least two."""
    width, high = 2, int(max(one.max(initial=0), other.max(initial=0), 2))
    while width < high:
        half = (width + high + 1) // 2
        if int((np.minimum(one, half) * np.minimum(other, half)).sum()) <= most:
            width = half
        else:
            high = half - 1
    return width


def _suitable(of: Weaving, pairs: Pairs) -> Pairs:
    """Keep pairs that have no tie, are of two groups, have something to share, and are not apart."""
    nodes = of.graph.nodes
    pairs = pairs.where(of.group[pairs.one] != of.group[pairs.other])
    pairs = pairs.where(~_among(pairs.one * nodes + pairs.other, of.graph.rows * nodes + of.graph.targets))
    for one, other in (("one", "other"), ("one", "through"), ("other", "through")):
        if len(of.apart):
            pairs = pairs.where(~_among(getattr(pairs, one) * nodes + getattr(pairs, other), of.apart))
    themes, talents = _bits(of.themes), _bits(of.talents)
    fits = np.zeros(len(pairs.one), dtype=np.bool_)
    for word in themes:
        fits |= (word[pairs.one] & word[pairs.other]) != 0
    more = np.zeros((2, len(pairs.one)), dtype=np.bool_)
    for word in talents:
        more[0] |= (word[pairs.one] & ~word[pairs.other]) != 0
        more[1] |= (word[pairs.other] & ~word[pairs.one]) != 0
    return pairs.where(fits | (more[0] & more[1]))


def _among(keys: Positions, ascending: Positions) -> Mask:
    """Tell which keys are among others."""
    if not len(ascending):
        return np.zeros(len(keys), dtype=np.bool_)
    at = np.minimum(np.searchsorted(ascending, keys), len(ascending) - 1)
    return np.asarray(ascending[at] == keys)


def _bits(has: Matrix) -> list[Bits]:
    """Return what each node has as bits, 64 columns in one array of shape (nodes,)."""
    nodes, columns = has.shape
    row, column = has.nonzero()
    words: list[Bits] = []
    for begin in range(0, int(columns), 64):
        inside = (column >= begin) & (column < begin + 64)
        word = np.zeros(int(nodes), dtype=np.uint64)
        np.bitwise_or.at(word, row[inside], np.uint64(1) << (column[inside] - begin).astype(np.uint64))
        words.append(word)
    return words


def sizes(of: Weaving) -> Positions:
    """Return how many nodes are of each group."""
    return np.bincount(of.group[of.group >= 0], minlength=int(of.group.max(initial=0)) + 1)


def own_contacts(of: Weaving) -> Positions:
    """Return how many contacts each node has in its own group."""
    rows, targets = of.graph.rows, of.graph.targets
    return np.bincount(rows[of.group[rows] == of.group[targets]], minlength=of.graph.nodes)
