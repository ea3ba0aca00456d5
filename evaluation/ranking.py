"""How good a ranked list is, and whether one way of ranking is better than another.

A list is an array of gains in the order in which people were proposed; the gains that could be had are all of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.network import Floats


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the bounds of its bootstrap interval."""

    mean: float
    low: float
    high: float

    @property
    def apart(self) -> bool:
        """Tell whether the interval leaves out 0."""
        return self.low > 0.0 or self.high < 0.0

    def __format__(self, spec: str) -> str:
        """Write as ``.477 [.457, .495]``; with ``+`` as spec, always signed."""
        sign = "+" if spec == "+" else ""
        return f"{self.mean:{sign}.3f} [{self.low:{sign}.3f}, {self.high:{sign}.3f}]"


def ndcg(listed: Floats, possible: Floats, k: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first `k`.

    Parameters
    ----------
    listed
        Gains of those proposed, best proposal first.
    possible
        Gains of everyone who might have been proposed, in any order.

    Returns
    -------
    float
        Sum of gain / log2(rank + 1), over that of the best order; 0 where nobody has a gain (Järvelin and
        Kekäläinen, ACM TOIS 20(4), 2002, with the gains themselves rather than 2^gain - 1).
    """
    best = np.sort(possible)[::-1][:k]
    ideal = float(best @ _discounts(len(best)))
    first = listed[:k]
    return float(first @ _discounts(len(first))) / ideal if ideal > 0.0 else 0.0


def reciprocal_rank(listed: Floats, least: float = 1.0) -> float:
    """Return 1 / rank of the first with a gain of at least `least`, 0 where there is none."""
    good = np.flatnonzero(listed >= least)
    return 1.0 / (float(good[0]) + 1.0) if len(good) else 0.0


def bootstrap(
    groups: Sequence[Floats], *, seed: int = 1, draws: int = 2000, confidence: float = 0.95
) -> Interval:
    """Return the mean over all requests with its percentile bootstrap interval.

    Parameters
    ----------
    groups
        A figure a request, an array a city.  Cities are drawn with replacement, then requests inside each
        city drawn: requests of one city are not independent, as they meet the same people.  With a single city
        the interval holds for that city only.
    """
    chance = np.random.default_rng(seed)
    mean = float(np.concatenate(groups).mean())
    found = np.empty(draws)
    for draw in range(draws):
        cities = chance.integers(len(groups), size=len(groups))
        parts = [groups[city][chance.integers(len(groups[city]), size=len(groups[city]))] for city in cities]
        found[draw] = np.concatenate(parts).mean()
    tail = (1.0 - confidence) / 2.0
    low, high = np.quantile(found, [tail, 1.0 - tail])
    return Interval(mean, float(low), float(high))


def paired(ours: Sequence[Floats], theirs: Sequence[Floats], *, seed: int = 1, draws: int = 2000) -> Interval:
    """Return the mean difference of two figures for the same requests, with its interval."""
    return bootstrap([one - other for one, other in zip(ours, theirs, strict=True)], seed=seed, draws=draws)


def _discounts(count: int) -> Floats:
    discounts: Floats = 1.0 / np.log2(np.arange(2, count + 2))
    return discounts
