"""How well likely duplicates are found: weights learnt on one error model, judged on another.

``python -m evaluation.duplicates`` prints the tables of ``docs/results.md``; with ``--learn`` it prints the weights
that :class:`ingest.duplicates.Weights` ships instead.
"""

import argparse
import json
import resource
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from evaluation.damaged import A, B, DamagedList, ErrorModel, damaged
from evaluation.logistic import Vector, chances, fit
from evaluation.show import table
from graph.model import Key, Tables
from ingest.duplicate_blocks import candidates
from ingest.duplicate_compare import compared
from ingest.duplicate_features import NAMES, Census, prepared
from ingest.duplicates import Weights, likely_duplicates
from ingest.folding import fold
from ingest.out import write_xlsx
from ingest.tables import read

LEARNT_ON = (1, 2, 3)
CHOSEN_ON = (4, 5)
SEEDS = (21, 22, 23, 24)
THRESHOLDS = tuple(round(0.3 + 0.02 * step, 2) for step in range(21))
PEOPLE = 10_000
SURE = 0.9
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


def learnt(model: ErrorModel, people: int) -> Weights:
    """Return the weights learnt on lists of one error model, with the threshold of the best F1 on others of it."""
    lists = [compare(damaged(people, model, seed)) for seed in LEARNT_ON]
    features = np.vstack([given.features for given in lists])
    fitted = fit(features, np.concatenate([given.truth for given in lists]))
    start, *rest = (round(float(weight), 2) for weight in fitted)
    weights = Weights(start=start, **dict(zip(NAMES, rest, strict=True)))
    others = [compare(damaged(people, model, seed)) for seed in CHOSEN_ON]
    of = [given.of for given in others]

    def f1(threshold: float) -> float:
        return judge([found_by(weights, given, threshold) for given in others], of).f1[0]

    return replace(weights, threshold=max(THRESHOLDS, key=f1))


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
    figures = (_share(hit, hit + bad), _share(hit, hit + lost), _share(2 * hit, 2 * hit + bad + lost))
    low_high = [
        (float(figure[0]), *(float(edge) for edge in np.quantile(figure[1:], (0.025, 0.975))))
        for figure in figures
    ]
    return Judged(*((value, low, high) for value, low, high in low_high))


def _share(part: Vector, whole: Vector) -> Vector:
    """Return part by whole, and 0 of nothing."""
    result: Vector = part / np.maximum(whole, 1.0)
    return result


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
        reachable = _one_contact(compared_list.of)
        for pair, kinds in compared_list.of.kinds.items():
            contact = "*an address or number in common*" if pair in reachable else "*neither in common*"
            for kind in (*kinds, contact):
                total[kind] += 1
                blocked[kind] += pair in compared_list.blocked
                hit[kind] += pair in pairs
    return {
        kind: (total[kind], blocked[kind] / total[kind], hit[kind] / total[kind]) for kind in sorted(total)
    }


def _one_contact(given: DamagedList) -> frozenset[Pair]:
    """Return the true pairs that share an address or a number, however it is written."""
    people = {person.row.key: person for person in prepared(given.people)}
    return frozenset(
        pair
        for pair, (one, other) in ((pair, [people[key] for key in pair]) for pair in given.truth)
        if (one.email and one.email == other.email) or (one.phone and one.phone == other.phone)
    )


def _cells(figures: Judged) -> tuple[str, ...]:
    return tuple(
        f"{value:.3f} ({low:.3f}–{high:.3f})"
        for value, low, high in (figures.precision, figures.recall, figures.f1)
    )


def timed(sizes: Sequence[int]) -> list[tuple[int, float, float, int]]:
    """Return by size of list: processor seconds, those of reading it from a workbook, and pairs found."""
    rows = list[tuple[int, float, float, int]]()
    for size in sizes:
        people = damaged(size, B, 3).people
        with TemporaryDirectory() as folder:
            book = Path(folder, "people.xlsx")
            write_xlsx(Tables(people=people), book)
            begin = time.process_time()
            read([book])
            read_in = time.process_time() - begin
        begin = time.process_time()
        pairs = likely_duplicates(people, limit=size * size)
        rows.append((size, time.process_time() - begin, read_in, len(pairs)))
    return rows


def _print_weights(weights: Weights) -> None:
    for name, value in asdict(weights).items():
        print(f"    {name}: float = {value}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, or the weights."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--learn", action="store_true", help="print the learnt weights and end")
    options.add_argument("--people", type=int, default=PEOPLE, help="people in a list")
    options.add_argument("--json", type=Path, help="write the figures here as well")
    chosen = options.parse_args(arguments)
    size: int = chosen.people
    weights = learnt(A, size)
    if chosen.learn:
        _print_weights(weights)
        return
    times = timed((size // 4, size // 2, size, size * 2))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shipped, reverse = Weights(), learnt(B, size)
    if shipped != weights:
        print("The shipped weights are not those that are learnt now.\n")
    b = [compare(damaged(size, B, seed)) for seed in SEEDS]
    a = [compare(damaged(size, A, seed)) for seed in SEEDS]
    of_a, of_b = [one.of for one in a], [one.of for one in b]
    found = [found_by(shipped, one) for one in b]
    rows = {
        "one address, number or folded name": judge([same_contact_or_name(one) for one in of_b], of_b),
        "same features, weights by hand": judge([found_by(HAND, one) for one in b], of_b),
        "**learnt on A, judged on B (shipped)**": judge(found, of_b),
        f"… those above {SURE} only": judge([found_by(shipped, one, SURE) for one in b], of_b),
        "learnt on A, judged on A": judge([found_by(shipped, one) for one in a], of_a),
        "learnt on B, judged on A": judge([found_by(reverse, one) for one in a], of_a),
        "learnt on B, judged on B": judge([found_by(reverse, one) for one in b], of_b),
    }
    pairs = sum(len(one.truth) for one in of_b)
    print(f"{len(SEEDS)} lists of {size:,} under each model, {pairs:,} true pairs under B\n")
    table(("", "precision", "recall", "F1"), [(label, *_cells(figures)) for label, figures in rows.items()])
    print("\nThe shipped weights on each list of B:\n")
    each = [judge([pairs], [of]) for pairs, of in zip(found, of_b, strict=True)]
    table(
        ("seed", "precision", "recall", "F1"),
        [(str(seed), *_cells(one)) for seed, one in zip(SEEDS, each, strict=True)],
    )
    kinds = by_kind(found, b)
    print()
    table(
        ("what went wrong (B)", "pairs", "in a block", "found"),
        [(kind, f"{count:,}", f"{held:.2f}", f"{hit:.2f}") for kind, (count, held, hit) in kinds.items()],
    )
    shares = [len(one.blocked & one.of.truth) / len(one.of.truth) for one in b]
    print(f"\nBlocking recall {min(shares):.3f}–{max(shares):.3f}, {len(b[0].blocked):,} candidates\n")
    table(
        ("people", "processor seconds", "× reading the workbook", "pairs"),
        [
            (f"{people:,}", f"{seconds:.1f}", f"{seconds / book:.1f}", f"{count:,}")
            for people, seconds, book, count in times
        ],
    )
    print(f"\nPeak memory of the process {memory:.0f} MB")
    if chosen.json:
        measured = {label: asdict(figure) for label, figure in rows.items()}
        chosen.json.write_text(json.dumps({"rows": measured, "kinds": kinds, "times": times}, indent=1))


if __name__ == "__main__":
    main()
