"""How good a ranked list is, and whether one way of ranking is better than another.

A list is an array of gains in the order in which people were proposed; the gains that could be had are all of them.
"""

from collections.abc import Sequence

import numpy as np

from evaluation.metrics import DRAWS, Interval
from graph.network import Floats


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


def interval(groups: Sequence[Floats], *, seed: int = 1, draws: int = DRAWS) -> Interval:
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
    low, high = np.percentile(found, [2.5, 97.5]).tolist()
    return Interval(mean, float(low), float(high))


def paired(
    ours: Sequence[Floats], theirs: Sequence[Floats], *, seed: int = 1, draws: int = DRAWS
) -> Interval:
    """Return the mean difference of two figures for the same requests, with its interval."""
    return interval([one - other for one, other in zip(ours, theirs, strict=True)], seed=seed, draws=draws)


def _discounts(count: int) -> Floats:
    discounts: Floats = 1.0 / np.log2(np.arange(2, count + 2))
    return discounts
