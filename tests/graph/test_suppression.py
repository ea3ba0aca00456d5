"""What is told of a table of counts, attacked: no small count may follow from it more closely than 0 to 4.

The attackers know nothing of how counts are hidden.  One looks for people, each with any themes and places, who would
give the same told counts; another adds and subtracts the places of one theme.
"""

import random
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from graph.analytics.coverage import counts, rolled_up
from graph.analytics.suppression import LEAST, told
from graph.network import Floats, Mask, Positions

BROADER = np.array([-1, 0, 0, 1])
ABOVE = np.array([-1, 0, 0, 1, 1, 1, 2, 2])
THEMES, PLACES = (1, 2, 3), (3, 4, 5, 6, 7)
Unit = tuple[tuple[int, ...], tuple[int, ...]]


def up(given: tuple[int, ...], parent: Positions) -> frozenset[int]:
    found = {0}
    for each in given:
        while each > 0:
            found.add(each)
            each = int(parent[each])
    return frozenset(found)


def some(of: tuple[int, ...]) -> list[tuple[int, ...]]:
    return list(chain.from_iterable(combinations(of, size) for size in range(len(of) + 1)))


KINDS = sorted(
    {(up(themes, BROADER), up(places, ABOVE)) for themes, places in product(some(THEMES), some(PLACES))},
    key=lambda kind: (sorted(kind[0]), sorted(kind[1])),
)
"""Everything that somebody can be: themes and places with what is above them."""


def column(row: int, place: int) -> Floats:
    """How much each kind of people adds to a count."""
    return np.array([float(row in themes and place in places) for themes, places in KINDS])


COLUMNS = np.array([[column(row, place) for place in range(len(ABOVE))] for row in range(len(BROADER))])


@dataclass(frozen=True)
class City:
    """People, each with themes and smallest places; what there is of them and what may be told."""

    people: tuple[Unit, ...]

    @cached_property
    def table(self) -> Positions:
        themes, places = ([unit[part] for unit in self.people] for part in (0, 1))
        return counts(rolled_up(themes, BROADER), rolled_up(places, ABOVE))

    @cached_property
    def shown(self) -> Mask:
        themes, places = ([unit[part] for unit in self.people] for part in (0, 1))
        return told(rolled_up(themes, BROADER), rolled_up(places, ABOVE), BROADER, ABOVE)


def city(seed: int, people: int, several: float) -> City:
    rng = random.Random(seed)
    likely = [rng.choice([1, 1, 2, 4, 8]) for _ in PLACES]
    cares = [rng.choice([0.1, 0.3, 0.6, 0.9]) for _ in THEMES]

    def one() -> Unit:
        themes = tuple(theme for theme, share in zip(THEMES, cares, strict=True) if rng.random() < share)
        number = 2 if rng.random() < several else rng.choice([0, 1, 1, 1, 1, 1])
        return themes, tuple(sorted(set(rng.choices(PLACES, likely, k=number))))

    return City(tuple(one() for _ in range(people)))


CITIES = st.builds(
    city,
    seed=st.integers(0, 10**6),
    people=st.sampled_from([3, 5, 8, 12, 20, 30, 45, 70]),
    several=st.sampled_from([0.0, 0.05, 0.3]),
)


def by_people(shown: Mask, table: Positions, row: int, place: int) -> tuple[float, float]:
    """Return the least and the most that a count can be, as far as people exist who give all that is told."""
    cells = np.argwhere(shown)
    fixed = [LinearConstraint(np.ones(len(KINDS)), 0, 1000)]
    if len(cells):
        values = table[shown].astype(np.float64)
        fixed.append(LinearConstraint(COLUMNS[cells[:, 0], cells[:, 1]], values, values))
    ends: list[float] = []
    for sign in (1.0, -1.0):
        found = milp(
            sign * COLUMNS[row, place],
            constraints=fixed,
            integrality=np.ones(len(KINDS), dtype=np.int64),
            bounds=Bounds(0, 1000),
        )
        assert found.status == 0, found.message
        ends.append(sign * float(found.fun))
    return ends[0], ends[1]


@settings(max_examples=15, deadline=None)
@given(made=CITIES, pick=st.randoms(use_true_random=False))
def test_no_small_count_can_be_told_from_another_by_any_people_that_there_could_be(
    made: City, pick: random.Random
) -> None:
    small = np.argwhere(made.table < LEAST).tolist()
    assert not made.shown[made.table < LEAST].any()
    for row, place in pick.sample(small, min(6, len(small))):
        least, most = by_people(made.shown, made.table, row, place)
        assert (round(least), round(most) >= LEAST - 1) == (0, True), (row, place)


def by_sums(shown: Mask, table: Positions, row: int, place: int) -> tuple[float, float]:
    """Return the same from sums over places, for who knows which are small and how many count twice or nowhere."""
    bounds: list[tuple[float, float | None]] = []
    sums, values = [], []
    for at in range(len(ABOVE)):
        parts = [part for part in range(len(ABOVE)) if ABOVE[part] == at]
        value = float(table[row, at])
        if shown[row, at]:
            bounds.append((value, value))
        elif value < LEAST:
            bounds.append((0.0, LEAST - 1.0))
        else:
            bounds.append((0.0, None) if parts else (float(LEAST), None))
        if parts:
            line = np.zeros(len(ABOVE))
            line[parts], line[at] = 1.0, -1.0
            sums.append(line)
            values.append(float(table[row, parts].sum()) - value)
    ends: list[float] = []
    for sign in (1.0, -1.0):
        aim = np.zeros(len(ABOVE))
        aim[place] = sign
        found = linprog(aim, A_eq=np.array(sums), b_eq=np.array(values), bounds=bounds)
        assert found.fun is not None, found.message
        ends.append(sign * float(found.fun))
    return ends[0], ends[1]


@settings(max_examples=40, deadline=None)
@given(made=CITIES)
def test_no_small_count_follows_from_adding_up_places(made: City) -> None:
    for row, place in np.argwhere(made.table < LEAST).tolist():
        nothing_else = made.shown[row].sum() == made.shown[row, 0]
        if (row == 0 and nothing_else) or not made.shown[row].any():
            continue
        assert by_sums(made.shown, made.table, row, place) == pytest.approx((0.0, LEAST - 1.0)), (row, place)


@settings(max_examples=40, deadline=None)
@given(made=CITIES)
def test_what_is_told_of_a_theme_is_told_of_the_broader_ones(made: City) -> None:
    for row in range(1, len(BROADER)):
        assert not (made.shown[row] & ~made.shown[BROADER[row]]).any()
    assert made.shown[0, 0] == (len(made.people) >= LEAST)


def test_the_attack_finds_what_hiding_small_counts_alone_gives_away() -> None:
    # Nine people in a district, five of them in one of its two neighbourhoods: four in the other.
    made = City(tuple(((), (6,)) for _ in range(5)) + tuple(((), (7,)) for _ in range(4)))
    alone: Mask = made.table >= LEAST
    assert by_sums(alone, made.table, 0, 7) == (4.0, 4.0)
    assert by_people(alone, made.table, 0, 7)[0] == 4.0
    assert not made.shown[0, 6]


def test_everything_is_told_where_nothing_is_small() -> None:
    everyone = tuple(((theme,), (place,)) for theme, place in product((2, 3), PLACES) for _ in range(LEAST))
    assert City(everyone).shown.all()


def test_nothing_is_told_of_fewer_than_five() -> None:
    assert not City(tuple(((2,), (3,)) for _ in range(LEAST - 1))).shown.any()
