"""Measures of a ranked list against figures worked out by hand."""

from math import log2

import numpy as np
import pytest

from evaluation.ranking import interval, ndcg, paired, reciprocal_rank


def test_gain_is_discounted_by_the_logarithm_of_the_rank() -> None:
    listed = np.array([2.0, 0.0, 3.0])
    possible = np.array([0.0, 3.0, 2.0, 1.0])
    # 2/log2(2) + 3/log2(4) = 3.5 of 3 + 2/log2(3) + 1/2.
    assert ndcg(listed, possible, 3) == pytest.approx(3.5 / (3.5 + 2 / log2(3)))


def test_only_the_first_k_count_in_the_list_and_in_the_best_one() -> None:
    gains = np.array([0.0, 1.0, 1.0])
    assert ndcg(gains, gains, 2) == pytest.approx((1 / log2(3)) / (1 + 1 / log2(3)))
    assert ndcg(gains, gains, 1) == 0.0


def test_the_best_order_is_one_and_a_request_without_anyone_is_nothing() -> None:
    assert ndcg(np.array([3.0, 2.0, 1.0]), np.array([1.0, 2.0, 3.0])) == 1.0
    assert ndcg(np.zeros(3), np.zeros(3)) == 0.0


def test_a_short_list_loses_what_it_leaves_out() -> None:
    assert ndcg(np.array([1.0]), np.array([1.0, 1.0])) == pytest.approx(1 / (1 + 1 / log2(3)))


def test_reciprocal_rank_is_that_of_the_first_good_enough() -> None:
    assert reciprocal_rank(np.array([0.0, 1.0, 3.0])) == 0.5
    assert reciprocal_rank(np.array([0.0, 1.0, 3.0]), 2.0) == pytest.approx(1 / 3)
    assert reciprocal_rank(np.array([0.0])) == 0.0


def test_equal_figures_have_no_interval_and_every_request_weighs_the_same() -> None:
    found = interval([np.full(3, 0.5), np.full(5, 0.5)], draws=50)
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)
    assert interval([np.array([0.0]), np.array([1.0, 1.0, 1.0])], draws=50).value == 0.75


def test_the_interval_is_that_of_a_binomial_share() -> None:
    found = interval([np.array([0.0, 1.0] * 200)])
    # 400 throws of a coin: 1.96 · sqrt(.25 / 400) = .049.
    assert found.low == pytest.approx(0.451, abs=0.01)
    assert found.high == pytest.approx(0.549, abs=0.01)


def test_cities_that_differ_widen_the_interval() -> None:
    same = interval([np.array([0.0, 1.0] * 50)] * 4)
    apart = interval([np.zeros(100), np.zeros(100), np.ones(100), np.ones(100)])
    assert apart.high - apart.low > 2 * (same.high - same.low)


def test_a_difference_is_taken_request_by_request() -> None:
    chance = np.random.default_rng(3)
    easy = chance.random(200)
    found = paired([easy + 0.01], [easy])
    assert found.low == pytest.approx(0.01)
    assert found.settled
