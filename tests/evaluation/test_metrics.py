"""The measures against figures worked out by hand and against their definitions, pair by pair."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from evaluation.metrics import auc, bootstrap, gini, mae, paired_auc, ranks, rmse, tau
from graph.network import Floats

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0.6, 0.8, 1.0])), min_size=2, max_size=12)


def floats(*values: float) -> Floats:
    return np.array(values, dtype=np.float64)


def test_equal_values_share_their_ranks() -> None:
    assert ranks(floats(5, 1, 5, 9)).tolist() == [2.5, 1, 2.5, 4]


def test_area_by_hand() -> None:
    # positives 3 and 1 against negatives 2 and 1: won, won, lost, equal
    assert auc(floats(3, 1, 2, 1), np.array([True, True, False, False])) == 2.5 / 4
    assert math.isnan(auc(floats(3, 1), np.array([True, True])))


def test_paired_area_by_hand() -> None:
    assert paired_auc(floats(2, 1, 0, 3), floats(1, 1, 1, 0)) == 2.5 / 4


def test_errors_by_hand() -> None:
    assert mae(floats(1, 0), floats(0, 3)) == 2.0
    assert rmse(floats(1, 0), floats(0, 7)) == 5.0


def test_gini_by_hand() -> None:
    assert gini(floats(2, 2, 2)) == 0.0
    assert gini(floats(0, 0, 0, 8)) == 0.75
    # mean absolute difference of 1 and 3 is 1, over twice the mean
    assert gini(floats(3, 1)) == 0.25
    assert math.isnan(gini(floats(0, 0)))


@given(PAIRS)
def test_tau_is_its_definition(cases: list[tuple[int, float]]) -> None:
    score, truth = floats(*(one for one, _ in cases)), floats(*(other for _, other in cases))
    agree = untied_score = untied_truth = 0
    for i in range(len(cases)):
        for j in range(i):
            by_score, by_truth = np.sign(score[i] - score[j]), np.sign(truth[i] - truth[j])
            agree += int(by_score * by_truth)
            untied_score += int(by_score != 0)
            untied_truth += int(by_truth != 0)
    if not untied_score or not untied_truth:
        assert math.isnan(tau(score, truth))
    else:
        assert math.isclose(tau(score, truth), agree / math.sqrt(untied_score * untied_truth), abs_tol=1e-12)


def test_an_interval_holds_the_figure_and_repeats() -> None:
    values = np.random.default_rng(3).normal(10.0, 2.0, 400)
    first = bootstrap(lambda drawn: float(values[drawn].mean()), 400, seed=1)
    assert first == bootstrap(lambda drawn: float(values[drawn].mean()), 400, seed=1)
    assert first.low < first.value == float(values.mean()) < first.high
    # the standard error of the mean is .1: the interval is about 1.96 of it to each side
    assert math.isclose(first.high - first.low, 2 * 1.96 * values.std() / 20, rel_tol=0.1)
    assert first.settled


def test_groups_are_drawn_whole() -> None:
    # within a group all cases are equal, so only the number of groups counts: much wider than 400 single cases
    clusters = np.repeat(np.arange(4), 100)
    values = np.repeat(floats(0, 1, 0, 1), 100)
    single = bootstrap(lambda drawn: float(values[drawn].mean()), 400, seed=1)
    grouped = bootstrap(lambda drawn: float(values[drawn].mean()), 400, seed=1, clusters=clusters)
    assert grouped.high - grouped.low > 5 * (single.high - single.low)
    assert not bootstrap(lambda drawn: float(values[drawn].mean() - 0.5), 400, seed=1).settled
