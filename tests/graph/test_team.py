"""Teams against brute force: the value written out anew with plain loops, and every team there is."""

from itertools import combinations, permutations
from math import e

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from graph.analytics.team import best_team
from graph.analytics.team_model import TeamModel
from graph.analytics.team_value import Candidates, TeamValue

WEIGHTS = {"talents": 0.3, "themes": 0.2, "fit": 0.2, "ties": 0.2, "spread": 0.1}


def some(seed: int, count: int, *, talents: int = 3, themes: int = 2, tied: float = 0.3) -> Candidates:
    rng = np.random.default_rng(seed)
    levels = np.array([0.0, 0.0, 0.0, 1 / 3, 0.5, 2 / 3, 1.0])
    upper = np.triu(
        np.where(rng.random((count, count)) < tied, rng.choice([0.35, 0.5, 0.9], (count, count)), 0), 1
    )
    return Candidates(
        talents=rng.choice(levels, (talents, count)),
        themes=rng.choice([0.0, 0.0, 0.5, 1.0], (themes, count)),
        scores=rng.choice([0.1, 0.25, 0.25, 0.6], count),
        ties=csr_array(upper + upper.T),
        organisations=csr_array((rng.random((count, 3)) < 0.2).astype(np.float64)),
        neighbourhoods=csr_array((rng.random((count, 4)) < 0.3).astype(np.float64)),
    )


def tree(strengths: np.ndarray[tuple[int, int], np.dtype[np.float64]], team: tuple[int, ...]) -> float:
    """Return the weight of a strongest spanning tree: the best over every way to attach one after the other."""
    best = 0.0
    for order in permutations(team):
        weight = sum(
            max(strengths[one, other] for other in order[:at]) for at, one in enumerate(order) if at > 0
        )
        best = max(best, float(weight))
    return best


def worth(given_: Candidates, team: tuple[int, ...], weights: dict[str, float]) -> float:
    assert given_.ties is not None
    size, strengths = len(team), given_.ties.toarray()
    organisations, places = given_.organisations.toarray(), given_.neighbourhoods.toarray()
    total = weights["fit"] * sum(given_.scores[one] for one in team) / size
    for name, offers in (("talents", given_.talents), ("themes", given_.themes)):
        if len(offers):
            total += weights[name] * sum(max(row[one] for one in team) for row in offers) / len(offers)
    if size > 1:
        total += weights["ties"] * tree(strengths, team) / (size - 1)
        alike = 0.0
        for one, other in combinations(team, 2):
            if (organisations[one] * organisations[other]).any():
                alike += 1.0
            elif (places[one] * places[other]).any():
                alike += 0.5
        total += weights["spread"] * (1.0 - alike / (size * (size - 1) / 2))
    else:
        total += weights["spread"]
    return float(total)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 9), size=st.integers(1, 4))
def test_the_best_team_is_the_best_of_all(seed: int, count: int, size: int) -> None:
    people = some(seed, count)
    found = best_team(people, size, WEIGHTS)
    every = {team: worth(people, team, WEIGHTS) for team in combinations(range(count), min(size, count))}
    assert found.exact
    assert found.value == pytest.approx(max(every.values()), abs=1e-8)
    assert found.value == found.bound
    assert every[found.members] == pytest.approx(found.value, abs=1e-8)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(4, 9), size=st.integers(2, 4), nodes=st.integers(0, 5))
def test_a_search_that_stops_says_how_far_it_may_be_from_the_best(
    seed: int, count: int, size: int, nodes: int
) -> None:
    people = some(seed, count)
    found = best_team(people, size, WEIGHTS, TeamModel(nodes=nodes))
    most = max(worth(people, team, WEIGHTS) for team in combinations(range(count), size))
    assert found.value <= most + 1e-8 <= found.bound + 2e-8
    assert found.exact == (found.bound == found.value)


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(3, 9), size=st.integers(1, 4))
def test_greedy_alone_covers_within_the_bound_of_submodular_choice(seed: int, count: int, size: int) -> None:
    people, size = some(seed, count), min(size, count)
    value = TeamValue(people, size, WEIGHTS)
    most = max(value.coverage(team) for team in combinations(range(count), size))
    found = best_team(people, size, WEIGHTS, TeamModel(nodes=0))
    assert found.value >= (1.0 - 1.0 / e) * most - 1e-9


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), size=st.integers(1, 4))
def test_parts_are_shares_and_make_the_value(seed: int, size: int) -> None:
    people = some(seed, 7, themes=0 if seed % 3 == 0 else 2)
    weights = WEIGHTS if seed % 3 else {"talents": 0.5, "fit": 0.2, "ties": 0.2, "spread": 0.1}
    found = best_team(people, size, weights)
    value = TeamValue(people, size, weights)
    parts = value.parts(found.members)
    assert all(0.0 <= part <= 1.0 + 1e-12 for part in parts.values())
    assert sum(weights[name] * part for name, part in parts.items()) == pytest.approx(found.value, abs=1e-9)


def test_two_who_cover_each_other_come_before_the_two_best() -> None:
    people = Candidates(
        talents=np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        themes=np.zeros((0, 3)),
        scores=np.array([0.6, 0.5, 0.3]),
        ties=None,
        organisations=csr_array((3, 0)),
        neighbourhoods=csr_array((3, 0)),
    )
    assert best_team(people, 2, {"talents": 0.6, "fit": 0.3, "spread": 0.1}).members == (0, 2)


def test_people_who_know_each_other_come_before_strangers() -> None:
    strengths = np.zeros((4, 4))
    strengths[2, 3] = strengths[3, 2] = 0.9
    people = Candidates(
        talents=np.ones((1, 4)),
        themes=np.zeros((0, 4)),
        scores=np.full(4, 0.5),
        ties=csr_array(strengths),
        organisations=csr_array((4, 0)),
        neighbourhoods=csr_array((4, 0)),
    )
    found = best_team(people, 2, {"talents": 0.5, "fit": 0.2, "ties": 0.2, "spread": 0.1})
    assert found.members == (2, 3)
    assert found.value == pytest.approx(0.5 + 0.1 + 0.18 + 0.1)


def test_nobody_makes_an_empty_team() -> None:
    people = some(1, 0)
    assert best_team(people, 3, WEIGHTS).members == ()
