"""What routes say about real trust: Advogato with certificates hidden.

``python -m evaluation.trust [--seeds N] [--hidden N] [--pairs N] [--quick]``.  First: what the route value, the
weakest link, the number of disjoint routes and the last tie say about the trust in a hidden certificate, beside
TidalTrust, MoleTrust and the target's mean.  Then: how well a route recognises a hidden tie among people of similar
in-degree who are no tie, with each ingredient alone.  Then: what changing the constants does.
"""

import argparse
import time
from collections.abc import Sequence

from evaluation.certificates import Fold, Pair, advogato, pairs
from evaluation.held_out import Judged, judge, told
from evaluation.metrics import Interval
from evaluation.recognise import ADAMIC, Recognised, Setting, recognised, sensitivity
from evaluation.show import table


def show_held_out(found: Sequence[Judged], cases: int) -> None:
    """Print what each predictor knows of the hidden trust."""
    print(f"\n## The trust in {cases:,} hidden certificates\n")
    table(
        [
            "predictor",
            "coverage",
            "MAE as said",
            "RMSE calibrated",
            "Kendall's tau",
            "AUC master/apprentice",
            "RMSE − target's mean",
            "AUC − target's mean",
        ],
        (
            [
                one.name,
                one.coverage.text(2),
                one.mae.text() if one.mae else "",
                one.rmse.text(),
                one.tau.text(2),
                one.auc.text(),
                _difference(one.rmse_less_mean),
                _difference(one.auc_less_mean),
            ]
            for one in found
        ),
    )


def show_recognised(found: Sequence[Recognised], cases: int) -> None:
    """Print how often each score puts the hidden tie above the non-tie."""
    print(f"\n## {cases:,} hidden ties, each against a non-tie of similar in-degree (paired AUC)\n")
    table(
        [
            "score",
            "non-tie within four ties",
            f"− {ADAMIC}",
            "non-tie at equal distance",
            f"− {ADAMIC}, equal distance",
            "scored",
        ],
        (
            [
                one.name,
                one.other.text(),
                _difference(one.less),
                one.level.text(),
                _difference(one.less_level),
                f"{one.found:.0%}",
            ]
            for one in found
        ),
    )


def show_sensitivity(found: Sequence[Setting], cases: int) -> None:
    """Print what changing one constant at a time does."""
    print(f"\n## Constants, on {cases:,} hidden ties (paired AUC of the route value)\n")
    table(
        [
            "constant",
            "value",
            "within four ties",
            "− as it is",
            "at equal distance",
            "− as it is",
            "have a route",
        ],
        (
            [
                one.constant,
                one.value,
                one.figures.other.text(),
                _difference(one.figures.less),
                one.figures.level.text(),
                _difference(one.figures.less_level),
                f"{one.figures.found:.0%}",
            ]
            for one in found
        ),
    )


def _difference(one: Interval) -> str:
    return "" if one.low == one.high == 0.0 else one.text(4)


def evaluate(seeds: int, hidden: int, most: int, draws: int) -> None:
    """Hide, ask and print."""
    every = advogato()
    print(
        f"{every.people:,} people, {len(every):,} certificates; {seeds} seeds, {hidden:,} hidden each to ask about"
    )
    print(
        f"and as many to calibrate on; intervals: {draws} resamples of whole targets or askers, 95%",
        flush=True,
    )
    folds = [Fold.draw(every, seed, hidden) for seed in range(1, seeds + 1)]
    answers = [
        (
            told(fold, fold.tuned, f"seed {number}: calibration"),
            told(fold, fold.asked, f"seed {number}: hidden certificates"),
        )
        for number, fold in enumerate(folds, 1)
    ]
    show_held_out(judge(answers, draws=draws, seed=1), seeds * hidden)
    asked = [pairs(fold, fold.ties(), seed=number)[:most] for number, fold in enumerate(folds, 1)]
    show_recognised(recognised(folds, asked, draws=draws, seed=2), _count(asked))
    fewer = [cases[: most // 2] for cases in asked]
    show_sensitivity(sensitivity(folds, fewer, draws=draws, seed=3), _count(fewer))


def _count(asked: Sequence[Sequence[Pair]]) -> int:
    return sum(len(cases) for cases in asked)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--hidden", type=int, default=2000, help="certificates asked about, per seed")
    parser.add_argument(
        "--pairs", type=int, default=1000, help="of those, to recognise among non-ties; half for constants"
    )
    parser.add_argument("--draws", type=int, default=500)
    parser.add_argument("--quick", action="store_true", help="one seed, 30 certificates: to see that it runs")
    given = parser.parse_args(arguments)
    begin = time.perf_counter()
    if given.quick:
        evaluate(1, 30, 30, 50)
    else:
        evaluate(given.seeds, given.hidden, given.pairs, given.draws)
    print(f"\n{time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main()
