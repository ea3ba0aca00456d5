"""The year of requests on two people with two connectors between them, worked out by hand."""

import numpy as np
import pytest

from evaluation.data import VIEWER
from evaluation.load import busiest_tenth
from evaluation.year import POLICIES, Arrival, End, Habits, Policy, Year, busiest, live
from graph.access import standing
from graph.model import ConsentAnswer, Key, PersonRow, Purpose, Tables, TieRow
from graph.trust import ties
from tests.networks import TODAY, network_of

ASKER, FITS, STRONG, WEAK = 0, 1, 2, 3
PRODUCT, NO_LOAD, NEITHER, PLAIN = POLICIES
ALWAYS = Habits(yes=1.0)


def pass_year(days: list[int], policy: Policy, habits: Habits = ALWAYS, limit: int | None = None) -> Year:
    """Ask from the first to the second person: over 2 with ties of .9 or over 3 with ties of .8."""
    keys = [Key(f"p{number}") for number in range(4)]
    tables = Tables(
        people=tuple(
            PersonRow(
                key,
                key,
                consents=(ConsentAnswer(Purpose.CONNECTOR, True),),
                ask_limit=limit,
                open_asks=1,  # the year begins with nothing open all the same
            )
            for key in keys
        ),
        ties=tuple(
            TieRow(keys[one], keys[other], trust=trust, since=TODAY)
            for middle, trust in ((STRONG, 0.9), (WEAK, 0.8))
            for one, other in ((ASKER, middle), (middle, FITS))
        ),
    )
    network = network_of(tables)
    arrivals = [Arrival(day, ASKER, FITS, frozenset()) for day in days]
    lattice = ties(network, TODAY, today=TODAY)
    return live(network, standing(network, TODAY), lattice, VIEWER, arrivals, policy, seed=1, habits=habits)


def test_load_turns_to_the_other_before_the_limit() -> None:
    # Values .81 and .64, times 1, 5/6, 4/6 with 0, 1, 2 asks open of 3: strong, strong (.675), weak (.64 to .54).
    year = pass_year([0] * 3, PRODUCT)
    assert year.asks.tolist() == [0, 0, 2, 1]
    assert year.ends == {End.INTRODUCED: 3}


def test_limit_alone_turns_at_the_limit() -> None:
    assert pass_year([0] * 3, NO_LOAD).asks.tolist() == [0, 0, 3, 0]
    assert pass_year([0] * 4, NO_LOAD).asks.tolist() == [0, 0, 3, 1]


@pytest.mark.parametrize("policy", [PRODUCT, NO_LOAD])
def test_nobody_passes_the_limit_and_what_is_too_much_finds_no_route(policy: Policy) -> None:
    year = pass_year([0] * 7, policy)
    assert year.asks.tolist() == [0, 0, 3, 3]
    assert year.ends == {End.INTRODUCED: 6, End.NO_ROUTE: 1}
    assert year.most_open == 3
    assert not year.over.any()
    assert not year.month.any()


@pytest.mark.parametrize("policy", [NEITHER, PLAIN])
def test_without_a_limit_the_strongest_is_always_asked(policy: Policy) -> None:
    year = pass_year([0] * 7, policy)
    assert year.asks.tolist() == [0, 0, 7, 0]
    assert year.ends == {End.INTRODUCED: 7}
    assert (year.most_open, year.over.tolist()) == (7, [False, False, True, False])


def test_answered_asks_are_not_open_but_count_for_the_month() -> None:
    # Asks of day 0 close by day 14; four in 30 days are more than three though never more than two were open.
    year = pass_year([0, 0, 15, 15], NEITHER)
    assert year.most_open == 2
    assert not year.over.any()
    assert year.month.tolist() == [False, False, True, False]


def test_after_a_no_the_next_route_is_tried_once_each() -> None:
    year = pass_year([0], PRODUCT, Habits(yes=0.0))
    assert year.asks.tolist() == [0, 0, 1, 1]
    assert year.ends == {End.REFUSED: 1}


def test_who_wants_no_asks_gets_none() -> None:
    for policy in POLICIES:
        year = pass_year([0], policy, limit=0)
        assert year.ends == {End.NO_ROUTE: 1}
        assert not year.asks.any()


def test_busiest_month_slides() -> None:
    assert busiest([0, 29, 30, 31, 59, 400], 30) == 3  # days 29, 30 and 31; from 30: 30, 31, 59
    assert busiest([0, 30], 30) == 1
    assert busiest([], 30) == 0


def test_share_of_the_busiest_tenth() -> None:
    assert busiest_tenth(np.array([1.0] * 18 + [5.0, 9.0])) == 14 / 32
