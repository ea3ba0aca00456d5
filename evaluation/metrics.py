"""Measures of ranking, of spread and of their uncertainty, without a library."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from graph.network import Floats, Mask, Positions

DRAWS = 1000
"""Resamples of a bootstrap interval."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with the 2.5 and 97.5 percentiles of its bootstrap distribution."""

    value: float
    low: float
    high: float

    @property
    def settled(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0.0 or self.high < 0.0

    def text(self, decimals: int = 3) -> str:
        """Return ``.917 [.908, .927]`` with that many decimals."""
        value, low, high = (f"{figure:.{decimals}f}" for figure in (self.value, self.low, self.high))
        return f"{value} [{low}, {high}]"


def ranks(values: Floats) -> Floats:
    """Return ranks from 1, equal values sharing the mean of theirs."""
    _, at, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: Floats = (last - (counts - 1) / 2.0)[at]
    return shared


def auc(score: Floats, positive: Mask) -> float:
    """Return the chance that a random positive scores above a random negative, an equal score counting half.

    The Mann-Whitney form of the area under the ROC curve (Hanley and McNeil, Radiology 143, 1982).  NaN when one of
    the two groups is empty.  O(n log n).
    """
    ones = int(positive.sum())
    zeros = len(positive) - ones
    if not ones or not zeros:
        return float("nan")
    return float((ranks(score)[positive].sum() - ones * (ones + 1) / 2.0) / (ones * zeros))


def paired_auc(positive: Floats, negative: Floats) -> float:
    """Return the share of pairs in which the positive scores above its own negative, an equal score counting half."""
    return float(np.mean(wins(positive, negative))) if len(positive) else float("nan")


def wins(positive: Floats, negative: Floats) -> Floats:
    """Return 1 for each pair in which the positive scores higher, 0.5 for an equal score, 0 otherwise."""
    won: Floats = (positive > negative) + 0.5 * (positive == negative)
    return won


def mae(predicted: Floats, true: Floats) -> float:
    """Return the mean absolute error."""
    return float(np.mean(np.abs(predicted - true)))


def rmse(predicted: Floats, true: Floats) -> float:
    """Return the root of the mean squared error."""
    return float(np.sqrt(np.mean((predicted - true) ** 2)))


def tau(score: Floats, truth: Floats) -> float:
    """Return Kendall's tau-b (Biometrika 33, 1945): agreement in order of all pairs, corrected for equal values.

    Meant for a `truth` of few different values: O(k² n log n) time for k of them, and no n × n memory.  NaN when
    either side has one value only.
    """
    levels, counts = np.unique(truth, return_counts=True)
    balance = 0.0
    for below in range(len(levels)):
        for above in range(below + 1, len(levels)):
            chosen = (truth == levels[below]) | (truth == levels[above])
            area = auc(score[chosen], truth[chosen] == levels[above])
            balance += (2.0 * area - 1.0) * float(counts[below]) * float(counts[above])
    pairs = len(truth) * (len(truth) - 1) / 2.0
    untied_truth = pairs - float((counts * (counts - 1) / 2.0).sum())
    _, repeats = np.unique(score, return_counts=True)
    untied_score = pairs - float((repeats * (repeats - 1) / 2.0).sum())
    if untied_truth <= 0.0 or untied_score <= 0.0:
        return float("nan")
    return float(balance / (untied_truth * untied_score) ** 0.5)


def gini(amounts: Floats) -> float:
    """Return the Gini coefficient of non-negative amounts: 0 when all are equal, (n - 1) / n when one has it all.

    NaN when there is nothing to share out.  O(n log n).
    """
    total = float(amounts.sum())
    if not len(amounts) or total <= 0.0:
        return float("nan")
    place = np.arange(1, len(amounts) + 1)
    weighed = ((2.0 * place - len(amounts) - 1.0) * np.sort(amounts)).sum()
    return float(weighed) / (len(amounts) * total)


def resamples(
    size: int, *, seed: int, draws: int = DRAWS, clusters: Positions | None = None
) -> list[Positions]:
    """Draw `size` cases with replacement, `draws` times.

    Parameters
    ----------
    size
        Number of cases.
    seed
        Use one set of resamples for figures that are compared.
    clusters
        Optional, shape (size,): whole groups are drawn instead of cases, for cases that are not independent.

    Returns
    -------
    list of Positions
        Positions of cases, which repeat; with clusters their number varies.
    """
    rng = np.random.default_rng(seed)
    if clusters is None:
        return [rng.integers(0, size, size) for _ in range(draws)]
    order = np.argsort(clusters, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(clusters[order])) + 1)
    return [
        np.concatenate([groups[at] for at in rng.integers(0, len(groups), len(groups)).tolist()])
        for _ in range(draws)
    ]


def interval(figure: Callable[[Positions], float], size: int, drawn: Sequence[Positions]) -> Interval:
    """Return a figure of all cases and its percentile bootstrap interval (Efron and Tibshirani 1993, ch. 13).

    Parameters
    ----------
    figure
        Makes the figure of the cases at the positions it is given.  Give it the difference of two figures for a
        paired difference: both see the same cases.
    size
        Number of cases.
    drawn
        :func:`resamples` of them.

    Notes
    -----
    Resamples without a figure (NaN) are left out; with none left the bounds are NaN.
    """
    found = np.array([figure(cases) for cases in drawn], dtype=np.float64)
    found = found[~np.isnan(found)]
    low, high = np.percentile(found, [2.5, 97.5]).tolist() if len(found) else (float("nan"), float("nan"))
    return Interval(figure(np.arange(size)), float(low), float(high))


def bootstrap(
    figure: Callable[[Positions], float],
    size: int,
    *,
    seed: int,
    draws: int = DRAWS,
    clusters: Positions | None = None,
) -> Interval:
    """Return :func:`interval` of `figure` over :func:`resamples` of its own."""
    return interval(figure, size, resamples(size, seed=seed, draws=draws, clusters=clusters))
