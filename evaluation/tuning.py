"""Weights learnt from judged requests: a random search over the simplex, then one weight at a time.

``reach`` and ``freshness`` keep the weights they have: whether somebody can be reached, and whether it is always the
same people who are asked, is policy, which relevance can't judge.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from evaluation.judged import COLUMNS, Case, Judged, K
from graph.analytics.match_model import DEFAULT, PARTS
from graph.network import Floats

POLICY = ("reach", "freshness")
LEARNT = tuple(name for name in PARTS if name not in POLICY)
STEPS = (0.25, 0.6, 0.8, 1.25, 1.6, 3.0)
ROUNDS = 4


def tuned(cities: Sequence[Judged], *, tries: int, seed: int = 1) -> dict[str, float]:
    """Return the weights with the best mean nDCG@10 over all requests of `cities`.

    Parameters
    ----------
    tries
        How many random weightings are tried; the best of them and the shipped ones are then improved a weight at
        a time, for at most four rounds.

    Notes
    -----
    O((tries + 72 · 2) · candidates) for each request.
    """
    chance = np.random.default_rng(seed)
    cases = [case for city in cities for case in city.cases]
    shipped = DEFAULT.weights()
    free = 1.0 - sum(shipped[name] for name in POLICY)
    drawn = free * chance.dirichlet(np.ones(len(LEARNT)), tries)
    scores = _mean(cases, _columns(drawn))
    starts = [drawn[int(np.argmax(scores))], np.array([shipped[name] for name in LEARNT])]
    found = [_climbed(cases, start, free) for start in starts]
    weights = found[int(np.argmax([score for _, score in found]))][0]
    learnt = dict(zip(LEARNT, weights.tolist(), strict=True))
    return {name: learnt.get(name, shipped[name]) for name in PARTS}


def _climbed(cases: Sequence[Case], start: Floats, free: float) -> tuple[Floats, float]:
    best, score = start, float(_mean(cases, _columns(start[None]))[0])
    for _ in range(ROUNDS):
        before = score
        for at in range(len(LEARNT)):
            others = np.repeat(best[None], len(STEPS), axis=0)
            others[:, at] = np.maximum(others[:, at], 0.01) * np.array(STEPS)
            others *= free / others.sum(axis=1, keepdims=True)
            scores = _mean(cases, _columns(others))
            if scores.max() > score:
                best, score = others[int(np.argmax(scores))], float(scores.max())
        if score - before < 1e-4:
            break
    return best, score


def _columns(learnt: Floats) -> Floats:
    """Put learnt weights, shape (tries, learnt), and the policy ones in columns, shape (columns, tries)."""
    shipped = DEFAULT.weights()
    whole = np.zeros((len(COLUMNS), len(learnt)))
    for at, name in enumerate(LEARNT):
        whole[COLUMNS.index(name)] = learnt[:, at]
    for name in POLICY:
        whole[COLUMNS.index(name)] = shipped[name]
    return whole


def _mean(cases: Sequence[Case], columns: Floats) -> Floats:
    """Return the mean nDCG@10 of every column of weights.  Shape (tries,).

    Equal scores stand in any order here; the figures that are published are ranked as the product ranks.
    """
    total = np.zeros(columns.shape[1])
    discounts = 1.0 / np.log2(np.arange(2, K + 2))
    for case in cases:
        gains = case.asked.gains[case.people[case.listed]]
        ideal = float(np.sort(case.asked.gains)[::-1][:K] @ discounts)
        if not len(gains) or ideal <= 0.0:
            continue
        scores = case.values[case.listed] @ columns
        first = np.argpartition(-scores, min(K, len(gains) - 1), axis=0)[:K]
        order = np.argsort(-np.take_along_axis(scores, first, axis=0), axis=0)
        listed = gains[np.take_along_axis(first, order, axis=0)]
        total += discounts[: len(listed)] @ listed / ideal
    return total / len(cases)


def told(weights: Mapping[str, float]) -> str:
    """Return weights in a line, in hundredths."""
    return ", ".join(f"{name} {weights[name]:.2f}" for name in PARTS)
