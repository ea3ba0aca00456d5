"""Who might get to know whom: pairs without a tie whose tie would bring two groups closest together.

Only those who may be told of are in the graph and the ties given here, so that nobody else weighs on the answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graph.analytics.communities import Progress
from graph.analytics.graphs import Matrix, matrix
from graph.analytics.paths import DEFAULT, PathModel
from graph.analytics.weavable import Pairs, Weaving, candidates, sizes
from graph.network import Floats, Mask, Positions

PAIRS = 4_000_000
"""Pairs over a connector that are looked at, at most about so many."""

LOOKED_INTO = 1_000
"""Pairs of which the gain is worked out, at most about so many."""

AT_ONCE = 200
"""Pairs of which it is worked out before it is looked whether that is enough."""

MOST_EACH = 2
"""Suggestions that one person is an end of, at most."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two nodes, ``one`` < ``other``, and who could introduce them.

    Attributes
    ----------
    value
        Of the trusted path over `through`, in the better direction.
    shortened
        Pairs between their groups that get a step closer.
    gain
        The same by all pairs between both groups: steps by which their mean distance falls.
    """

    one: int
    other: int
    through: int
    value: float
    shortened: int
    gain: float


def suggestions(
    of: Weaving,
    most: int,
    model: PathModel = DEFAULT,
    pairs: int = PAIRS,
    looked_into: int = LOOKED_INTO,
    most_each: int = MOST_EACH,
    progress: Progress | None = None,
) -> tuple[Suggestion, ...]:
    """Return pairs who might get to know each other, best first.

    A pair may be suggested where both are `ends`, they are of different known groups, have no tie, share a theme or
    each offer a talent that the other doesn't, and a trusted path leads from one of them to the other over one
    connector, none of the three apart from another.

    **Gain.** With the tie *u*-*v* between groups *A* and *B* the distance of *s* in *A* and *t* in *B* becomes
    ``min(d(s, t), d(s, u) + 1 + d(v, t), d(s, v) + 1 + d(u, t))``.  As *u* and *v* are two ties apart it falls by one
    or not at all.  Counted are the pairs of which *s* is *u* or *v* or has a tie with it and *t* the same on the
    other side: the two and those around them.  By all pairs between both groups, ``|A| |B|``, that is how much their
    mean distance falls, as far as these make it fall; those further off would add to it.

    Ordered by gain, then by value, then by position, and of those that follow each other who is an end of `most_each`
    better ones already is passed over.

    Parameters
    ----------
    most
        Suggestions at most.
    model
        What a trusted path is worth.
    pairs
        How many pairs over a connector are looked at: where there are more, each connector is asked about those of
        its contacts only who have most around them in their own group, by its size; as many of them for each.
    looked_into
        How many pairs are worked out, those first that could gain most.  With less of either the best may be missed.
    progress
        Told the share done.

    Returns
    -------
    tuple of Suggestion

    Notes
    -----
    Candidates: O(nodes + ties + pairs).  Gain is worked out from the highest bound down, ``(1 + own contacts of u in
    A) (1 + those of v in B) + contacts of v in A * those of u in B``, until no bound beats what was found; O(sum of
    degrees of the contacts of contacts) a pair, for `looked_into` of them at most.
    """
    found = candidates(of, model, pairs)
    if progress:
        progress(0.3)
    bound = _bounds(of, found)
    order = np.lexsort((found.other, found.one, -found.value, -bound))
    found, bound = found.where(order), bound[order]
    looked: list[Suggestion] = []
    closed = of.graph.unweighted + _diagonal(of.graph.nodes)
    for begin in range(0, min(len(found.one), looked_into), AT_ONCE):
        batch = found.where(slice(begin, begin + AT_ONCE))
        looked.extend(_worked_out(of, closed, batch))
        picked = _picked(looked, most, most_each)
        if progress:
            progress(0.3 + 0.7 * min(1.0, (begin + AT_ONCE) / looked_into))
        last = begin + AT_ONCE
        if last < len(bound) and len(picked) == most and most and picked[-1].gain > bound[last]:
            break
    if progress:
        progress(1.0)
    return _picked(looked, most, most_each)


def _diagonal(nodes: int) -> Matrix:
    here = np.arange(nodes + 1, dtype=np.int64)
    return matrix(np.ones(nodes), here[:-1], here, (nodes, nodes))


def _picked(looked: list[Suggestion], most: int, most_each: int) -> tuple[Suggestion, ...]:
    """Return the best, nobody an end of more than so many."""
    times: dict[int, int] = {}
    picked: list[Suggestion] = []
    for each in sorted(looked, key=lambda one: (-one.gain, -one.value, one.one, one.other)):
        if len(picked) == most:
            break
        if max(times.get(each.one, 0), times.get(each.other, 0)) < most_each:
            picked.append(each)
            for end in (each.one, each.other):
                times[end] = times.get(end, 0) + 1
    return tuple(picked)


def _bounds(of: Weaving, pairs: Pairs) -> Floats:
    """Return what the gain of each pair is at most."""
    groups = len(sizes(of))
    rows, targets = of.graph.rows, of.graph.targets
    known = of.group[targets] >= 0
    met = np.bincount(
        rows[known] * groups + of.group[targets[known]], minlength=of.graph.nodes * groups
    ).reshape(-1, groups)
    a, b = of.group[pairs.one], of.group[pairs.other]
    there = (1 + met[pairs.one, a]) * (1 + met[pairs.other, b]) + met[pairs.other, a] * met[pairs.one, b]
    return np.asarray(there / (sizes(of)[a] * sizes(of)[b]))


def _worked_out(of: Weaving, step: Matrix, pairs: Pairs) -> Iterator[Suggestion]:
    """Yield pairs with their gain; `step` has an entry where two nodes are the same or have a tie."""
    size = sizes(of)
    ends = list(zip(pairs.one.tolist(), pairs.other.tolist(), strict=True))
    near = [(_met(of, u, u), _met(of, v, v), _met(of, v, u), _met(of, u, v)) for u, v in ends]
    # Within two ties of those around, for all pairs at once.
    begins = np.unique(np.concatenate([part for each in near for part in each[::2]]))
    two = step[begins] @ step
    for at, ((u, v), (around_u, around_v, of_v, of_u)) in enumerate(zip(ends, near, strict=True)):
        shortened = (
            1
            + _further(step, np.arange(u, u + 1), step, around_v)
            + _further(step, np.arange(v, v + 1), step, around_u)
            + _further(two, np.searchsorted(begins, around_u), step, around_v)
            + _further(two, np.searchsorted(begins, of_v), step, of_u)
        )
        pairs_between = int(size[of.group[u]] * size[of.group[v]])
        yield Suggestion(
            u, v, int(pairs.through[at]), float(pairs.value[at]), shortened, shortened / pairs_between
        )


def _met(of: Weaving, node: int, like: int) -> Positions:
    """Return the contacts of a node that are of the group of `like`."""
    contacts: Positions = of.graph.neighbours(node)
    met: Mask = of.group[contacts] == of.group[like]
    return contacts[met]


def _further(reach: Matrix, rows: Positions, step: Matrix, others: Positions) -> int:
    """Return how many pairs of rows of `reach` and `others` can't be reached by one more step."""
    if not len(rows) or not len(others):
        return 0
    within = reach[rows] @ step[others].T
    return len(rows) * len(others) - int(within.nnz)
