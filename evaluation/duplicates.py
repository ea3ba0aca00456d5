"""How well likely duplicates are found: weights learnt on one error model, judged on another.

``python -m evaluation.duplicates`` prints the tables of ``docs/results.md``; with ``--learn`` it prints the weights
that :class:`ingest.duplicates.Weights` ships instead.
"""

import argparse
import json
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from evaluation.damaged import A, B, DamagedList, ErrorModel, damaged
from evaluation.logistic import Vector, chances, fit
from graph.model import Key
from ingest.duplicate_blocks import candidates
from ingest.duplicate_compare import compared
from ingest.duplicate_features import NAMES, Census, prepared
from ingest.duplicates import PROBABLE, Weights, likely_duplicates
from ingest.folding import fold

LEARNT_ON = (A, 1)
SEEDS = (11, 12, 13)
PEOPLE = 10_000
RESAMPLES = 500
Pair = frozenset[Key]

HAND = Weights(
    start=-3.0, given_form=-0.5, given_short=-0.5, given_initial=-1.0, given_near=-0.5, known_given=-0.5,
    given_missing=-2.0, family_near=-0.5, family_core=0.0, known_family=-0.5, family_part=-0.7, family_other=-2.0,
    both_unlike=-0.5, swapped=-0.3, generation=-3.0, rare=1.5, email_same=4.5, email_near=2.0, email_user=1.0,
    email_other=-0.7, email_shared=-0.7, phone_same=2.0, phone_mobile=0.5, phone_near=1.0, phone_other=-0.5,
    phone_shared=-0.7, household=-1.0, place_same=1.0, place_other=-1.0, organisation_same=1.2,
    organisation_other=0.0,
)  # fmt: skip
"""Weights by hand for the same features: what learning adds."""


@dataclass(frozen=True)
class Compared:
    """The candidates of a list: ``pairs`` that were compared, with features and truth in the same order."""

    of: DamagedList
    blocked: frozenset[Pair]
    pairs: tuple[Pair, ...]
    features: Vector
    truth: Vector


def compare(given: DamagedList) -> Compared:
    """Return the compared candidates of a list."""
    people = prepared(given.people)
    census = Census.of(people)
    blocked, pairs, rows = list[Pair](), list[Pair](), list[tuple[float, ...]]()
    for a, b in candidates(people):
        pair = frozenset((people[a].row.key, people[b].row.key))
        blocked.append(pair)
        if features := compared(people[a], people[b], census):
            pairs.append(pair)
            rows.append(features.values())
    truth = np.array([pair in given.truth for pair in pairs], dtype=np.float64)
    return Compared(given, frozenset(blocked), tuple(pairs), np.array(rows, dtype=np.float64), truth)


def learnt(model: ErrorModel, seed: int, people: int = PEOPLE) -> Weights:
    """Return the weights learnt on a list of one error model."""
    lists = compare(damaged(people, model, seed))
    start, *rest = (round(float(weight), 2) for weight in fit(lists.features, lists.truth))
    return Weights(start=start, **dict(zip(NAMES, rest, strict=True)))


def found_by(weights: Weights, given: Compared, threshold: float | None = None) -> frozenset[Pair]:
    """Return the pairs that score at least the threshold."""
    vector = np.array((weights.start, *weights.of_features()))
    least = weights.threshold if threshold is None else threshold
    scores = chances(given.features, vector)
    return frozenset(pair for pair, score in zip(given.pairs, scores, strict=True) if score >= least)


def same_contact_or_name(given: DamagedList) -> frozenset[Pair]:
    """Return the pairs with one address, number or folded name: what a spreadsheet would find."""
    groups: dict[str, list[Key]] = {}
    for row in given.people:
        for value in (row.email, row.phone, fold(row.name)):
            if value:
                groups.setdefault(value, []).append(row.key)
    return frozenset(
        frozenset((one, other))
        for keys in groups.values()
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
    )


@dataclass(frozen=True)
class Judged:
    """Pairwise precision, recall and F1, each with the 2.5th and 97.5th percentile of a bootstrap over pairs."""

    precision: tuple[float, float, float]
    recall: tuple[float, float, float]
    f1: tuple[float, float, float]


def judged(right: int, wrong: int, missed: int) -> Judged:
    """Return the three figures; the bootstrap draws found and true pairs anew (multinomial over the three)."""
    dice = np.random.default_rng(7)
    total = right + wrong + missed
    drawn = dice.multinomial(total, np.array((right, wrong, missed)) / total, size=RESAMPLES)
    counts = np.vstack(((right, wrong, missed), drawn)).astype(np.float64)
    hit, bad, lost = counts.T
    figures = (hit / (hit + bad), hit / (hit + lost), 2 * hit / (2 * hit + bad + lost))
    low_high = [
        (float(figure[0]), *(float(edge) for edge in np.quantile(figure[1:], (0.025, 0.975))))
        for figure in figures
    ]
    return Judged(*((value, low, high) for value, low, high in low_high))


def judge(found: Iterable[frozenset[Pair]], lists: Sequence[DamagedList]) -> Judged:
    """Return the figures of what was found in lists, all pairs together."""
    right = wrong = missed = 0
    for pairs, given in zip(found, lists, strict=True):
        right += len(pairs & given.truth)
        wrong += len(pairs - given.truth)
        missed += len(given.truth - pairs)
    return judged(right, wrong, missed)


def by_kind(
    found: Sequence[frozenset[Pair]], given: Sequence[Compared]
) -> Mapping[str, tuple[int, float, float]]:
    """Return by kind of error: pairs, the share in a block, the share found.  A pair may have several kinds."""
    total, blocked, hit = Counter[str](), Counter[str](), Counter[str]()
    for pairs, compared_list in zip(found, given, strict=True):
        for pair, kinds in compared_list.of.kinds.items():
            for kind in kinds:
                total[kind] += 1
                blocked[kind] += pair in compared_list.blocked
                hit[kind] += pair in pairs
    return {
        kind: (total[kind], blocked[kind] / total[kind], hit[kind] / total[kind]) for kind in sorted(total)
    }


def _row(label: str, figures: Judged) -> str:
    cells = (
        f"{value:.3f} ({low:.3f}–{high:.3f})"
        for value, low, high in (figures.precision, figures.recall, figures.f1)
    )
    return f"| {label} | {' | '.join(cells)} |"


def timed(sizes: Sequence[int]) -> list[tuple[int, float, int]]:
    """Return for lists of some sizes the processor seconds and the pairs found."""
    rows = list[tuple[int, float, int]]()
    for size in sizes:
        people = damaged(size, B, 3).people
        begin = time.process_time()
        pairs = likely_duplicates(people, limit=size * size)
        rows.append((size, time.process_time() - begin, len(pairs)))
    return rows


def _print_weights(weights: Weights) -> None:
    for name, value in asdict(weights).items():
        if name != "threshold":
            print(f"    {name}: float = {value}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--learn", action="store_true", help="print the learnt weights and end")
    options.add_argument("--json", type=Path, help="write the figures here as well")
    options.add_argument("--quick", action="store_true", help="two short lists: to see that it runs")
    chosen = options.parse_args(arguments)
    people = 400 if chosen.quick else PEOPLE
    seeds = SEEDS[:2] if chosen.quick else SEEDS
    sizes = [people // 2, people] if chosen.quick else [2_500, 5_000, 10_000, 20_000]
    weights = learnt(*LEARNT_ON)
    if chosen.learn:
        _print_weights(weights)
        return
    times = timed(sizes)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shipped, reverse = Weights(), learnt(B, LEARNT_ON[1], people)
    if shipped != weights:
        print("The shipped weights are not those that are learnt now.")
    b = [compare(damaged(people, B, seed)) for seed in seeds]
    a = [compare(damaged(people, A, seed)) for seed in seeds]
    of_a, of_b = [one.of for one in a], [one.of for one in b]
    found = [found_by(shipped, one) for one in b]
    rows = {
        "one address, number or folded name": judge([same_contact_or_name(one) for one in of_b], of_b),
        "same features, weights by hand": judge([found_by(HAND, one) for one in b], of_b),
        "learnt on A, judged on B (shipped)": judge(found, of_b),
        f"… those above {PROBABLE} only": judge([found_by(shipped, one, PROBABLE) for one in b], of_b),
        "learnt on A, judged on A": judge([found_by(shipped, one) for one in a], of_a),
        "learnt on B, judged on A": judge([found_by(reverse, one) for one in a], of_a),
        "learnt on B, judged on B": judge([found_by(reverse, one) for one in b], of_b),
    }
    pairs = sum(len(one.truth) for one in of_b)
    print(f"{len(seeds)} lists of {people:,} under each model, {pairs:,} true pairs under B\n")
    print("| | precision | recall | F1 |\n|---|---|---|---|")
    for label, figures in rows.items():
        print(_row(label, figures))
    print("\n| what went wrong (B) | pairs | in a block | found |\n|---|---|---|---|")
    kinds = by_kind(found, b)
    for kind, (count, blocked, hit) in kinds.items():
        print(f"| {kind} | {count:,} | {blocked:.2f} | {hit:.2f} |")
    shares = [len(one.blocked & one.of.truth) / len(one.of.truth) for one in b]
    print(f"\nBlocking recall {min(shares):.3f}–{max(shares):.3f}, {len(b[0].blocked):,} candidates\n")
    print("| people | processor seconds | pairs |\n|---|---|---|")
    for size, seconds, count in times:
        print(f"| {size:,} | {seconds:.1f} | {count:,} |")
    print(f"\nPeak memory of the process {memory:.0f} MB")
    if chosen.json:
        measured = {label: asdict(figure) for label, figure in rows.items()}
        chosen.json.write_text(json.dumps({"rows": measured, "kinds": kinds, "times": times}, indent=1))


if __name__ == "__main__":
    random.seed(0)
    main()
