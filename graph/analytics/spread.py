"""Spreading a list over groups: maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.network import Floats
from graph.trust import DECIMALS


@dataclass(frozen=True, slots=True)
class Groups:
    """What somebody may have in common with others: organisations today, and neighbourhoods."""

    organisations: frozenset[int] = frozenset()
    neighbourhoods: frozenset[str] = frozenset()

    def alike(self, other: "Groups", place: float) -> float:
        """Return 1 for a shared organisation, `place` for a shared neighbourhood, or else 0."""
        if self.organisations & other.organisations:
            return 1.0
        return place if self.neighbourhoods & other.neighbourhoods else 0.0


def spread_out(
    ranked: Sequence[int], scores: Floats, groups: Mapping[int, Groups], cost: float, place: float, k: int
) -> list[int]:
    """Return `k` of `ranked`, each next one the best after what it has in common with those before.

    Parameters
    ----------
    ranked
        Positions, best first; the first stays the first.
    scores
        Score of every position, in [0, 1].
    groups
        Groups of every one of `ranked`.
    cost
        What is taken off a score for a shared organisation: the largest over those already chosen counts.
    place
        Which share of it a shared neighbourhood costs.

    Notes
    -----
    Equal values by position.  O(k · len(ranked)).
    """
    left = list(ranked)
    chosen: list[int] = []
    off = dict.fromkeys(left, 0.0)
    while left and len(chosen) < k:
        best = max(left, key=lambda at: (round(float(scores[at]) - off[at], DECIMALS), -at))
        left.remove(best)
        chosen.append(best)
        for at in left:
            off[at] = max(off[at], cost * groups[best].alike(groups[at], place))
    return chosen
