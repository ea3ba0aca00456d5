"""Spreading a list over groups: maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998)."""

from collections.abc import Sequence

from graph.network import Floats

Groups = Sequence[tuple[frozenset[int], frozenset[str]]]
"""Per person the organisations they are a member of and the neighbourhoods they are active in."""


def spread_out(ranked: Sequence[int], scores: Floats, groups: Groups, share: float, k: int) -> list[int]:
    """Return `k` of `ranked`, each next one the best after what it has in common with those before.

    The first stays the first.  Sharing an organisation costs `share`, sharing a neighbourhood half of it.
    O(k · len(ranked)).
    """
    left = list(ranked)
    chosen: list[int] = []
    cost = dict.fromkeys(left, 0.0)
    while left and len(chosen) < k:
        best = max(left, key=lambda at: (round(float(scores[at]) - cost[at], 12), -at))
        left.remove(best)
        chosen.append(best)
        for at in left:
            cost[at] = max(cost[at], share * _alike(groups[best], groups[at]))
    return chosen


def _alike(one: tuple[frozenset[int], frozenset[str]], other: tuple[frozenset[int], frozenset[str]]) -> float:
    if one[0] & other[0]:
        return 1.0
    return 0.5 if one[1] & other[1] else 0.0
