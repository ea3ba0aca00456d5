"""The simulated requests propose whom the product would propose, and the commands run."""

from dataclasses import replace

import numpy as np
import pytest

from evaluation import matching, suspects
from evaluation.hidden_city import city
from evaluation.hidden_model import TODAY, CityModel
from evaluation.judged import Judged, judged
from evaluation.suspects import Policy, groups_of, over_cities, proposals, run
from graph.analytics.match_model import DEFAULT
from graph.analytics.matching import Matcher
from graph.trust import ties


@pytest.fixture(scope="module")
def town() -> Judged:
    return judged(city(CityModel(people=200), 1), 15, 1)


@pytest.mark.parametrize("spread", [False, True])
def test_with_asks_open_the_same_people_are_proposed_as_by_the_product(town: Judged, spread: bool) -> None:
    network = town.city.network
    asks = np.random.default_rng(1).integers(0, 4, len(network.people))
    busy = replace(
        network,
        people=tuple(
            replace(one, open_asks=count) for one, count in zip(network.people, asks.tolist(), strict=True)
        ),
    )
    matcher = Matcher.build(busy, ties(busy, TODAY, today=TODAY))
    limits = np.array([one.ask_limit for one in network.people])
    policy = Policy(DEFAULT.freshness, spread=spread)
    for case in town.cases:
        own = matcher.match(case.asked.need, town.allowed, reach=case.reach, day=TODAY, spread=spread)
        mine = proposals(case, asks, limits, groups_of(network), policy)
        assert mine == [one.person for one in own]


def test_every_request_proposes_ten_and_asks_two_as_far_as_anyone_fits(town: Judged) -> None:
    found = run(town, groups_of(town.city.network), Policy(0.04, spread=True))
    fitting = [int(case.listed.sum()) for case in town.cases]
    assert found.proposed.sum() == sum(min(10, count) for count in fitting)
    assert found.first.sum() == sum(min(1, count) for count in fitting)
    assert found.asked.sum() == sum(min(2, count) for count in fitting)


def test_a_heavy_freshness_asks_more_people(town: Judged) -> None:
    groups = groups_of(town.city.network)
    fixed = run(town, groups, Policy(0.0, spread=False))
    fresh = run(town, groups, Policy(2.0, spread=False))
    assert np.count_nonzero(fresh.asked) > np.count_nonzero(fixed.asked)


def test_the_interval_over_cities_is_that_of_student() -> None:
    found = over_cities([1.0, 2.0, 3.0])
    # s = 1, t(2) = 4.303: 4.303 / sqrt(3) = 2.484.
    assert (found.value, found.low, found.high) == pytest.approx((2.0, -0.484, 4.484), abs=1e-3)


def test_the_commands_print_every_table(capsys: pytest.CaptureFixture[str]) -> None:
    suspects.main(["--quick"])
    said = capsys.readouterr().out
    assert "both, as shipped" in said
    assert "nan" not in said
    matching.main(["--quick"])
    said = capsys.readouterr().out
    for word in ("**product**", "freshness", "misspelt", "100%", "learnt on all kinds", "small city"):
        assert word in said
    assert "nan" not in said
