"""What the guesses of an attacker are worth: advantages over a coin with intervals, and what times tell."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import binomtest, rankdata

from evaluation.metrics import auc, bootstrap
from graph.network import Floats, Mask, Positions

ALL_TIMES = "all times together"
PLANTED = "planted"
"""Begins the name of a channel that a coordinator hears and a partner does not: the attack must win there."""


@dataclass(frozen=True)
class Trial:
    """One trial: whether the target was there, a guess a channel (``None``: a coin), and how much longer it took."""

    target: int
    present: bool
    guesses: dict[str, bool | None]
    slower: dict[str, float]


@dataclass(frozen=True)
class Advantage:
    """How much better than a coin a channel guesses: 2 · accuracy - 1, so that 0 tells nothing and 1 all.

    The interval holds 95 %, exactly (Clopper and Pearson 1934).  Without a difference between both worlds the guesses
    are those of a coin.
    """

    channel: str
    trials: int
    right: int
    advantage: float
    low: float
    high: float
    targets_told: int
    """Targets of which the answers in both worlds differed at all."""

    @classmethod
    def of(cls, channel: str, right: int, trials: int, targets_told: int = 0) -> "Advantage":
        interval = binomtest(right, trials).proportion_ci(method="exact")
        value, low, high = (2.0 * share - 1.0 for share in (right / trials, interval.low, interval.high))
        return cls(channel, trials, right, value, low, high, targets_told)


@dataclass(frozen=True)
class Timing:
    """What the times of one question tell, or of all of them.

    ``judged`` is the advantage over the half of the trials that the attacker did not learn their threshold on;
    ``auc`` how often a time with the target is longer than one without (0.5 tells nothing), with a bootstrap
    interval over targets. ``longer`` is the difference of both medians in milliseconds. The trials of a target in
    one world are timed one after the other, so that what else the machine does makes them alike: the interval
    over targets allows for that, the exact one of ``judged`` does not and is too narrow.
    """

    judged: Advantage
    auc: float
    low: float
    high: float
    longer: float


@dataclass(frozen=True)
class Found:
    """What an attack found."""

    channels: tuple[Advantage, ...]
    times: tuple[Timing, ...]
    differing: tuple[str, ...]
    """Target and channel of every answer that was not the same in both worlds."""
    asked: int
    """Answers that were compared, a channel and a target each."""


def guess(told: object, with_target: object, without_target: object) -> bool | None:
    """Return which world an answer is of, as far as it tells."""
    if with_target == without_target or told not in (with_target, without_target):
        return None
    return told == with_target


def weighed(trials: Sequence[Trial], differing: Sequence[str], asked: int, seed: int) -> Found:
    """Return the advantage of each channel and of all together, and what times tell."""
    chance = random.Random(seed)
    names = list(trials[0].guesses)
    rows: list[Advantage] = []
    for name, heard in [
        *((name, [name]) for name in names if not name.startswith(PLANTED)),
        ("all together", [name for name in names if not name.startswith(PLANTED)]),
        *((name, [name]) for name in names if name.startswith(PLANTED)),
    ]:
        right, told = 0, set[int]()
        for trial in trials:
            sure = [said for each in heard if (said := trial.guesses[each]) is not None]
            final = sum(sure) * 2 > len(sure) if sure else chance.random() < 0.5
            right += final == trial.present
            told |= {trial.target} if sure else set()
        rows.append(Advantage.of(name, right, len(trials), len(told)))
    return Found(tuple(rows), tuple(_times(trials, seed)), tuple(differing), asked)


def _times(trials: Sequence[Trial], seed: int) -> list[Timing]:
    names = list(trials[0].slower)
    if not names or len(trials) < 4:
        return []
    present = np.array([trial.present for trial in trials])
    targets = np.array([trial.target for trial in trials])
    later = {name: np.array([trial.slower[name] for trial in trials]) for name in names}
    learnt = np.zeros(len(trials), dtype=np.bool_)
    learnt[np.random.default_rng(seed).permutation(len(trials))[: len(trials) // 2]] = True
    honest = [name for name in names if not name.startswith(PLANTED)]
    together = joined(np.column_stack([later[name] for name in honest]), present, learnt)
    everything = np.ones(len(trials), dtype=np.bool_)
    found = [_time(name, later[name], present, learnt, targets, everything, seed) for name in names]
    # What several times tell together is learnt; it counts where it was not learnt.
    found.append(_time(ALL_TIMES, together, present, learnt, targets, ~learnt, seed))
    return sorted(found, key=lambda each: each.judged.channel.startswith(PLANTED))


def _time(
    name: str, score: Floats, present: Mask, learnt: Mask, targets: Positions, counts: Mask, seed: int
) -> Timing:
    def area(at: Positions) -> float:
        return auc(score[counts][at], present[counts][at])

    found = bootstrap(area, int(counts.sum()), seed=seed, clusters=targets[counts])
    longer = (
        float(np.median(score[present]) - np.median(score[~present]))
        if 0 < present.sum() < len(present)
        else 0.0
    )
    right = int((by_threshold(score, present, learnt)[~learnt] == present[~learnt]).sum())
    row = Advantage.of(name, right, int((~learnt).sum()))
    return Timing(row, found.value, found.low, found.high, 0.0 if name == ALL_TIMES else 1000.0 * longer)


def by_threshold(score: Floats, present: Mask, learnt: Mask) -> Mask:
    """Return the guesses by the threshold, and the side of it, that is right most often where `learnt`."""
    seen, truth = score[learnt], present[learnt]
    best = (-1, 0.0, True)
    for threshold in [-np.inf, *np.unique(seen).tolist()]:
        right = int(((seen > threshold) == truth).sum())
        best = max(
            best, (right, threshold, True), (len(seen) - right, threshold, False), key=lambda each: each[0]
        )
    _, threshold, above = best
    guesses: Mask = (score > threshold) == above
    return guesses


def joined(times: Floats, present: Mask, learnt: Mask) -> Floats:
    """Return the weighted sum of several times, shape (trials, times), that least squares tells worlds apart by.

    Learnt where `learnt`, from times set to their rank among all of them: one slow answer must not decide.
    """
    order = (rankdata(times, axis=0) - (len(times) + 1) / 2) / len(times)
    weights = np.linalg.lstsq(order[learnt], np.where(present[learnt], 1.0, -1.0), rcond=None)[0]
    score: Floats = order @ weights
    return score
